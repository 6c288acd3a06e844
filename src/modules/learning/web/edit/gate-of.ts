import type { InstalledCourse } from '../../model/open/folder/installed-course.ts';
import { missingSignOffs } from '../../model/open/release/missing-sign-offs.ts';
import type { CourseSource } from '../../model/open/source/course-source.ts';

/** Something that is still to be done before people may be taught with a course. */
export interface GateFault {
  readonly code: 'errors' | 'no-change-note' | 'same-version' | 'retake-unsaid' | 'not-signed';
  readonly language?: string;
  readonly role?: string;
}

/**
 * What the publish gate asks for beyond local slots, which each organisation fills (learning design, 2.4): no error, a number of its
 * own, what changed, whether a new major version is to be done again, and signatures in every language.
 */
export function gateOf(
  source: CourseSource,
  { errors, installed }: { readonly errors: number; readonly installed: Pick<InstalledCourse, 'version'> | null },
): readonly GateFault[] {
  const { course, review } = source;
  const { version, languages } = course;
  const major = (one: string): number => Number(one.split('.')[0]);
  const rises = installed !== null && major(version) > major(installed.version);
  const all = [languages.source, ...languages.others];
  return [
    ...(errors > 0 ? [{ code: 'errors' as const }] : []),
    ...(installed?.version === version ? [{ code: 'same-version' as const }] : []),
    ...(review.changes[version] === undefined ? [{ code: 'no-change-note' as const }] : []),
    ...(rises && review.retake[version] === undefined ? [{ code: 'retake-unsaid' as const }] : []),
    ...all.flatMap((language) =>
      missingSignOffs(source, language).map((role) => ({ code: 'not-signed' as const, language, role })),
    ),
  ];
}
