import { ok, type Result } from '#platform/base';
import type { FileRefusal } from '#kernel/documents';

/** A chosen file that passed the rules for files. */
export interface ChosenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
}

/**
 * Reads a chosen file and holds it against the rules: kind by its leading bytes, size, no macros, no archives.
 * Photos lose place, time and camera unless they are kept as evidence.
 */
export async function readChosenFile(file: File, keepAsEvidence: boolean): Promise<Result<ChosenFile, FileRefusal>> {
  const { takeFile } = await import('#kernel/documents/web');
  const taken = await takeFile(file, { keepAsEvidence });
  return taken.ok ? ok({ bytes: taken.value.bytes, mediaType: taken.value.mediaType, name: taken.value.name }) : taken;
}
