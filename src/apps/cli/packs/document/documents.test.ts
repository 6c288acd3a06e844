import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { describePack, findPack, mapStages, releasedPacks, type Pack } from '#kernel/procedures';
import { documentHtml } from './document-html.ts';
import { mapPicture } from './map-picture.ts';
import { writeDocuments } from './write-documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function packOf(name: string): Pack {
  const pack = findPack(releasedPacks, name);
  if (pack === null) throw new Error('the pack was released');
  return pack;
}

const hash = 'ab'.repeat(32);

describe.each(releasedPacks.map((pack) => [`${pack.id} ${pack.version}`, pack] as const))(
  '%s as a page',
  (_name, pack) => {
    const document = describePack(pack, 'nl');
    const page = documentHtml(document, pack, hash);

    test('needs nothing else and runs nothing', () => {
      expect(page).not.toMatch(/<script|<link|<iframe|<img|javascript:|@import|url\((?!#)/);
      expect(page).not.toMatch(/\son[a-z]+=/);
      expect(page).toContain("default-src 'none'");
      expect(page).toMatch(/^<!doctype html>\n<html lang="nl">/);
    });

    test('has headings in steps, and every way within it leads somewhere', () => {
      const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1)).toEqual([]);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(targets.length).toBeGreaterThan(10);
      expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    });

    test('draws a map of each track, and has a field to sign with version and hash', () => {
      expect(page.match(/<svg /g)).toHaveLength(pack.tracks.length);
      expect(page).toContain(`<td>${pack.id} ${pack.version}</td>`);
      expect(page).toContain(`<td>${hash}</td>`);
      for (const word of ['Naam', 'Rol', 'Datum', 'Handtekening'])
        expect(page).toContain(`<th scope="row">${word}</th>`);
    });
  },
);

test('words of a pack are text on the page, whatever stands in them', () => {
  const pack = packOf('be-residence@2026.1');
  const texts = pack.texts['en'] ?? {};
  const hostile = {
    ...pack,
    texts: { ...pack.texts, en: { ...texts, 'deadline.B1': '<script>alert("1")</script> & \'x\'' } },
    sources: { ...pack.sources, agii: { title: '"><img src=x>', address: 'javascript:alert(1)' } },
  };
  const page = documentHtml(describePack(hostile), hostile, hash);
  expect(page).not.toMatch(/<script|<img|href="javascript/);
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;');
});

test('a Word document has headings, the ways between stages as a table, and the field to sign', async () => {
  const pack = packOf('nl-complaint@2026.1');
  const [html, docx] = [join(folder, 'pack.html'), join(folder, 'pack.docx')];
  await writeDocuments(pack, 'en', { html, docx });
  const xml = new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(docx)))['word/document.xml']);
  expect(xml.match(/w:val="Heading1"/g)?.length).toBeGreaterThan(8);
  const words = xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
  for (const { from, to } of mapStages(pack, 'complaint')?.ways ?? []) {
    expect(words).toContain(from);
    expect(words).toContain(to);
  }
  for (const word of ['Name', 'Role', 'Date', 'Signature', 'nl-complaint 2026.1']) expect(words).toContain(word);
  // The hash is what `sha256sum` says of the frozen file.
  const frozen = readFileSync(join(import.meta.dirname, '../../../../../packs/nl/nl-complaint/released/2026.1.json'));
  const told = /SHA-256 of the pack: ([0-9a-f]{64})/.exec(readFileSync(html, 'utf8'))?.[1];
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(frozen));
  expect(told).toBe(Buffer.from(digest).toString('hex'));
  expect(words).toContain(told);
});

test('a Word document draws the map of each track, with the names in it, and says what it shows', async () => {
  const pack = packOf('nl-residence@2026.3');
  const docx = join(folder, 'maps.docx');
  await writeDocuments(pack, 'en', { html: undefined, docx });
  const files = unzipSync(new Uint8Array(readFileSync(docx)));
  const xml = new TextDecoder().decode(files['word/document.xml']);
  const pictures = Object.keys(files).filter((name) => /^word\/media\/.+\.png$/.test(name));
  expect(pictures).toHaveLength(pack.tracks.length);
  expect(xml.match(/<wp:docPr [^>]*descr="[^"]+"/g)).toHaveLength(pack.tracks.length);
  // No drawing is wider than an A4 page between its margins (15.9 cm; 360,000 units to the centimetre).
  const widths = [...xml.matchAll(/<wp:extent cx="(\d+)"/g)].map(([, width]) => Number(width));
  expect(Math.max(...widths)).toBeLessThanOrEqual(15.9 * 360_000);

  const svg = (name: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" font-family="sans-serif"><text y="20">${name}</text></svg>`;
  const [empty, one, other] = await Promise.all(['', 'Reflection', 'Extension'].map((name) => mapPicture(svg(name))));
  expect(one).not.toEqual(empty);
  expect(one).not.toEqual(other);
  // The width of a PNG stands in its first block.
  expect(new DataView((one ?? new Uint8Array()).buffer).getUint32(16)).toBe(90 * 2.5);
});
