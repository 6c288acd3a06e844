import { plainNumber } from './find-change.ts';
import { figuresOf, type PublicSeries, type SeriesCheck } from './public-series.ts';

/** A sum of a series with what comes out; null where a figure is missing or is no plain number. */
export interface CheckedSum {
  readonly check: SeriesCheck;
  readonly sum: number | null;
  readonly holds: boolean;
}

/** Works the sums out that travel with a series: a figure that was typed wrongly shows in them. */
export function checkSums(series: PublicSeries, revision: number): readonly CheckedSum[] {
  const figures = figuresOf(series, revision);
  return series.checks.map((check) => {
    const numbers = check.years.map((year) => {
      const figure = figures.find(({ period }) => period.from === year);
      return figure === undefined ? null : plainNumber(figure);
    });
    const sum = numbers.reduce<number | null>(
      (total, number) => (total === null || number === null ? null : total + number),
      0,
    );
    return { check, sum, holds: sum === check.total };
  });
}
