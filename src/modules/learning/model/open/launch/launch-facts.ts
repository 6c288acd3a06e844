import {
  listUnits,
  type CourseStructure,
  type LaunchBlock,
  type LaunchNode,
  type LaunchUnit,
} from './course-structure.ts';
import type { SessionId } from './launch-ids.ts';

/** The verbs that cmi5 defines, and by which a session and a registration are judged. */
export const launchVerbs = [
  'launched',
  'initialized',
  'completed',
  'passed',
  'failed',
  'terminated',
  'abandoned',
  'waived',
  'satisfied',
] as const;
export type LaunchVerb = (typeof launchVerbs)[number];

/** Something that happened in a registration: in which session, to which part or block (by its publisher's id). */
export interface LaunchEvent {
  readonly session: SessionId;
  readonly node: string;
  readonly verb: LaunchVerb;
}

/** Whether something happened to a part, in any session of the registration. */
export function hasHappened(events: readonly LaunchEvent[], node: string, verb: LaunchVerb): boolean {
  return events.some((event) => event.node === node && event.verb === verb);
}

/** Whether something happened in a session. */
export function hasHappenedIn(events: readonly LaunchEvent[], session: SessionId, verb: LaunchVerb): boolean {
  return events.some((event) => event.session === session && event.verb === verb);
}

/** Whether a part is done by what happened, or was waived (cmi5, 9.3.9 and 13.1.4). */
export function isUnitSatisfied({ publisher, moveOn }: LaunchUnit, events: readonly LaunchEvent[]): boolean {
  const happened = (verb: LaunchVerb) => hasHappened(events, publisher, verb);
  if (happened('waived')) return true;
  switch (moveOn) {
    case 'NotApplicable':
      return true;
    case 'Passed':
      return happened('passed');
    case 'Completed':
      return happened('completed');
    case 'CompletedAndPassed':
      return happened('completed') && happened('passed');
    case 'CompletedOrPassed':
      return happened('completed') || happened('passed');
  }
}

/** Blocks that are done now and were not told so yet: inner before outer, the course last. */
export function listNewlySatisfied(course: CourseStructure, events: readonly LaunchEvent[]): readonly LaunchBlock[] {
  const told = new Set(events.filter(({ verb }) => verb === 'satisfied').map(({ node }) => node));
  const done = (node: LaunchNode): boolean => listUnits(node).every((unit) => isUnitSatisfied(unit, events));
  const inner = (node: LaunchNode): readonly LaunchBlock[] =>
    node.kind === 'unit' ? [] : [...node.children.flatMap(inner), node];
  return inner(course).filter((block) => !told.has(block.publisher) && done(block));
}
