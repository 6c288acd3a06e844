import type { CourseSource } from '../source/course-source.ts';
import { fewestDrawn } from '../source/fewest-drawn.ts';

type Rule = CourseSource['course']['rule'];

/** Something that may count for a course to be done, and whether it does. */
export interface OfferedClause {
  readonly clause: Rule[number];
  readonly chosen: boolean;
  /** Where it stands in the rule; null where it does not count. */
  readonly at: number | null;
  /** Of a bank, how many questions everybody is asked in a round; else 1. */
  readonly most: number;
}

/**
 * All that may count, in the order of the scenes: to see a scene to its end, to bring a decision in it to an ending, to get so many
 * questions of a bank right. What the rule names and is not there any more comes last, so that it can be taken out.
 */
export function offeredClauses(source: Pick<CourseSource, 'course' | 'scenes'>): readonly OfferedClause[] {
  const { course, scenes } = source;
  const possible = course.outline.flatMap((scene): Rule => {
    const blocks = scenes.get(scene)?.blocks ?? [];
    const banks = new Set(blocks.flatMap((block) => (block.type === 'check' ? (block.bank ?? []) : [])));
    return [
      { seen: scene },
      ...blocks.flatMap(({ id, type }) => (type === 'decision' ? [{ decided: id, in: scene }] : [])),
      ...[...banks].map((of) => ({ right: Math.max(1, fewestDrawn(source, of)), of })),
    ];
  });
  const offered = [...new Map(possible.map((clause) => [nameOf(clause), clause])).values()];
  const names = new Set(offered.map(nameOf));
  const gone = course.rule.filter((clause) => !names.has(nameOf(clause)));
  return [...offered, ...gone].map((clause) => {
    const at = course.rule.findIndex((one) => nameOf(one) === nameOf(clause));
    const most = 'of' in clause ? fewestDrawn(source, clause.of) : 1;
    return { clause: course.rule[at] ?? clause, chosen: at >= 0, at: at < 0 ? null : at, most };
  });
}

/** The rule with one of the clauses said otherwise; null where it does not count any more. All others stay, in the order of the scenes. */
export function ruleWith(
  offered: readonly OfferedClause[],
  changed: OfferedClause,
  clause: Rule[number] | null,
): readonly Rule[number][] {
  return offered.flatMap((one) => {
    if (one === changed) return clause ?? [];
    return one.chosen ? one.clause : [];
  });
}

function nameOf(clause: Rule[number]): string {
  if ('seen' in clause) return `seen ${clause.seen}`;
  return 'of' in clause ? `right ${clause.of}` : `decided ${clause.in} ${clause.decided}`;
}
