import { ok, refuse, type Result } from '#platform/base';
import { checkFile, type AcceptedFile } from '../model/judge/check-file.ts';
import { fileLimits, type FileRefusal } from '../index.ts';
import { cleanPhoto } from './clean-photo.ts';

/**
 * Reads a chosen file, holds it against the rules, looks into a PDF, and cleans photos unless they are kept as evidence.
 */
export async function takeFile(
  file: File,
  choice: { readonly keepAsEvidence: boolean },
): Promise<Result<AcceptedFile, FileRefusal>> {
  if (file.size > fileLimits.bytes) return refuse({ type: 'FileTooLarge' });
  const bytes = await readBytes(file);
  if (bytes === null) return refuse({ type: 'FileUnreadable' });
  const checked = checkFile(bytes, file.name);
  if (!checked.ok) return checked;
  if (checked.value.kind === 'pdf') return lookInside(checked.value);
  return choice.keepAsEvidence ? checked : cleanPhoto(checked.value);
}

/** Null when the file went away or changed since it was chosen. */
async function readBytes(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

async function lookInside(file: AcceptedFile): Promise<Result<AcceptedFile, FileRefusal>> {
  // The library that reads a PDF is fetched for the first one.
  const { checkPdf } = await import('../client/pdf/check-pdf.ts');
  const seen = await checkPdf(file.bytes);
  return seen.ok ? ok({ ...file, encrypted: file.encrypted || seen.value.encrypted }) : seen;
}
