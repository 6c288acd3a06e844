import { figuresOf, type FigureValue, type PublicSeries } from './public-series.ts';

/** Digits with points, commas, apostrophes or narrow blanks between groups of three, as languages write large numbers; else digits alone. */
const numberPattern = /\d{1,3}(?:[.,'’\u00A0\u202F]\d{3})+(?!\d)|\d+/g;

/**
 * Numbers of a text that stand nowhere in the figures of a series: neither as a value nor as a year, nor in `name`, which may say "under 18".
 * In the order of the text, each once.
 */
export function numbersNotIn(text: string, series: PublicSeries, revision: number, name = ''): readonly string[] {
  const known = new Set(
    figuresOf(series, revision).flatMap(({ value, period }) => [
      ...numbersOf(value),
      ...yearsBetween(period.from, period.to ?? period.from),
    ]),
  );
  for (const year of gapYears(series, revision)) known.add(year);
  for (const number of name.match(numberPattern) ?? []) known.add(Number(number.replaceAll(/\D/g, '')));
  const written = text.match(numberPattern) ?? [];
  return [...new Set(written.filter((one) => !known.has(Number(one.replaceAll(/\D/g, '')))))];
}

/** The numbers of a value. */
export function numbersOf(value: FigureValue): readonly number[] {
  if (value.kind === 'interval') return [value.low, value.high];
  if (value.kind === 'about-within') return [value.number, value.low, value.high];
  return [value.number];
}

/** Years between the first and the last, whether anything is known of them or not: a text may say that nothing is. */
function gapYears(series: PublicSeries, revision: number): readonly number[] {
  const figures = figuresOf(series, revision);
  const from = figures.map(({ period }) => period.from);
  const to = figures.map(({ period }) => period.to ?? period.from);
  return figures.length === 0 ? [] : yearsBetween(Math.min(...from), Math.max(...to));
}

function yearsBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
