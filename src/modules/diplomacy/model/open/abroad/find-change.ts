import { ok, refuse, type Result } from '#platform/base';
import { listDifferences, type DrawnSeries, type SeriesDiffer } from './join-series.ts';
import { figuresOf, type PublicFigure } from './public-series.ts';

/** Why no percentage is told: series that differ, a figure that is not there, is no plain number of one year, or is zero. */
export type ChangeRefusal = SeriesDiffer | { readonly type: 'FigureMissing' | 'FigureNotPlain' | 'FigureZero' };

/** A figure of a drawn series. */
export interface FigurePlace extends DrawnSeries {
  readonly year: number;
}

/** By how many percent of the first a second figure is larger, to the nearest whole (half away from zero); within one series and revision only. */
export function findChange(from: FigurePlace, to: FigurePlace): Result<number, ChangeRefusal> {
  const fields = listDifferences(from, to);
  if (fields.length > 0) return refuse({ type: 'SeriesDiffer', fields });
  const first = figureAt(from);
  const second = figureAt(to);
  if (first === undefined || second === undefined) return refuse({ type: 'FigureMissing' });
  const [base, end] = [plainNumber(first), plainNumber(second)];
  if (base === null || end === null) return refuse({ type: 'FigureNotPlain' });
  if (base === 0) return refuse({ type: 'FigureZero' });
  const difference = end - base;
  return ok(Math.sign(difference) * Math.floor((200 * Math.abs(difference) + base) / (2 * base)));
}

/** The number of a figure that is exact and of one year; null for others. */
export function plainNumber({ value, period }: PublicFigure): number | null {
  return value.kind === 'number' && period.to === period.from ? value.number : null;
}

function figureAt({ series, revision, year }: FigurePlace): PublicFigure | undefined {
  return figuresOf(series, revision).find(({ period }) => period.from === year);
}
