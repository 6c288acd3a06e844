/** What was published: a number, or as much as the publisher said of it. */
export type FigureValue =
  | { readonly kind: 'number' | 'about' | 'more-than'; readonly number: number }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number }
  | { readonly kind: 'about-within'; readonly number: number; readonly low: number; readonly high: number };

/** Years, both included; `to` is null where it goes on. */
export interface Period {
  readonly from: number;
  readonly to: number | null;
  /** A number for each year of them, not for all together. */
  readonly perYear: boolean;
}

/** Where a figure is read from. Null stands for "not stated": nothing of it is guessed. */
export interface FigureSource {
  readonly address: string;
  readonly title: string | null;
  /** The day on which it was read, as YYYY-MM-DD. */
  readonly read: string | null;
}

/** A later publication of the same figures. A new one never takes the place of an old one. */
export interface Revision {
  readonly number: number;
  /** As it was stated: a year, a month or a day. */
  readonly date: string | null;
}

/** What must be read beside a figure. */
export type FigureNote =
  | { readonly code: 'overlap' }
  | { readonly code: 'of-whom-criminal'; readonly number: number }
  | { readonly code: 'high-end'; readonly low: number; readonly high: number };

/** A figure that somebody else published. */
export interface PublicFigure {
  readonly period: Period;
  readonly value: FigureValue;
  readonly revision: Revision;
  readonly source: FigureSource;
  readonly status: 'counted' | 'estimated';
  readonly notes: readonly FigureNote[];
}

/** Who counts; null is "not stated". */
export type Publisher = 'rapporteur' | 'comensha' | 'eurostat' | 'uk-government' | null;

/** A sum that must hold within one series and revision: the figures of these years add up to a number. */
export interface SeriesCheck {
  readonly years: readonly number[];
  readonly total: number;
  readonly source: FigureSource;
}

/** Figures that one publisher counts in one way, so that they may stand in one line. */
export interface PublicSeries<Id extends string = string> {
  readonly id: Id;
  /** What is told apart: registered persons, their age, … */
  readonly topic: string;
  /** Which of them: everybody, or one group. */
  readonly group: string;
  readonly area: 'NL' | 'EU27' | 'UK';
  readonly unit: 'persons' | 'complaints' | 'reflection-periods';
  readonly publisher: Publisher;
  readonly figures: readonly PublicFigure[];
  readonly checks: readonly SeriesCheck[];
}

/** The figures of one revision, by their first year. */
export function figuresOf(series: PublicSeries, revision: number): readonly PublicFigure[] {
  return series.figures
    .filter((figure) => figure.revision.number === revision)
    .toSorted((one, other) => one.period.from - other.period.from);
}

/** The numbers of the revisions of a series, newest first. */
export function revisionsOf(series: PublicSeries): readonly number[] {
  const numbers = new Set(series.figures.map(({ revision }) => revision.number));
  return [...numbers].toSorted((one, other) => other - one);
}

/** One year of a row: what was published of it, or a gap. */
export interface RowPlace {
  readonly year: number;
  readonly figure: PublicFigure | null;
}

/**
 * A revision year by year, from its first year to its last. A year of which nothing is known is a gap: never zero, and never a number that
 * lies between its neighbours. A figure of several years stands at its first one, and the years it covers are no gaps.
 */
export function rowOf(series: PublicSeries, revision: number): readonly RowPlace[] {
  const figures = figuresOf(series, revision);
  const [first] = figures;
  if (first === undefined) return [];
  const ends = figures.map(({ period }) => period.to ?? period.from);
  const last = Math.max(...ends);
  const places: RowPlace[] = [];
  for (let year = first.period.from; year <= last; year += 1) {
    const here = figures.filter(({ period }) => period.from === year);
    places.push(...here.map((figure) => ({ year, figure })));
    const isCovered = figures.some(({ period }) => period.from <= year && year <= (period.to ?? period.from));
    if (!isCovered) places.push({ year, figure: null });
  }
  return places;
}
