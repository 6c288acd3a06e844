import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { ok, refuse, type Result } from '#platform/base';
import type { FormRefusal } from '../../model/form-map.ts';
import { isScript, listDicts } from '../pdf/list-dicts.ts';

/**
 * Opens a blank form. What cannot be filled faithfully is refused: XFA is looked for in the catalogue
 * before the library's form is touched, because that drops it silently.
 */
export async function openForm(bytes: Uint8Array): Promise<Result<PDFDocument, FormRefusal>> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, preserveXFA: true });
  } catch {
    // The library throws for every kind of broken file; all of them mean the same to the reader.
    return refuse({ type: 'FormUnreadable' });
  }
  // A file without a catalogue is opened all the same, with nothing where the catalogue should be.
  if (!(document.catalog instanceof PDFDict)) return refuse({ type: 'FormUnreadable' });
  if (document.isEncrypted) return refuse({ type: 'FormEncrypted' });
  const acroForm = document.catalog.lookup(PDFName.of('AcroForm'));
  if (!(acroForm instanceof PDFDict)) return refuse({ type: 'FormUnreadable' });
  if (acroForm.has(PDFName.of('XFA'))) return refuse({ type: 'FormHasXfa' });
  const dicts = listDicts(document);
  if (document.catalog.has(PDFName.of('Perms')) || dicts.some((dict) => dict.has(PDFName.of('ByteRange'))))
    return refuse({ type: 'FormCertified' });
  if (dicts.some(isScript)) return refuse({ type: 'FormScripted' });
  return ok(document);
}

/** Takes away everything that acts by itself: opening actions, triggers, launches, attachments. */
export function removeActions(document: PDFDocument): void {
  const { catalog } = document;
  for (const key of ['OpenAction', 'AA', 'Names', 'AF', 'Collection']) catalog.delete(PDFName.of(key));
  for (const dict of listDicts(document)) {
    dict.delete(PDFName.of('AA'));
    if (dict.has(PDFName.of('Subtype')) || dict.has(PDFName.of('FT'))) dict.delete(PDFName.of('A'));
  }
}
