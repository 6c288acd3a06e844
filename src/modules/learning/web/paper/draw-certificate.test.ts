import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { readPrintedFonts } from '#kernel/documents/testing';
import { expectOk } from '#platform/base';
import { drawCertificate, type CertificateToDraw } from './draw-certificate.ts';

const paper: CertificateToDraw = {
  title: 'Certificate of completion: Recognising human trafficking',
  language: 'en',
  issuer: 'Lantern House (fictional)',
  heading: 'Certificate of completion',
  name: 'Zoë Żółć-Ğül',
  says: ['finished the module “Recognising human trafficking” on 12 November 2026.', 'It was a draft of the module.'],
  check: 'Whether this paper is genuine can be checked at https://example.org/check with this code:',
  code: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-F',
  scanned: 'https://example.org/check#AAAAABBBBBCCCCCDDDDDEEEEEF',
  picture: 'Picture code with the address for checking',
  limits: 'It is no proof of competence.',
  made: new Date('2026-11-27T12:00:00Z'),
  fonts: readPrintedFonts(),
};

interface Tagged {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Tagged[];
}

const rolesOf = (node: Tagged): readonly string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(rolesOf),
];
const altsOf = (node: Tagged): readonly string[] => [
  ...(node.alt ? [node.alt] : []),
  ...(node.children ?? []).flatMap(altsOf),
];

/** What a reading program is told of the file. */
async function readTagged(bytes: Uint8Array) {
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const page = await file.getPage(1);
  const tree = await page.getStructTree();
  const { items } = await page.getTextContent();
  const { info, metadata } = await file.getMetadata();
  const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  // The library says no more of either than that they are objects.
  return { pages: file.numPages, tree: tree as Tagged, words, info: info as Record<string, unknown>, metadata };
}

describe('a certificate as PDF/UA', () => {
  test('is tagged in the order of reading, titled, in a language, and says what it is', async () => {
    const { pages, tree, words, info, metadata } = await readTagged(expectOk(await drawCertificate(paper)));
    expect(pages).toBe(1);
    expect(rolesOf(tree)).toEqual(['Root', 'Document', 'P', 'H1', 'P', 'P', 'P', 'Figure', 'P', 'P', 'P']);
    expect(altsOf(tree)).toEqual([paper.picture]);
    expect(info).toMatchObject({ Title: paper.title, Language: 'en', PDFFormatVersion: '1.7' });
    expect(metadata?.get('dc:title')).toBe(paper.title);
    expect(metadata?.getRaw()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    for (const said of [paper.name, paper.heading, paper.code, paper.issuer, paper.limits])
      expect(words).toContain(said);
  });

  test('embeds every letter it uses, and shows its title instead of a file name', async () => {
    const file = await PDFDocument.load(expectOk(await drawCertificate(paper)), { updateMetadata: false });
    const fonts = file.context
      .enumerateIndirectObjects()
      .flatMap(([, found]) =>
        found instanceof PDFDict && found.get(PDFName.of('Type')) === PDFName.of('FontDescriptor') ? [found] : [],
      );
    expect(fonts).toHaveLength(2);
    for (const font of fonts) {
      const outlines = font.lookup(PDFName.of('FontFile2')) ?? font.lookup(PDFName.of('FontFile3'));
      expect(outlines).toBeInstanceOf(PDFRawStream);
    }
    const preferences = file.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(String(preferences.get(PDFName.of('DisplayDocTitle')))).toBe('true');
    expect(String(file.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked')))).toBe('true');
  });

  test('is the same bytes for the same input, and another day another paper', async () => {
    const [first, second] = [expectOk(await drawCertificate(paper)), expectOk(await drawCertificate(paper))];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const later = expectOk(await drawCertificate({ ...paper, made: new Date('2026-11-28T12:00:00Z') }));
    expect(Buffer.from(first).equals(Buffer.from(later))).toBe(false);
  });

  test.each([
    ['سلام', 'س'],
    ['אביגיל', 'א'],
    ['王秀英', '王'],
    ['ሰላም', 'ሰ'],
  ])('refuses %s, which it cannot print as it is written', async (name, sign) => {
    const answer = await drawCertificate({ ...paper, name });
    expect(answer).toMatchObject({ ok: false, refusal: { type: 'NotPrintable' } });
    expect(answer.ok ? [] : answer.refusal.signs).toContain(sign);
  });

  test('stays on one page with the longest name and title that are taken', async () => {
    const long = expectOk(
      await drawCertificate({ ...paper, name: 'Wilhelmina '.repeat(10).trim(), issuer: 'W'.repeat(120) }),
    );
    expect((await readTagged(long)).pages).toBe(1);
  });
});
