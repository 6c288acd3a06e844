import styles from '../abroad/abroad.module.css';

/** One line of the picture: a number of people, and from where to where it may lie. */
export interface RangeLine {
  readonly name: string;
  readonly all: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

const [width, line, edge] = [330, 46, 4] as const;

/** Estimates as points on lines, one below the other on one measure from zero, each under its name. */
export function RangeChart({ lines, says }: { readonly lines: readonly RangeLine[]; readonly says: string }) {
  const most = Math.max(1, ...lines.map(({ high }) => high));
  const placeOf = (number: number): number => edge + (number / most) * (width - 2 * edge);
  const height = lines.length * line + 2;
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={says}
      fontSize="13.5"
    >
      {lines.map(({ name, all, low, high, text }, at) => (
        <g key={name} transform={`translate(0 ${String(at * line)})`}>
          <text className={styles['text']} x={edge} y="15">
            {text}
          </text>
          <rect
            className={styles['bar']}
            x={placeOf(low)}
            y="27"
            width={Math.max(1, placeOf(high) - placeOf(low))}
            height="4"
          />
          <circle className={styles['bar']} cx={placeOf(all)} cy="29" r="7" />
        </g>
      ))}
    </svg>
  );
}
