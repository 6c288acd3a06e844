/** Something `course check` found: a stable code, the file, the way to the place in it, and a sentence for the author. */
export interface CourseFinding {
  readonly code: CourseFindingCode;
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Codes of what the files of a course say together; a file that is no YAML or out of shape is found when it is read. */
export type CourseFindingCode =
  | 'scene-missing'
  | 'scene-unlisted'
  | 'id-twice'
  | 'reference-unknown'
  | 'objective-unknown'
  | 'answers-unfit'
  | 'language-missing'
  | 'language-unlisted'
  | 'key-missing'
  | 'key-unused'
  | 'text-not-allowed'
  | 'text-not-plain'
  | 'term-unknown'
  | 'slot-unknown'
  | 'source-unknown'
  | 'source-unused'
  | 'medium-missing'
  | 'medium-unused'
  | 'medium-unlisted'
  | 'consent-missing'
  | 'never-shown'
  | 'rule-unmet'
  | 'minutes-off';
