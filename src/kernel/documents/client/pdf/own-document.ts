import { PDFDocument } from '@cantoo/pdf-lib';

/** A new document that says nothing about who made it or when: title, language, and "Baken". */
export async function createOwnDocument(title: string, language: string): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language);
  document.setAuthor('Baken');
  document.setCreator('Baken');
  document.setProducer('Baken');
  return document;
}
