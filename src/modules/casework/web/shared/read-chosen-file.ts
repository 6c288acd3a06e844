import { ok, refuse, type AnyRefusal, type Result } from '#platform/base';

/** A chosen file that passed the rules for files. */
export interface ChosenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
}

const mostBytes = 25 * 1024 * 1024;

/** Reads a chosen file and holds it against the rules: kind by its leading bytes, size, no macros, no archives. */
export async function readChosenFile(file: File): Promise<Result<ChosenFile, AnyRefusal>> {
  if (file.size === 0) return refuse({ type: 'FileEmpty' });
  if (file.size > mostBytes) return refuse({ type: 'FileTooLarge' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { checkFile } = await import('#kernel/documents/client');
  const checked = checkFile(bytes, file.name);
  if (!checked.ok) return checked;
  return ok({ bytes, mediaType: checked.value.mediaType, name: checked.value.name });
}
