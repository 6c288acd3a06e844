import { PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';

/** A bookmark: its words and the page it leads to, from 0. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
}

/** Writes bookmarks and page labels, so that the viewer's page numbers are those of the foot stamp. */
export function writeOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, at) => {
    const target = document.getPage(page).ref;
    const links: Record<string, PDFRef> = { Parent: root };
    const before = refs[at - 1];
    const after = refs[at + 1];
    if (before) links['Prev'] = before;
    if (after) links['Next'] = after;
    context.assign(
      own(refs, at),
      context.obj({ ...links, Title: PDFHexString.fromText(title), Dest: [target, 'Fit'] }),
    );
  });
  const [first, last] = [refs.at(0), refs.at(-1)];
  if (first && last)
    context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }));
  if (first) catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [PDFNumber.of(0), { S: 'D', St: 1 }] }));
}

function own(refs: readonly PDFRef[], at: number): PDFRef {
  const ref = refs[at];
  if (!ref) throw new Error('a bookmark without a reference');
  return ref;
}
