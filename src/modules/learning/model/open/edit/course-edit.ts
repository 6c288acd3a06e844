import type { CivilDate } from '#platform/base';
import type { BlockSource } from '../source/block-source.ts';
import type { PartId } from '../source/part-id.ts';

/** The way to something in a file: keys, and in a list the id of the entry, so that it is found again where others moved it. */
export type EditPath = readonly string[];

/**
 * One step of an author. Steps are values: they are done anew on what somebody else saved meanwhile, and each of them names what it
 * changes by ids.
 */
export type CourseEdit =
  /** Says something at a place; `undefined` takes it away. */
  | { readonly type: 'put'; readonly file: string; readonly path: EditPath; readonly value: unknown }
  /** Puts an entry into a list, behind another, or in front of all. */
  | {
      readonly type: 'add';
      readonly file: string;
      readonly path: EditPath;
      readonly value: unknown;
      readonly behind: string | null;
    }
  /** Moves an entry of a list by one place. */
  | { readonly type: 'move'; readonly file: string; readonly path: EditPath; readonly by: -1 | 1 }
  /** Takes an entry out of a list. */
  | { readonly type: 'drop'; readonly file: string; readonly path: EditPath }
  /** Another sentence. `hash` is that of the sentence in the source language as it was before, by which drift is told. */
  | {
      readonly type: 'text';
      readonly language: string;
      readonly key: string;
      readonly text: string | null;
      readonly hash: string;
      readonly on: CivilDate;
    }
  /** Something for whoever translates a text, which no learner reads; `null` takes it away. */
  | { readonly type: 'note'; readonly key: string; readonly text: string | null }
  | { readonly type: 'add-scene'; readonly id: PartId; readonly behind: string | null; readonly block: BlockSource }
  | { readonly type: 'drop-scene'; readonly scene: PartId }
  /** One more language, with every key still to be written; or one less, with all of its texts. Never that of the course. */
  | { readonly type: 'add-language' | 'drop-language'; readonly language: string }
  /** A workplace that nobody chooses any more; blocks that others are shown too stay for them. */
  | { readonly type: 'drop-workplace'; readonly place: string }
  /** Puts a block once more behind itself, with its texts and another id. */
  | { readonly type: 'copy-block'; readonly scene: PartId; readonly block: PartId; readonly id: PartId }
  /** A picture that came or went; its bytes are kept apart. */
  | {
      readonly type: 'medium';
      readonly name: string;
      readonly bytes: number | null;
      readonly addresses: readonly string[];
    };

/**
 * Why a step was not done: `Lost` what it names is not there (any more), `OutOfShape` the file would not say a course any more,
 * `NameUsed` something would get the name of what was taken away, `StillUsed` something is there for it alone, `Signed` this version is
 * signed and stays as it was read.
 */
export interface EditRefusal {
  readonly type: 'Lost' | 'OutOfShape' | 'NameUsed' | 'StillUsed' | 'Signed';
}
