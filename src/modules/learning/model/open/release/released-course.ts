import type { RichText } from '#kernel/content';
import type { PartId } from '../source/part-id.ts';
import type { ReleasedBlock } from './released-block.ts';

/** A course in one language, ready to be played: everything a device needs but the pictures. */
export interface ReleasedCourse {
  readonly id: PartId;
  readonly version: string;
  /** Of its files: what was played is known exactly, whatever is written later. */
  readonly digest: string;
  readonly language: string;
  /** All languages it can be played in. */
  readonly languages: readonly string[];
  readonly title: string;
  /** Whom to turn to, within reach in every scene. */
  readonly help: RichText;
  /** Minutes of the whole. */
  readonly budget: number;
  readonly licence: string;
  readonly credit: readonly string[];
  /** Which course it was adapted from, and by whom; null for one that is nobody's adaptation. */
  readonly lineage: ReleasedLineage | null;
  /** To choose from; some blocks are for some of them alone. */
  readonly workplaces: readonly { readonly id: PartId; readonly name: string }[];
  readonly scenes: readonly ReleasedScene[];
  readonly rule: readonly Clause[];
  /** By id, those that texts name. */
  readonly sources: Readonly<Record<string, ReleasedSource>>;
  /** Notices before what is heavy, by id. */
  readonly notices: Readonly<Record<string, RichText>>;
  /** Words that are explained where they stand, by id. */
  readonly terms: Readonly<Record<string, { readonly word: string; readonly meaning: RichText }>>;
  /** What organisations fill, by id: how it is called where nothing was filled. */
  readonly slots: Readonly<Record<string, ReleasedSlot>>;
  /** What still keeps it from being published in this language; nothing where it may be. */
  readonly unsigned: readonly SignOffRole[];
}

/** Where an adaptation comes from. */
export interface ReleasedLineage {
  readonly original: string;
  readonly version: string;
  readonly credit: readonly string[];
  readonly by: string;
}

/** What must be done for the course to be done: a scene seen to its end, a decision brought to an ending, a round of questions. */
export type Clause =
  | { readonly seen: string }
  | { readonly decided: string; readonly in: string }
  | { readonly right: number; readonly of: string };

/** Who reads a course before it is published. */
export type SignOffRole = 'language' | 'law' | 'survivors' | 'accessibility';

export interface ReleasedSlot {
  readonly kind: 'emergency' | 'person' | 'advice' | 'children' | 'support' | 'law';
  readonly name: string;
  /** After so many months what was filled in is looked at again. */
  readonly review: number;
}

export interface ReleasedSource {
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
  /** `YYYY-MM-DD` */
  readonly accessed: string;
}

export interface ReleasedScene {
  readonly id: PartId;
  readonly title: string;
  readonly minutes: number;
  readonly required: boolean;
  /** Id of the notice that stands before it, with a way past it. */
  readonly heavy: string | null;
  readonly blocks: readonly ReleasedBlock[];
}
