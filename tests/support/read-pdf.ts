import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a person or their reader sees of a PDF: words of each page, bookmarks, labels. */
export interface ReadPdf {
  readonly title: string | undefined;
  readonly language: string | null;
  /** Words of each page in the order in which they were set. */
  readonly pages: readonly string[];
  readonly bookmarks: readonly { readonly title: string; readonly page: number }[];
  readonly labels: readonly string[] | null;
  readonly hasForm: boolean;
}

/** Reads a finished PDF with the same library that shows it, so that the test sees what people see. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const shown = await task.promise;
  const pages: string[] = [];
  for (let at = 1; at <= shown.numPages; at += 1) {
    const { items } = await (await shown.getPage(at)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    );
  }
  const labels = await shown.getPageLabels();
  await task.destroy();
  const document = await PDFDocument.load(bytes);
  const language = document.catalog.lookup(PDFName.of('Lang'));
  return {
    title: document.getTitle(),
    language: language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : null,
    pages,
    bookmarks: bookmarksOf(document),
    labels,
    hasForm: document.catalog.has(PDFName.of('AcroForm')),
  };
}

function bookmarksOf(document: PDFDocument): ReadPdf['bookmarks'] {
  const outlines = document.catalog.lookup(PDFName.of('Outlines'));
  const found: { title: string; page: number }[] = [];
  const pages = document.getPages().map(({ ref }) => String(ref));
  let item = outlines instanceof PDFDict ? outlines.lookup(PDFName.of('First')) : undefined;
  while (item instanceof PDFDict) {
    const title = item.lookup(PDFName.of('Title'));
    const target = item.lookup(PDFName.of('Dest'));
    const page = target instanceof PDFArray ? pages.indexOf(String(target.get(0))) + 1 : 0;
    if (title instanceof PDFString || title instanceof PDFHexString) found.push({ title: title.decodeText(), page });
    item = item.lookup(PDFName.of('Next'));
  }
  return found;
}
