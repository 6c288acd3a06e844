import { stringify } from 'yaml';
import type { CivilDate } from '#platform/base';
import type { CourseSource } from '../source/course-source.ts';
import { writeYaml } from '../edit/write-yaml.ts';

/** Who adapts a course into what, and by which digests its original is known again. */
export interface Forking {
  readonly as: string;
  readonly by: string;
  readonly address: string | undefined;
  readonly on: CivilDate;
  readonly digest: string;
  readonly units: ReadonlyMap<string, string>;
}

/** Whether a licence allows that anything is made of what stands under it. */
export function mayAdapt(licence: string): boolean {
  return !/(^|-)ND(-|$)/i.test(licence);
}

/**
 * The files in which an adaptation differs from its original on its first day (learning design, 2.6): credit, licence and lineage stay,
 * nobody has signed it, and each unit of the original is written down. `courseText` is the original's `course.yaml`.
 */
export function forkFiles(source: CourseSource, courseText: string, forking: Forking): ReadonlyMap<string, string> {
  const { as, by, address, on, digest, units } = forking;
  const { id, version, licence, credit } = source.course;
  const lineage = {
    ...{ original: id, version, digest },
    ...(address === undefined ? {} : { address }),
    ...{ forkedOn: on, by, licence, credit },
  };
  const own = { ...source.course, id: as, version: '0.1.0', credit: [...new Set([...credit, by])], lineage };
  // Nobody has read the adaptation yet, whoever read the original.
  const review = { signed: [], changes: { '0.1.0': `Adapted from ${id} ${version}.` }, retake: {} };
  const lock = { original: id, version, units: inOrder(units), later: [] };
  return new Map([
    ['course.yaml', writeYaml(courseText, own)],
    ['review.yaml', stringify(review)],
    ['upstream.lock', `${JSON.stringify(lock, null, 2)}\n`],
  ]);
}

/** Units in order, so that two people who work on an adaptation meet in few lines. */
function inOrder(units: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...units].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
