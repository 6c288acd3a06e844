import { useLanguage, type LanguageChoice } from '#kernel/languages/web';
import type { LibrarySeries } from '../../model/open/abroad/library/public-library.ts';
import { findExtremes } from '../../model/open/abroad/find-extremes.ts';
import {
  figuresOf,
  rowOf,
  type FigureNote,
  type FigureValue,
  type Period,
  type PublicSeries,
} from '../../model/open/abroad/public-series.ts';

/** Series and their figures in the words of the page. */
export interface SeriesWords {
  nameOf(series: LibrarySeries): string;
  valueOf(value: FigureValue): string;
  /** For the end of a bar, where little fits. */
  shortValueOf(value: FigureValue): string;
  periodOf(period: Period): string;
  noteOf(note: FigureNote): string;
  /** What a picture of a series says: kind, series, range, highest, lowest, gaps. */
  pictureOf(series: LibrarySeries, revision: number): string;
}

/** The words of the chosen language. */
export function useSeriesWords(): SeriesWords {
  return seriesWords(useLanguage());
}

function seriesWords(choice: LanguageChoice): SeriesWords {
  const { t, formatNumber } = choice;
  const nameOf = (series: LibrarySeries): string =>
    [
      `${t(`diplomacy.abroad.topic.${series.topic}`)}: ${t(`diplomacy.abroad.group.${series.group}`)}`,
      t(`diplomacy.abroad.area.${series.area}`),
      t(`diplomacy.abroad.publisher.${series.publisher ?? 'none'}`),
      yearsOf(series, 1),
    ].join(', ');
  const valueOf = (value: FigureValue): string => longValue(choice, value);
  const periodOf = ({ from, to, perYear }: Period): string => {
    if (to === null) return t('diplomacy.abroad.onwards', { from: String(from) });
    const years = to === from ? String(from) : `${String(from)}–${String(to)}`;
    return perYear && to !== from ? t('diplomacy.abroad.perYear', { years }) : years;
  };
  const noteOf = (note: FigureNote): string => {
    if (note.code === 'overlap') return t('diplomacy.abroad.note.overlap');
    if (note.code === 'of-whom-criminal')
      return t('diplomacy.abroad.note.ofWhomCriminal', { number: formatNumber(note.number) });
    return t('diplomacy.abroad.note.highEnd', { low: formatNumber(note.low), high: formatNumber(note.high) });
  };
  const words = { nameOf, valueOf, shortValueOf: shortValue(formatNumber), periodOf, noteOf };
  return { ...words, pictureOf: (series, revision) => sayPicture(t, words, series, revision) };
}

function longValue({ t, formatNumber }: LanguageChoice, value: FigureValue): string {
  switch (value.kind) {
    case 'number':
      return formatNumber(value.number);
    case 'about':
      return t('diplomacy.abroad.about', { number: formatNumber(value.number) });
    case 'more-than':
      return t('diplomacy.abroad.moreThan', { number: formatNumber(value.number) });
    case 'interval':
      return t('diplomacy.abroad.interval', { low: formatNumber(value.low), high: formatNumber(value.high) });
    case 'about-within':
      return t('diplomacy.abroad.aboutWithin', {
        number: formatNumber(value.number),
        low: formatNumber(value.low),
        high: formatNumber(value.high),
      });
  }
}

function sayPicture(
  t: LanguageChoice['t'],
  { nameOf, valueOf, periodOf }: Omit<SeriesWords, 'pictureOf'>,
  series: LibrarySeries,
  revision: number,
): string {
  const extremes = findExtremes(series, revision);
  if (extremes === null) return '';
  const { high, low } = extremes;
  const row = rowOf(series, revision);
  const gaps = row.flatMap(({ year, figure }) => (figure === null ? [String(year)] : []));
  const figures = row.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  const last = figures.at(-1)?.period;
  const name = nameOf(series);
  const says =
    figures.length === 1
      ? t('diplomacy.abroad.says.one', { name, value: valueOf(high.value), period: periodOf(high.period) })
      : t('diplomacy.abroad.says.range', {
          name,
          first: String(figures[0]?.period.from ?? ''),
          last: String(last?.to ?? last?.from ?? ''),
          high: valueOf(high.value),
          highYear: periodOf(high.period),
          low: valueOf(low.value),
          lowYear: periodOf(low.period),
        });
  return gaps.length === 0 ? says : `${says} ${t('diplomacy.abroad.says.gaps', { years: gaps.join(', ') })}`;
}

function shortValue(formatNumber: (value: number) => string): (value: FigureValue) => string {
  return (value) => {
    if (value.kind === 'interval') return `${formatNumber(value.low)}–${formatNumber(value.high)}`;
    const number = formatNumber(value.number);
    if (value.kind === 'number') return number;
    return value.kind === 'more-than' ? `> ${number}` : `± ${number}`;
  };
}

function yearsOf(series: PublicSeries, revision: number): string {
  const periods = figuresOf(series, revision).map(({ period }) => period);
  const first = Math.min(...periods.map(({ from }) => from));
  const last = Math.max(...periods.map(({ from, to }) => to ?? from));
  return first === last ? String(first) : `${String(first)}–${String(last)}`;
}
