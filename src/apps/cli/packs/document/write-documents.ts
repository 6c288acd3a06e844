import { writeFileSync } from 'node:fs';
import { base64urlToBytes, bytesToHex } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { describePack, packText, type Pack } from '#kernel/procedures';
import { documentHtml } from './document-html.ts';

/** Where a pack is written to: one page, a Word document, or both. */
export interface DocumentFiles {
  readonly html: string | undefined;
  readonly docx: string | undefined;
}

/** Writes a pack as a document to read and sign. Files that are there are written over. */
export async function writeDocuments(pack: Pack, language: string, { html, docx }: DocumentFiles): Promise<void> {
  const document = describePack(pack, language);
  // The same that `sha256sum` says of the frozen file beside the rules.
  const hash = bytesToHex(base64urlToBytes(await hashText(packText(pack))) ?? new Uint8Array());
  if (html !== undefined) writeFileSync(html, documentHtml(document, pack, hash));
  if (docx === undefined) return;
  // Loaded where it is asked for: the library is large.
  const { documentDocx } = await import('./document-docx.ts');
  writeFileSync(docx, await documentDocx(document, pack, hash));
}
