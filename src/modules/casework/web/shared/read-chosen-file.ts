import { ok, type Result } from '#platform/base';
import type { FileRefusal } from '#kernel/documents';

/** A chosen file that passed the rules for files. */
export interface ChosenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  /** A PDF with a password: can be kept, never be part of a bundle. */
  readonly encrypted: boolean;
}

/**
 * Reads a chosen file and holds it against the rules: kind by its leading bytes, size, no macros, no archives.
 * Photos lose place, time and camera unless they are kept as evidence.
 */
export async function readChosenFile(file: File, keepAsEvidence: boolean): Promise<Result<ChosenFile, FileRefusal>> {
  const { takeFile } = await import('#kernel/documents/web');
  const taken = await takeFile(file, { keepAsEvidence });
  if (!taken.ok) return taken;
  const { bytes, mediaType, name, encrypted } = taken.value;
  return ok({ bytes, mediaType, name, encrypted });
}
