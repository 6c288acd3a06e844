import { ok, refuse, type Result } from '#platform/base';
import { rowOf, type PublicSeries, type RowPlace } from './public-series.ts';

/** A series as it is drawn: one revision of it. */
export interface DrawnSeries {
  readonly series: PublicSeries;
  readonly revision: number;
}

/** What keeps two series apart. */
export type SeriesField = 'series' | 'publisher' | 'group' | 'area' | 'unit' | 'revision';

/** Two rows that are not one line; says in what they differ. They may stand as two rows, or in two panels. */
export interface SeriesDiffer {
  readonly type: 'SeriesDiffer';
  readonly fields: readonly SeriesField[];
}

/** Puts rows into one line. Only a series in one revision is a line: everything else is refused (diplomacy, 5). */
export function joinSeries(one: DrawnSeries, other: DrawnSeries): Result<readonly RowPlace[], SeriesDiffer> {
  const fields = listDifferences(one, other);
  return fields.length === 0 ? ok(rowOf(one.series, one.revision)) : refuse({ type: 'SeriesDiffer', fields });
}

/** In what two rows differ; nothing when they are the same. */
export function listDifferences(one: DrawnSeries, other: DrawnSeries): readonly SeriesField[] {
  const [a, b] = [one.series, other.series];
  const found: readonly (readonly [SeriesField, boolean])[] = [
    ['series', a.id !== b.id],
    ['publisher', a.publisher !== b.publisher],
    ['group', a.topic !== b.topic || a.group !== b.group],
    ['area', a.area !== b.area],
    ['unit', a.unit !== b.unit],
    ['revision', one.revision !== other.revision],
  ];
  return found.flatMap(([field, differs]) => (differs ? [field] : []));
}

/** Whether two rows may share an axis: they count in the same unit. */
export function mayShareAxis(one: DrawnSeries, other: DrawnSeries): boolean {
  return one.series.unit === other.series.unit;
}
