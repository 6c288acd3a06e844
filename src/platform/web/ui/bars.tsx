import type { ReactNode } from 'react';
import styles from './bars.module.css';

/** One bar of a list of bars. */
export interface Bar {
  readonly label: ReactNode;
  readonly name: string;
  readonly value: number;
  /** What stands at the end of the bar; the value when absent. */
  readonly shown?: ReactNode;
  readonly over?: boolean;
}

/** Bars with their values in words beside them, so that the picture adds nothing that cannot be read. */
export function Bars({
  bars,
  most,
  limit,
  caption,
}: {
  readonly bars: readonly Bar[];
  readonly most?: number;
  readonly limit?: number;
  readonly caption?: ReactNode;
}) {
  const largest = Math.max(1, most ?? 0, limit ?? 0, ...bars.map(({ value }) => value));
  return (
    <figure className={styles['figure']}>
      <dl className={styles['bars']}>
        {bars.map((bar) => (
          <BarRow key={bar.name} bar={bar} largest={largest} limit={limit} />
        ))}
      </dl>
      {caption && <figcaption className={styles['caption']}>{caption}</figcaption>}
    </figure>
  );
}

function BarRow({
  bar,
  largest,
  limit,
}: {
  readonly bar: Bar;
  readonly largest: number;
  readonly limit: number | undefined;
}) {
  return (
    <>
      <dt>{bar.label}</dt>
      <dd>
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden width="100" height="12">
          <rect className={styles['track']} width="100" height="6" rx="1" />
          <rect
            className={bar.over ? styles['over'] : styles['fill']}
            width={(100 * bar.value) / largest}
            height="6"
            rx="1"
          />
          {limit !== undefined && (
            <line
              className={styles['limit']}
              x1={(100 * limit) / largest}
              x2={(100 * limit) / largest}
              y1="-1"
              y2="7"
            />
          )}
        </svg>
        <span className={styles['value']}>{bar.shown ?? bar.value}</span>
      </dd>
    </>
  );
}

/** Every how many weeks a name stands under the bars. */
const nameEvery = 3;

/** Counts per week from the start on, the present one in amber; the same numbers stand in the table below. Time runs left to right. */
export function WeekBars({
  weeks,
  summary,
  caption,
  table,
}: {
  readonly weeks: readonly { readonly name: string; readonly shown: string; readonly value: number }[];
  readonly summary: string;
  readonly caption: ReactNode;
  readonly table: ReactNode;
}) {
  const largest = Math.max(2, ...weeks.map(({ value }) => value));
  const width = 100 / Math.max(1, weeks.length);
  const half = Math.round(largest / 2);
  const levelOf = (value: number): number => 40 - (38 * value) / largest;
  return (
    <figure className={styles['figure']}>
      <div dir="ltr" className={styles['chart']}>
        <svg
          className={styles['weeks']}
          viewBox="0 0 100 40"
          preserveAspectRatio="none"
          role="img"
          aria-label={summary}
          width="300"
          height="80"
        >
          {[largest, half, 0].map((level) => (
            <line key={level} className={styles['level']} x1="0" x2="100" y1={levelOf(level)} y2={levelOf(level)} />
          ))}
          {weeks.map(({ name, value }, at) => (
            <rect
              key={name}
              className={at === 0 ? styles['now'] : styles['fill']}
              x={at * width + width * 0.17}
              width={width * 0.66}
              y={levelOf(value)}
              height={40 - levelOf(value)}
            />
          ))}
        </svg>
        <span className={styles['most']} aria-hidden>
          {largest}
        </span>
        <span className={styles['half']} aria-hidden>
          {half}
        </span>
        <ol className={styles['names']} aria-hidden>
          {weeks
            .filter((_, at) => at % nameEvery === 0)
            .map(({ name, shown }) => (
              <li key={name}>{shown}</li>
            ))}
        </ol>
      </div>
      <figcaption className={styles['caption']}>{caption}</figcaption>
      {table}
    </figure>
  );
}

/** How many of how many are ready. */
export function ProgressBar({
  done,
  of,
  label,
}: {
  readonly done: number;
  readonly of: number;
  readonly label: string;
}) {
  const width = 100 / Math.max(1, of);
  return (
    <svg
      className={styles['progress']}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      width="300"
      height="8"
    >
      {Array.from({ length: of }, (_, at) => (
        <rect
          key={at}
          className={at < done ? styles['fill'] : styles['track']}
          x={at * width}
          width={width * 0.92}
          height="4"
          rx="1"
        />
      ))}
    </svg>
  );
}
