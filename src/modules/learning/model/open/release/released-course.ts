import type { RichText } from '#kernel/content';
import type { PartId } from '../source/part-id.ts';

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
  /** To choose from; some blocks are for some of them alone. */
  readonly workplaces: readonly { readonly id: PartId; readonly name: string }[];
  readonly scenes: readonly ReleasedScene[];
  readonly rule: readonly Clause[];
  /** By id, those that texts name. */
  readonly sources: Readonly<Record<string, ReleasedSource>>;
}

/** What must be done for the course to be done: a scene seen to its end, or some items of a bank right. */
export type Clause = { readonly seen: string } | { readonly right: number; readonly of: string };

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
  readonly blocks: readonly ReleasedBlock[];
}

interface Common {
  readonly id: PartId;
  readonly optional: boolean;
  /** Workplaces it is for; null for all. */
  readonly workplaces: readonly string[] | null;
}

/** A block with its words. */
export type ReleasedBlock = Common &
  (
    | { readonly type: 'text'; readonly level: 'plain' | 'lead' | 'quote'; readonly body: RichText }
    | {
        readonly type: 'figure';
        /** Where the picture can be fetched. */
        readonly media: string;
        /** Null where the picture says nothing that the words beside it do not. */
        readonly alt: string | null;
        readonly caption: RichText | null;
        readonly long: RichText | null;
      }
    | {
        readonly type: 'dialogue';
        readonly intro: RichText;
        readonly turns: readonly { readonly who: string; readonly tone: string | null; readonly say: RichText }[];
      }
    | {
        readonly type: 'sort';
        readonly prompt: RichText;
        readonly groups: readonly { readonly id: PartId; readonly name: string }[];
        readonly cards: readonly SortCard[];
      }
    | {
        readonly type: 'check';
        readonly kind: 'single' | 'multiple';
        readonly bank: string | null;
        readonly prompt: RichText;
        readonly options: readonly CheckOption[];
      }
    | { readonly type: 'reflection'; readonly prompt: RichText; readonly hint: RichText | null }
  );

export interface SortCard {
  readonly id: PartId;
  readonly text: RichText;
  readonly group: string;
  readonly why: RichText;
}

export interface CheckOption {
  readonly id: PartId;
  readonly text: RichText;
  readonly right: boolean;
  readonly why: RichText;
}

/** A block of one kind. */
export type BlockOf<Type extends ReleasedBlock['type']> = Extract<ReleasedBlock, { readonly type: Type }>;
