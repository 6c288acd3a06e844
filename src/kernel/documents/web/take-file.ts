import { refuse, type Result } from '#platform/base';
import { checkFile, type AcceptedFile } from '../client/check-file.ts';
import { fileLimits, type FileRefusal } from '../index.ts';
import { cleanPhoto } from './clean-photo.ts';

/** Reads a chosen file, holds it against the rules, and cleans photos unless they are kept as evidence. */
export async function takeFile(
  file: File,
  choice: { readonly keepAsEvidence: boolean },
): Promise<Result<AcceptedFile, FileRefusal>> {
  if (file.size > fileLimits.bytes) return refuse({ type: 'FileTooLarge' });
  const checked = checkFile(new Uint8Array(await file.arrayBuffer()), file.name);
  return checked.ok && !choice.keepAsEvidence ? cleanPhoto(checked.value) : checked;
}
