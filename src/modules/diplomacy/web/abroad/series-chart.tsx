import { useId, type Ref } from 'react';
import { numbersOf } from '../../model/open/abroad/numbers-not-in.ts';
import type { FigureValue } from '../../model/open/abroad/public-series.ts';
import type { ChartBar } from './chart-bars.ts';
import styles from './abroad.module.css';

const [width, labels, values, line, bar] = [330, 76, 92, 26, 16] as const;
const room = width - labels - values;

/**
 * Bars of published figures; the same picture on screen, on paper and in a file, so every colour stands in it and the style of the page only
 * changes them. A second series is striped. What is told as an interval is a frame; a gap is words.
 */
export function SeriesChart({
  bars,
  most,
  says,
  gap,
  textOf,
  ref,
}: {
  readonly bars: readonly ChartBar[];
  /** The number at which a bar fills its room. */
  readonly most: number;
  readonly says: string;
  readonly gap: string;
  readonly textOf: (value: FigureValue) => string;
  readonly ref?: Ref<SVGSVGElement>;
}) {
  const stripes = useId();
  const height = bars.length * line + 4;
  return (
    <svg
      ref={ref}
      className={styles['chart']}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={says}
      fontFamily="'Source Sans 3 Variable', 'Source Sans 3', sans-serif"
      fontSize="14"
    >
      <defs>
        <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles['ground']} width="6" height="6" fill="#ffffff" />
          <rect className={styles['bar']} width="3" height="6" fill="#025064" />
        </pattern>
      </defs>
      {bars.map(({ key, label, value, row }, at) => (
        <g key={key} transform={`translate(0 ${String(at * line)})`}>
          <text className={styles['text']} fill="#1b262c" x={labels - 8} y="17" textAnchor="end">
            {label}
          </text>
          {value === null ? (
            <text className={styles['text']} fill="#1b262c" x={labels} y="17" fontStyle="italic">
              {gap}
            </text>
          ) : (
            <FigureBar value={value} most={most} fill={row === 0 ? null : `url(#${stripes})`} text={textOf(value)} />
          )}
        </g>
      ))}
    </svg>
  );
}

function FigureBar({
  value,
  most,
  fill,
  text,
}: {
  readonly value: FigureValue;
  readonly most: number;
  readonly fill: string | null;
  readonly text: string;
}) {
  const numbers = numbersOf(value);
  const lengthOf = (number: number): number => (number / most) * room;
  const [low, high] = [lengthOf(Math.min(...numbers)), lengthOf(Math.max(...numbers))];
  const isRange = value.kind === 'interval' || value.kind === 'about-within';
  const solid = value.kind === 'about-within' ? lengthOf(value.number) : low;
  return (
    <>
      <rect
        className={fill === null ? styles['bar'] : undefined}
        fill={fill ?? '#025064'}
        x={labels}
        y="4"
        width={solid}
        height={bar}
      />
      {(fill !== null || isRange) && (
        <rect
          className={styles['frame']}
          fill="none"
          stroke="#025064"
          x={labels + (isRange ? low : 0)}
          y="4"
          width={Math.max(1, isRange ? high - low : high)}
          height={bar}
        />
      )}
      <text className={styles['text']} fill="#1b262c" x={labels + high + 6} y="17">
        {text}
      </text>
    </>
  );
}
