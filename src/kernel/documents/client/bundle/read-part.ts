import { PDFDocument } from '@cantoo/pdf-lib';
import { ok, refuse, type Result } from '#platform/base';
import type { BundlePart, BundleRefusal } from '../../model/bundle.ts';
import { makeLetterPdf } from '../make-letter-pdf.ts';
import type { FontBytes } from '../pdf/printed-fonts.ts';

/** A part that was read: pages of a PDF, or one picture. */
export type ReadPart =
  | { readonly kind: 'pages'; readonly document: PDFDocument; readonly pages: number }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly format: 'jpeg' | 'png'; readonly pages: 1 };

/** Reads one part so far that its pages can be counted. */
export async function readPart(
  part: BundlePart,
  number: number,
  language: string,
  fonts: FontBytes,
): Promise<Result<ReadPart, BundleRefusal>> {
  switch (part.kind) {
    case 'pdf':
      return readPages(part.bytes, number);
    case 'jpeg':
    case 'png':
      return ok({ kind: 'picture', bytes: part.bytes, format: part.kind, pages: 1 });
    case 'text': {
      const set = await makeLetterPdf({
        title: part.title,
        language,
        blocks: [{ kind: 'paragraph', words: new TextDecoder().decode(part.bytes) }],
        fonts,
      });
      if (!set.ok) return refuse({ ...set.refusal, where: String(number) });
      return readPages(set.value, number);
    }
    default:
      return refuse({ type: 'PartKindNotPrintable', part: number });
  }
}

/** Opens a PDF; one with a password is refused, even with an empty one. */
export async function readPages(
  bytes: Uint8Array,
  number: number,
): Promise<Result<Extract<ReadPart, { kind: 'pages' }>, BundleRefusal>> {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
    if (document.isEncrypted) return refuse({ type: 'PartEncrypted', part: number });
    return ok({ kind: 'pages', document, pages: document.getPageCount() });
  } catch {
    // The library throws for every kind of broken file; all of them mean the same to the reader.
    return refuse({ type: 'PartUnreadable', part: number });
  }
}
