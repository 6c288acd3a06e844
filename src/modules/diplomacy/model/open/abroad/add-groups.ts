import { ok, refuse, type Result } from '#platform/base';
import { plainNumber } from './find-change.ts';
import { figuresOf, type PublicFigure, type PublicSeries } from './public-series.ts';

/** Why groups are not added up, nor stacked. */
export interface GroupsRefusal {
  readonly type: 'GroupsOverlap' | 'GroupsDiffer' | 'GroupTwice' | 'FigureMissing' | 'FigureNotPlain';
}

/** Adds up the groups of one year. Refused: groups that overlap, of different publishers, areas, units or topics, the same group twice, and gaps. */
export function addGroups(
  groups: readonly PublicSeries[],
  year: number,
  revision: number,
): Result<number, GroupsRefusal> {
  const kinds = new Set(groups.map(({ topic, publisher, area, unit }) => [topic, publisher, area, unit].join(' ')));
  if (kinds.size > 1) return refuse({ type: 'GroupsDiffer' });
  if (new Set(groups.map(({ group }) => group)).size < groups.length) return refuse({ type: 'GroupTwice' });
  const figures = groups.map((series) => figureOf(series, year, revision));
  if (figures.some((figure) => figure !== undefined && overlaps(figure))) return refuse({ type: 'GroupsOverlap' });
  let sum = 0;
  for (const figure of figures) {
    if (figure === undefined) return refuse({ type: 'FigureMissing' });
    const number = plainNumber(figure);
    if (number === null) return refuse({ type: 'FigureNotPlain' });
    sum += number;
  }
  return ok(sum);
}

/** Years in which the publisher says that the groups of a series overlap with others. */
export function overlappingYears(series: PublicSeries): readonly number[] {
  return series.figures.flatMap((figure) => (overlaps(figure) ? [figure.period.from] : []));
}

function figureOf(series: PublicSeries, year: number, revision: number): PublicFigure | undefined {
  return figuresOf(series, revision).find(({ period }) => period.from === year);
}

function overlaps({ notes }: PublicFigure): boolean {
  return notes.some(({ code }) => code === 'overlap');
}
