import type { courseWarnings } from '../source/course-finding.ts';

/** Something `workshop check` found: a stable code, the file, the way to the place in it, and a sentence for the author. */
export interface WorkshopFinding {
  readonly code: WorkshopFindingCode;
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Codes of what the files of a workshop say together; those that only warn are the ones of a course. */
export type WorkshopFindingCode =
  | 'id-twice'
  | 'reference-unknown'
  | 'slide-unused'
  | 'slide-long'
  | 'card-unused'
  | 'objective-unpractised'
  | 'minutes-off'
  | 'say-long'
  | 'break-missing'
  | 'people-wrong'
  | 'page-missing'
  | 'questions-few'
  | 'evaluation-unfit'
  | 'signals-lopsided'
  | 'heavy-missing'
  | 'notice-missing'
  | 'language-missing'
  | 'language-unlisted'
  | 'key-missing'
  | 'key-unused'
  | 'text-not-allowed'
  | 'text-not-plain'
  | 'mark-unknown'
  | 'source-unused'
  | 'source-wanting'
  | (typeof courseWarnings)[number];
