import type { Confidence } from '../../pack.ts';

/** A sentence; where it ends in a colon, what follows it one below the other, which may itself have parts. */
export interface PackSentence {
  readonly text: string;
  readonly items?: readonly PackSentence[];
}

/** A passage a rule rests on. */
export interface SourceNote {
  readonly title: string;
  readonly article: string;
  /** Both as one text. */
  readonly passage: string;
  /** Empty where nothing was read. */
  readonly address: string;
  /** The day it was read, in words; or that it was not. */
  readonly read: string;
}

/** The way to another rule of the document, with its title. */
export interface RuleLink {
  readonly anchor: string;
  readonly text: string;
}

/** One rule of a pack in sentences. */
export interface DescribedRule {
  /** Places in the pack that this rule stands for, such as `deadlines.3`: every place of a pack stands in exactly one rule. */
  readonly covers: readonly string[];
  /** Its name within the document: lower case letters, figures, hyphens. */
  readonly anchor: string;
  /** What `pack explain` calls it; null where it cannot be asked for alone. Shown beside the title, never in a sentence. */
  readonly code: string | null;
  readonly title: string;
  readonly sentences: readonly PackSentence[];
  /** How sure it is; null for what rests on no source of its own. */
  readonly confidence: Confidence | null;
  /** The same in words; empty where there is none. */
  readonly sure: string;
  readonly sources: readonly SourceNote[];
  /** The rules that ask for this one. */
  readonly usedBy: readonly RuleLink[];
}

/** Rows of text; every row has as many cells as the head. */
export interface PackTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A heading within a chapter. */
export interface PackSection<Rule = DescribedRule> {
  readonly anchor: string;
  readonly title: string;
  readonly code: string | null;
  readonly intro: readonly PackSentence[];
  readonly links: readonly RuleLink[];
  readonly tables: readonly PackTable[];
  readonly rules: readonly Rule[];
}

/** A chapter; that of a track has a map of its stages. */
export interface PackChapter<Rule = DescribedRule> {
  readonly anchor: string;
  readonly title: string;
  readonly track: string | null;
  readonly intro: readonly PackSentence[];
  readonly sections: readonly PackSection<Rule>[];
}

/** A whole pack, to be read from front to back: what a lawyer must look at comes first. */
export interface PackDocument {
  readonly pack: string;
  readonly version: string;
  readonly language: 'en' | 'nl';
  readonly title: string;
  readonly lead: readonly PackSentence[];
  /** Rules by how sure they are; those that rest on no source of their own are not counted. */
  readonly counts: Readonly<Record<Confidence, number>>;
  readonly chapters: readonly PackChapter[];
}
