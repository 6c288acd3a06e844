import type { OrganisationOfFigures } from './use-figures.ts';
import styles from './figures.module.css';
import { heldSpan, type FigureWords } from './figures-table.ts';

const [monthWidth, height, top] = [30, 64, 18] as const;

/**
 * People of one organisation over a year: a bar over the months that are told together, as high as they are many in a month of it,
 * so that its area is how many. What is held over is a dashed frame. Time runs left to right; the table below says the same.
 */
export function StepChart({
  organisation,
  closed,
  most,
  summary,
  words,
}: {
  readonly organisation: OrganisationOfFigures;
  readonly closed: number;
  /** The most people in a month, over all pictures beside each other. */
  readonly most: number;
  readonly summary: string;
  readonly words: FigureWords;
}) {
  const held = heldSpan(organisation, closed);
  const bottom = top + height;
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(12 * monthWidth)} ${String(bottom + 18)}`}
      role="img"
      aria-label={summary}
    >
      <line className={styles['ground']} x1="0" x2={12 * monthWidth} y1={bottom} y2={bottom} />
      {organisation.steps.map(({ from, until, people }) => {
        const number = people ?? 0;
        const high = (number / (until - from + 1) / most) * height;
        return number === 0 ? null : (
          <g key={from}>
            <rect className={styles['bar']} {...placeOf(from, until)} y={bottom - high} height={high} />
            <text className={styles['number']} x={middleOf(from, until)} y={bottom - high - 5}>
              {number}
            </text>
          </g>
        );
      })}
      {held && <rect className={styles['held']} {...placeOf(held.from, held.until)} y={bottom - 20} height={20} />}
      {Array.from({ length: 12 }, (_, at) => (
        <text key={at} className={styles['month']} x={middleOf(at + 1, at + 1)} y={bottom + 14}>
          {words.initialOf(at + 1)}
        </text>
      ))}
    </svg>
  );
}

function placeOf(from: number, until: number): { readonly x: number; readonly width: number } {
  return { x: (from - 1) * monthWidth + 2, width: (until - from + 1) * monthWidth - 4 };
}

function middleOf(from: number, until: number): number {
  return ((from - 1 + until) / 2) * monthWidth;
}
