/** Something `course check` found: a stable code, the file, the way to the place in it, and a sentence for the author. */
export interface CourseFinding {
  readonly code: CourseFindingCode;
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly text: string;
  /** The one word, name or number that the sentence is about, where there is one: for sentences in other languages. */
  readonly about?: string;
}

/**
 * Codes of what the files of a course say together; a file that is no YAML or out of shape is found when it is read. Those of
 * `warnings` are for the author to weigh; every other keeps a course from being played.
 */
export type CourseFindingCode =
  | 'scene-missing'
  | 'scene-unlisted'
  | 'id-twice'
  | 'name-used-again'
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
  | 'term-unused'
  | 'slot-unknown'
  | 'slot-unused'
  | 'source-unknown'
  | 'source-unused'
  | 'medium-missing'
  | 'medium-unused'
  | 'medium-unlisted'
  | 'consent-missing'
  | 'credit-lost'
  | 'licence-unlike'
  | 'never-shown'
  | 'rule-unmet'
  | 'way-lost'
  | 'signals-lopsided'
  | 'forms-unlike'
  | 'objective-untaught'
  | 'objective-unpractised'
  | 'objective-untested'
  | 'item-aimless'
  | 'answers-guessable'
  | 'minutes-off'
  | 'alternative-poor'
  | 'picture-harmful'
  | 'heavy-missing'
  | 'support-missing'
  | 'source-wanting'
  | 'too-heavy'
  | 'reaches-out'
  | CourseWarningCode;

/** Codes that only warn. */
export type CourseWarningCode = (typeof courseWarnings)[number];

/** What an author should look at; a course with nothing but these can be played. */
export const courseWarnings = ['sentence-long', 'colour-alone', 'word-avoided', 'source-old'] as const;

/** Whether a finding keeps a course from being played. */
export function isCourseError({ code }: { readonly code: string }): boolean {
  return !courseWarnings.some((warning) => warning === code);
}
