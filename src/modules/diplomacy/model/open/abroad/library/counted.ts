import type { FigureNote, FigureSource, FigureValue, Period, PublicFigure, Revision } from '../public-series.ts';

/** The only revision that was read; when it was published is not stated. */
const first: Revision = { number: 1, date: null };

/** What the European statistics office held in March 2025. */
export const march2025: Revision = { number: 1, date: '2025-03' };

/** A counted number of one year. */
export function counted(
  year: number,
  number: number,
  source: FigureSource,
  notes: readonly FigureNote[] = [],
  revision: Revision = first,
): PublicFigure {
  return figure(
    { from: year, to: year, perYear: false },
    { kind: 'number', number },
    source,
    'counted',
    notes,
    revision,
  );
}

/** A number of one year that the source calls rounded. */
export function about(year: number, number: number, source: FigureSource): PublicFigure {
  return figure({ from: year, to: year, perYear: false }, { kind: 'about', number }, source, 'counted', [], first);
}

/** An estimate. */
export function estimated(
  period: Period,
  value: FigureValue,
  source: FigureSource,
  notes: readonly FigureNote[] = [],
): PublicFigure {
  return figure(period, value, source, 'estimated', notes, first);
}

/** The publisher says that people stand in several groups. */
export const overlap: FigureNote = { code: 'overlap' };

/** Part of a group that the source names. */
export function ofWhomCriminal(number: number): FigureNote {
  return { code: 'of-whom-criminal', number };
}

/** The high end is itself told as a range. */
export function highEnd(low: number, high: number): FigureNote {
  return { code: 'high-end', low, high };
}

function figure(
  period: Period,
  value: FigureValue,
  source: FigureSource,
  status: PublicFigure['status'],
  notes: readonly FigureNote[],
  revision: Revision,
): PublicFigure {
  return { period, value, revision, source, status, notes };
}
