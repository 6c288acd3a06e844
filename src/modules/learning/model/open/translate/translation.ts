/** How far a text of a translation is, in the words of XLIFF 2.1. */
export const translationStates = ['initial', 'translated', 'reviewed', 'final'] as const;
export type TranslationState = (typeof translationStates)[number];

/** One text as a translator gets it. */
export interface OfferedText {
  readonly key: string;
  /** The scene it belongs to, or `course` where it belongs to all of it. */
  readonly scene: string;
  readonly source: string;
  /** SHA-256 of the source: by it is told later what changed meanwhile. */
  readonly hash: string;
  /** Null where nobody translated it yet. */
  readonly target: string | null;
  readonly state: TranslationState;
  /** A fixed word: it is not translated anew. */
  readonly locked: boolean;
  readonly notes: readonly string[];
}

/** A course as a translator gets it, or gives it back. */
export interface Translation {
  readonly course: string;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly texts: readonly OfferedText[];
}

/** What is kept of a translated text: from which words, how far, since when, by whom. */
export interface KeptTranslation {
  readonly hash: string;
  /** The words themselves, so that a translator can be shown what changed. */
  readonly from: string;
  readonly state: TranslationState;
  readonly date: string;
  /** Role of whoever reviewed it; never a name. */
  readonly reviewer: string | null;
}

/** What came back of one text: just what an import looks at. */
export type ReturnedText = Pick<OfferedText, 'key' | 'source' | 'hash' | 'target' | 'state'>;
