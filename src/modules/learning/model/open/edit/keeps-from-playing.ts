import type { CourseFinding } from '../source/course-finding.ts';

/** What cannot be put together at all; other findings may be mended after it was tried. */
const codes: ReadonlySet<string> = new Set([
  'scene-missing',
  'id-twice',
  'reference-unknown',
  'answers-unfit',
  'language-missing',
  'key-missing',
  'text-not-allowed',
  'term-unknown',
  'slot-unknown',
  'source-unknown',
  'medium-missing',
  'rule-unmet',
  'way-lost',
] satisfies readonly CourseFinding['code'][]);

/** Findings that keep a course from being tried out in one language; `releaseCourse` can be asked where there is none of them. */
export function keepsFromPlaying(findings: readonly CourseFinding[], language: string): readonly CourseFinding[] {
  return findings.filter(({ code, file }) => {
    const other = file.startsWith('text/') && file !== `text/${language}.yaml`;
    return codes.has(code) && !other;
  });
}
