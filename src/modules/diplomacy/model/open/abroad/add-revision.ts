import { ok, refuse, type Result } from '#platform/base';
import { revisionsOf, type PublicFigure, type PublicSeries } from './public-series.ts';

/** A revision that is not taken: its figures do not name one number, or it is not newer than those that are there. */
export interface RevisionRefusal {
  readonly type: 'RevisionMixed' | 'RevisionNotNewer';
}

/** A series with the figures of a newer publication. What stood before stays as it was, and can still be read. */
export function addRevision(
  series: PublicSeries,
  figures: readonly PublicFigure[],
): Result<PublicSeries, RevisionRefusal> {
  const [number, ...others] = new Set(figures.map(({ revision }) => revision.number));
  if (number === undefined || others.length > 0) return refuse({ type: 'RevisionMixed' });
  if (revisionsOf(series).some((before) => before >= number)) return refuse({ type: 'RevisionNotNewer' });
  return ok({ ...series, figures: [...series.figures, ...figures] });
}
