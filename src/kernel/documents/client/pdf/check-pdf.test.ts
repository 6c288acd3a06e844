import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkPdf } from './check-pdf.ts';

async function buildPdf(
  poison: (document: PDFDocument) => unknown = () => undefined,
  useObjectStreams = true,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Beschikking', { x: 60, y: 700 });
  await poison(document);
  return document.save({ useObjectStreams });
}

async function answer(bytes: Uint8Array): Promise<unknown> {
  const checked = await checkPdf(bytes);
  return checked.ok ? checked.value : checked.refusal.type;
}

const script = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') };

describe('what a PDF hides', () => {
  it.each<readonly [string, (document: PDFDocument) => unknown, string]>([
    ['a script of the document', (document) => document.addJavaScript('a', 'app.alert(1)'), 'PdfHasProgram'],
    [
      'a script on opening',
      ({ catalog, context }) => catalog.set(PDFName.of('OpenAction'), context.obj(script)),
      'PdfHasProgram',
    ],
    [
      'a script of a page, deep inside',
      (document) => document.getPage(0).node.set(PDFName.of('AA'), document.context.obj({ O: { Next: [script] } })),
      'PdfHasProgram',
    ],
    [
      'a script that nothing leads to',
      ({ context }) => context.register(context.stream('x', { Odd: script })),
      'PdfHasProgram',
    ],
    [
      'a program to start',
      ({ catalog, context }) =>
        catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') })),
      'PdfHasProgram',
    ],
    [
      'another file inside',
      (document) => document.attach(new Uint8Array([77, 90]), 'invoice.exe', { mimeType: 'application/x-msdownload' }),
      'PdfHasFileInside',
    ],
  ])('finds %s, packed or plain', async (_, poison, code) => {
    for (const packed of [true, false]) expect(await answer(await buildPdf(poison, packed))).toBe(code);
  });

  it('finds a name written with a code instead of a letter', async () => {
    const plain = await buildPdf(
      ({ catalog, context }) => catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript' })),
      false,
    );
    const written = Buffer.from(plain).toString('latin1').replace('/JavaScript', '/#4AavaScri#70t');
    expect(written).not.toContain('/JavaScript');
    expect(await answer(Buffer.from(written, 'latin1'))).toBe('PdfHasProgram');
  });

  it('takes a plain letter, with a link and a form to fill in', async () => {
    const letter = await buildPdf((document) => {
      document.getForm().createTextField('name').addToPage(document.getPage(0));
      const link = document.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 9, 9],
        A: { S: 'URI', URI: PDFString.of('https://ind.nl/') },
      });
      document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([link]));
    });
    expect(await answer(letter)).toEqual({ encrypted: false });
  });

  it('says of one with a password that it cannot see all, and finds what is not hidden', async () => {
    const lock = (document: PDFDocument): void =>
      document.encrypt({ userPassword: 'a', ownerPassword: 'b', permissions: {} });
    for (const packed of [true, false]) expect(await answer(await buildPdf(lock, packed))).toEqual({ encrypted: true });
    const both = await buildPdf((document) => {
      document.catalog.set(PDFName.of('OpenAction'), document.context.obj(script));
      lock(document);
    }, false);
    expect(await answer(both)).toBe('PdfHasProgram');
  });

  it('refuses what is no PDF inside', async () => {
    expect(await answer(new TextEncoder().encode('%PDF-1.7\nnothing\n%%EOF'))).toBe('FileUnreadable');
  });
});

it('does not unpack a list of objects that would fill the memory, however it is named', async () => {
  const bomb = zlibSync(new Uint8Array(70 * 1_048_576), { level: 9 });
  const around = (dict: string, packed: Uint8Array): Uint8Array =>
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dict} /Length ${packed.length} >>\nstream\n`),
      packed,
      Buffer.from('\nendstream\nendobj\ntrailer << /Root 2 0 R >>\n%%EOF'),
    ]);
  for (const dict of [
    '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
    '/Type /#4fbjStm /N 1 /First 4 /Filter /Flat#65Decode',
    '/Type /XRef /Filter [/FlateDecode]',
  ])
    expect(await answer(around(dict, bomb))).toBe('ArchiveTooLarge');
  const twice = around('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', zlibSync(bomb));
  expect(await answer(twice)).toBe('ArchiveTooLarge');
});

it('is not brought down by a file that is nested without end', async () => {
  const nested = `1 0 obj\n${'['.repeat(50_000)}${']'.repeat(50_000)}\nendobj\n`;
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${nested}trailer << /Root 1 0 R >>\n%%EOF`);
  expect(await answer(bytes)).toBe('FileUnreadable');
});
