import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PickedFile } from './hands.ts';

/** A file that is refused on choosing it, and what is said about it in each language. */
export interface HostileFile {
  readonly what: string;
  readonly file: PickedFile;
  readonly said: { readonly en: RegExp; readonly nl: RegExp };
}

const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];
const named = (name: string, bytes: Uint8Array | string, mimeType = 'application/pdf'): PickedFile => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

/** A letter of one page; `poison` changes it before it is written. */
export async function buildLetter(poison: (document: PDFDocument) => unknown = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Beschikking of 2026', { x: 60, y: 700 });
  await poison(document);
  return Buffer.from(await document.save());
}

/** Everything a script in a PDF could do that somebody would notice. */
export function runScript(document: PDFDocument, address: string): void {
  const code = `app.alert('ran'); app.launchURL('${address}/ran', true); this.submitForm('${address}/ran');`;
  document.addJavaScript('run', code);
  const opening = document.context.obj({ S: 'JavaScript', JS: PDFString.of(code) });
  document.catalog.set(PDFName.of('OpenAction'), opening);
}

/** The head of a picture that says it is so many dots wide and high, and nothing behind it. */
function pictureHead(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60);
  Buffer.from([...png, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const notThisKind = { en: /Files of this kind are not taken/, nl: /Dit soort bestand nemen we niet aan/ };
const misnamed = { en: /is not what its name says/, nl: /is niet wat de naam zegt/ };
const program = { en: /has a program inside/, nl: /zit een programma/ };
const rightToLeft = '\u202e';

/** Files that somebody sends to a volunteer to do harm, or by mistake. */
export async function buildHostileFiles(): Promise<readonly HostileFile[]> {
  const launch = await buildLetter(({ catalog, context }) =>
    catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') })),
  );
  // No two with the same reason after each other, so that each is seen to be said anew.
  return [
    { what: 'no bytes', file: named('scan.pdf', ''), said: { en: /This file is empty/, nl: /Dit bestand is leeg/ } },
    { what: 'a program called PDF', file: named('letter.pdf', 'MZ\u0090\u0000\u0003'), said: misnamed },
    {
      what: 'more than 25 MB',
      file: named('scan.pdf', Buffer.alloc(25 * 1_048_576 + 1, 37)),
      said: { en: /larger than 25 MB/, nl: /groter dan 25 MB/ },
    },
    { what: 'a page called picture', file: named('photo.png', '<!doctype html><script>1</script>'), said: misnamed },
    { what: 'a drawing with a script', file: named('map.svg', '<svg onload="alert(1)"/>'), said: notThisKind },
    {
      what: 'a drawing called picture',
      file: named('map.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      said: misnamed,
    },
    { what: 'two endings', file: named('decision.pdf.exe', 'MZ'), said: notThisKind },
    {
      what: 'a PDF with JavaScript',
      file: named('letter.pdf', await buildLetter((document) => runScript(document, 'https://baken.test'))),
      said: program,
    },
    { what: 'a name written backwards', file: named(`decision-${rightToLeft}fdp.exe`, 'MZ'), said: notThisKind },
    { what: 'a PDF that starts a program', file: named('letter.pdf', launch), said: program },
    {
      what: 'a PDF with a file inside',
      file: named('letter.pdf', await buildLetter((document) => document.attach(Buffer.from('MZ'), 'invoice.exe'))),
      said: { en: /has another file inside/, nl: /zit een ander bestand/ },
    },
    {
      what: 'half a PDF',
      file: named('letter.pdf', (await buildLetter()).subarray(0, 400)),
      said: { en: /cannot be read/, nl: /niet te lezen/ },
    },
    {
      what: 'a picture of 10 thousand million dots',
      file: named('photo.png', pictureHead(100_000, 100_000), 'image/png'),
      said: { en: /more than 50 megapixels/, nl: /meer dan 50 megapixel/ },
    },
    {
      what: 'a picture that is only a head',
      file: named('photo.png', pictureHead(800, 600), 'image/png'),
      said: { en: /cannot be read/, nl: /niet te lezen/ },
    },
  ];
}
