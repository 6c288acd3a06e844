import { numbersOf } from './numbers-not-in.ts';
import { figuresOf, type PublicFigure, type PublicSeries } from './public-series.ts';

/** The figures of a revision that reach highest and lowest; the earlier of two that are alike. Null where there is none. */
export function findExtremes(
  series: PublicSeries,
  revision: number,
): { readonly high: PublicFigure; readonly low: PublicFigure } | null {
  const [first, ...rest] = figuresOf(series, revision);
  if (first === undefined) return null;
  let [high, low] = [first, first];
  for (const figure of rest) {
    if (Math.max(...numbersOf(figure.value)) > Math.max(...numbersOf(high.value))) high = figure;
    if (Math.min(...numbersOf(figure.value)) < Math.min(...numbersOf(low.value))) low = figure;
  }
  return { high, low };
}
