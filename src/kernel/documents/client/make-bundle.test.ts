import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { deflateSync, zlibSync } from 'fflate';
import { degrees, PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { BundlePart } from '#kernel/documents';
import { expectOk } from '#platform/base';
import { makeBundle, makeLetterPdf, type BundleInput } from '#kernel/documents/client';
import { bundleWords, readPrintedFonts } from '#kernel/documents/testing';

const fonts = readPrintedFonts();

async function buildPdf(pages: number, change?: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let at = 0; at < pages; at += 1)
    document.addPage([595.28, 841.89]).drawText(`Original page ${at + 1}`, { x: 60, y: 780, size: 18, font });
  await change?.(document);
  return document.save();
}

function buildPng(width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set([x % 256, y % 256, 120], y * (1 + width * 3) + 1 + x * 3);
  const chunk = (name: string, data: Uint8Array): Uint8Array => {
    const all = new Uint8Array(12 + data.length);
    const view = new DataView(all.buffer);
    view.setUint32(0, data.length);
    all.set(new TextEncoder().encode(name), 4);
    all.set(data, 8);
    view.setUint32(8 + data.length, crc(all.subarray(4, 8 + data.length)));
    return all;
  };
  const head = new Uint8Array(13);
  new DataView(head.buffer).setUint32(0, width);
  new DataView(head.buffer).setUint32(4, height);
  head.set([8, 2], 8);
  const parts = [
    new Uint8Array([0x89, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ];
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

const input = (parts: readonly BundlePart[], more: Partial<BundleInput> = {}): BundleInput => ({
  title: 'Application to extend',
  language: 'en',
  parts,
  words: bundleWords,
  fonts,
  ...more,
});

/** Lets a page act in every way we know of, with a note and a field to be seen. */
async function buildHostilePdf(): Promise<Uint8Array> {
  return buildPdf(2, (document) => {
    const page = document.getPage(0);
    document.getForm().createTextField('name').addToPage(page, { x: 60, y: 600, width: 200, height: 24 });
    document.getForm().getTextField('name').setText('Filled by hand');
    document.addJavaScript('run', 'app.alert(1)');
    const { context, catalog } = document;
    catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(2)') }));
    catalog.set(PDFName.of('AA'), context.obj({ WC: { S: 'JavaScript', JS: PDFString.of('app.alert(3)') } }));
    page.node.set(PDFName.of('AA'), context.obj({ O: { S: 'URI', URI: PDFString.of('https://evil.example') } }));
    page.node.Annots()?.push(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 9, 9],
        A: { S: 'Launch', F: PDFString.of('cmd.exe') },
      }),
    );
    page.node.Annots()?.push(
      context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [0, 0, 9, 9],
        Contents: PDFString.of('a note without a picture'),
      }),
    );
    void document.attach(deflateSync(new Uint8Array(9)), 'evil.exe');
  });
}

describe('a bundle', () => {
  it('has a letter, contents, sheets, bookmarks, labels, title and language', async () => {
    const letter = expectOk(
      await makeLetterPdf({
        title: 'Letter',
        language: 'en',
        fonts,
        blocks: [{ kind: 'paragraph', words: 'Dear colleague,' }],
      }),
    );
    const parts: BundlePart[] = [
      { title: 'Passport, copy of all pages', bytes: await buildPdf(3), kind: 'pdf' },
      { title: 'Photo of the room', bytes: buildPng(300, 500), kind: 'png', note: 'Taken by the volunteer' },
      { title: 'A note', bytes: new TextEncoder().encode('Line one\nLine two'), kind: 'text' },
    ];
    const made = expectOk(
      await makeBundle(
        input(parts, {
          letter,
          following: [{ title: 'Report of the doctor', note: 'follows before 1 March' }],
          reference: 'Linden Kite',
        }),
      ),
    );
    if (process.env['BAKEN_KEEP_PRINTS']) writeFileSync(`${process.env['BAKEN_KEEP_PRINTS']}/bundle.pdf`, made.bytes);
    expect(made.pages).toBe(1 + 1 + 4 + 2 + 2);
    expect(made.parts.map(({ firstPage }) => firstPage)).toEqual([3, 7, 9]);
    const document = await PDFDocument.load(made.bytes);
    expect(document.getPageCount()).toBe(made.pages);
    expect([document.getTitle(), document.getLanguage(), document.getAuthor()]).toEqual([
      'Application to extend',
      'en',
      'Baken',
    ]);
    const outline = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    expect(String(outline.get(PDFName.of('Count')))).toBe('5');
    expect(document.catalog.has(PDFName.of('PageLabels'))).toBe(true);
  });

  it('turns a part as asked, on top of how it lies already, and tells how far it is', async () => {
    const lying = await buildPdf(1, (document) => document.getPage(0).setRotation(degrees(90)));
    const parts: BundlePart[] = [
      { title: 'Upright', bytes: await buildPdf(1), kind: 'pdf', turn: 90 },
      { title: 'Was lying', bytes: lying, kind: 'pdf', turn: 270 },
      { title: 'Photo', bytes: buildPng(300, 500), kind: 'png', turn: 90 },
    ];
    const heard: string[] = [];
    const made = expectOk(await makeBundle(input(parts), (done, of) => heard.push(`${done}/${of}`)));
    const pages = (await PDFDocument.load(made.bytes)).getPages();
    const isWide = (number: number) => (pages[number - 1]?.getWidth() ?? 0) > (pages[number - 1]?.getHeight() ?? 0);
    expect(made.parts.map(({ firstPage }) => isWide(firstPage + 1))).toEqual([true, false, true]);
    expect(heard).toEqual(['1/3', '2/3', '3/3']);
  });

  it('is the same file for the same input', async () => {
    const parts = [{ title: 'One', bytes: await buildPdf(2), kind: 'pdf' as const }];
    const [first, second] = [expectOk(await makeBundle(input(parts))), expectOk(await makeBundle(input(parts)))];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('keeps what is to be seen and leaves behind what can act', async () => {
    const made = expectOk(await makeBundle(input([{ title: 'Hostile', bytes: await buildHostilePdf(), kind: 'pdf' }])));
    if (process.env['BAKEN_KEEP_PRINTS']) writeFileSync(`${process.env['BAKEN_KEEP_PRINTS']}/hostile.pdf`, made.bytes);
    expect(made.partsWithLostNotes).toEqual([1]);
    const document = await PDFDocument.load(made.bytes);
    const { catalog, context } = document;
    for (const key of ['OpenAction', 'AA', 'Names', 'AcroForm', 'AF'])
      expect(catalog.has(PDFName.of(key)), key).toBe(false);
    for (const page of document.getPages())
      expect([page.node.has(PDFName.of('AA')), page.node.has(PDFName.of('Annots'))]).toEqual([false, false]);
    const all = context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(all).not.toMatch(/JavaScript|Launch|evil|EmbeddedFile|app\.alert/);
    const drawn = context.enumerateIndirectObjects().filter(([, object]) => String(object).includes('/BBox')).length;
    expect(drawn).toBeGreaterThanOrEqual(3);
  });

  it('turns pages and puts them on A4', async () => {
    const turned = await buildPdf(1, (document) => document.getPage(0).setRotation(degrees(90)));
    const large = await buildPdf(1, (document) => document.getPage(0).setSize(2000, 3000));
    const made = expectOk(
      await makeBundle(
        input([
          { title: 'Turned', bytes: turned, kind: 'pdf' },
          { title: 'Large', bytes: large, kind: 'pdf' },
        ]),
      ),
    );
    const document = await PDFDocument.load(made.bytes);
    expect(document.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())])).toEqual([
      [595, 842],
      [595, 842],
      [842, 595],
      [595, 842],
      [595, 842],
    ]);
  });

  it('breaks long contents over pages and counts them', async () => {
    const one = await buildPdf(1);
    const parts = Array.from({ length: 60 }, (_, at): BundlePart => ({
      title: `Paper ${at + 1} with a title that is rather long and needs a second line in the contents`,
      bytes: one,
      kind: 'pdf',
    }));
    const made = expectOk(await makeBundle(input(parts)));
    expect(made.parts[0]?.firstPage).toBe(made.pages - 120 + 1);
    expect((await PDFDocument.load(made.bytes)).getPageCount()).toBe(made.pages);
  });

  it('refuses by part', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'a', ownerPassword: 'b', permissions: {} });
    const good: BundlePart = { title: 'Good', bytes: await buildPdf(1), kind: 'pdf' };
    const answer = async (part: Partial<BundlePart>): Promise<unknown> => {
      const made = await makeBundle(input([good, { ...good, ...part }]));
      return made.ok ? 'made' : made.refusal;
    };
    expect(await answer({ bytes: await locked.save() })).toEqual({ type: 'PartEncrypted', part: 2 });
    expect(await answer({ bytes: new TextEncoder().encode('%PDF-1.7 broken %%EOF') })).toEqual({
      type: 'PartUnreadable',
      part: 2,
    });
    expect(await answer({ bytes: buildPng(9, 9).slice(0, 60), kind: 'png' })).toEqual({
      type: 'PartUnreadable',
      part: 2,
    });
    expect(await answer({ kind: 'docx' })).toEqual({ type: 'PartKindNotPrintable', part: 2 });
    expect(await answer({ title: 'رسالة' })).toMatchObject({ type: 'SignsNotInFont', where: '2' });
    expect(await answer({ bytes: await buildPdf(299) })).toEqual({ type: 'BundleTooManyPages', pages: 1 + 2 + 300 });
    expect(await makeBundle(input([]))).toEqual({ ok: false, refusal: { type: 'BundleEmpty' } });
  });
});

it('sets a letter with every kind of block, and refuses signs it cannot print', async () => {
  const made = expectOk(
    await makeLetterPdf({
      title: 'Brief',
      language: 'nl',
      fonts,
      blocks: [
        { kind: 'lines', lines: ['Organisatie De Haven', 'Postbus 1', 'Șerban Ẹkúndayọ̀'] },
        { kind: 'heading', words: 'Verlenging' },
        { kind: 'paragraph', words: 'Geachte heer, mevrouw, '.repeat(300) },
        { kind: 'list', items: ['paspoort', 'brief'] },
        { kind: 'quote', words: 'Zij zei het zo.' },
        { kind: 'footnote', words: 'Art. 3.51 Vb' },
      ],
    }),
  );
  expect((await PDFDocument.load(made)).getPageCount()).toBe(2);
  const refused = await makeLetterPdf({
    title: 'x',
    language: 'en',
    fonts,
    blocks: [{ kind: 'paragraph', words: 'سلام' }],
  });
  expect(refused).toMatchObject({ ok: false, refusal: { type: 'SignsNotInFont', where: '1' } });
});
