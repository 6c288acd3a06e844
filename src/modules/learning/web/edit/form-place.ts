import type { EditPath } from '../../model/open/edit/course-edit.ts';
import type { BlockSource } from '../../model/open/source/block-source.ts';
import type { TextKey } from '../../model/open/source/text-keys.ts';

/** Where a form stands: in which block, and within it. */
export interface FormPlace {
  readonly scene: string;
  readonly file: string;
  readonly block: BlockSource;
  /** The way to what the form changes, in its file. */
  readonly path: EditPath;
  /** What stands there now. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Start of the keys of its texts. */
  readonly key: string;
  /** Keys that the block has. */
  readonly keys: readonly TextKey[];
}
