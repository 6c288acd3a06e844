import type { Cell } from '#kernel/disclosure';
import type { LanguageChoice } from '#kernel/languages/web';
import type { LibrarySeries } from '../../model/open/abroad/library/public-library.ts';
import { rowOf, type FigureValue } from '../../model/open/abroad/public-series.ts';
import type { SeriesWords } from './use-series-words.ts';

/** The columns of a saved table, with the tags by which humanitarian programs know them (HXL 1.1). */
const columns = [
  ['period', '#date+start+year'],
  ['to', '#date+end+year'],
  ['kind', '#indicator+type'],
  ['value', '#indicator+value+num'],
  ['low', '#indicator+min+num'],
  ['high', '#indicator+max+num'],
  ['unit', '#indicator+unit'],
  ['area', '#country+name'],
  ['series', '#indicator+name'],
  ['publisher', '#org+name'],
  ['revision', '#meta+revision'],
  ['revisionDate', '#meta+revision+date'],
  ['status', '#status'],
  ['source', '#meta+url'],
  ['title', '#meta+title'],
  ['read', '#date+read'],
  ['notes', '#description'],
] as const;

/** A series as rows to save; a gap is a year with empty cells, never zero. */
export function seriesRows(
  t: LanguageChoice['t'],
  words: SeriesWords,
  series: LibrarySeries,
  { revision, hxl }: { readonly revision: number; readonly hxl: boolean },
): readonly (readonly Cell[])[] {
  const none = t('diplomacy.abroad.notStated');
  const rows = rowOf(series, revision).map(({ year, figure }): readonly Cell[] => {
    const about: readonly Cell[] = [
      t(`diplomacy.abroad.unit.${series.unit}`),
      t(`diplomacy.abroad.area.${series.area}`),
      words.nameOf(series),
      t(`diplomacy.abroad.publisher.${series.publisher ?? 'none'}`),
    ];
    if (figure === null) return [year, year, '', '', '', '', ...about, '', '', '', '', '', '', ''];
    const { value, period, source } = figure;
    return [
      ...[year, period.to ?? ''],
      t(`diplomacy.abroad.kind.${value.kind}`),
      ...numberCells(value),
      ...about,
      ...[figure.revision.number, figure.revision.date ?? none],
      t(`diplomacy.abroad.status.${figure.status}`),
      ...[source.address, source.title ?? none, source.read ?? none],
      figure.notes.map(words.noteOf).join('; '),
    ];
  });
  return [
    columns.map(([column]) => t(`diplomacy.abroad.column.${column}`)),
    ...(hxl ? [columns.map(([, tag]) => tag)] : []),
    ...rows,
  ];
}

function numberCells(value: FigureValue): readonly [Cell, Cell, Cell] {
  if (value.kind === 'interval') return ['', value.low, value.high];
  if (value.kind === 'about-within') return [value.number, value.low, value.high];
  return [value.number, '', ''];
}
