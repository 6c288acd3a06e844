import { PDFDocument, PDFName, type PDFDict } from '@cantoo/pdf-lib';
import { ok, refuse, type Result } from '#platform/base';
import type { FileRefusal } from '../../model/file-refusal.ts';
import { actionOf, isScript, listDicts } from './list-dicts.ts';
import { unpacksTooMuch } from './unpacks-too-much.ts';

/**
 * Looks into a PDF as a reader would, through compressed parts and names written in another way: no program of its own,
 * nothing that starts another program, no other file inside. Our viewer runs none of it; whoever saves a copy and opens
 * it elsewhere is not protected by that. What a password hides is not seen, and said with `encrypted`.
 */
export async function checkPdf(bytes: Uint8Array): Promise<Result<{ readonly encrypted: boolean }, FileRefusal>> {
  if (unpacksTooMuch(bytes)) return refuse({ type: 'ArchiveTooLarge' });
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, preserveXFA: true });
    // Throws when there is nothing where the pages should be; a file with a password may hide them.
    if (!document.isEncrypted && document.getPageCount() === 0) return refuse({ type: 'FileUnreadable' });
  } catch {
    // The library throws for every kind of broken file; none of them could be shown or bundled.
    return refuse({ type: 'FileUnreadable' });
  }
  const dicts = listDicts(document);
  if (dicts.some((dict) => isScript(dict) || startsProgram(dict))) return refuse({ type: 'PdfHasProgram' });
  if (dicts.some(holdsFile)) return refuse({ type: 'PdfHasFileInside' });
  return ok({ encrypted: document.isEncrypted });
}

function startsProgram(dict: PDFDict): boolean {
  return actionOf(dict) === 'Launch';
}

function holdsFile(dict: PDFDict): boolean {
  const type = dict.get(PDFName.of('Type'));
  return dict.has(PDFName.of('EF')) || (type instanceof PDFName && type.decodeText() === 'EmbeddedFile');
}
