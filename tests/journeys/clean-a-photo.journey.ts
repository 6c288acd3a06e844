import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';

let browser: TestBrowser;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, '../../src/kernel/documents/web/take-file.ts'),
        formats: ['iife'],
        name: 'files',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const code = first && 'output' in first ? first.output[0].code : '';
  browser = await openBrowser();
  await browser.page.goto('data:text/html,<p>');
  await browser.page.addScriptTag({ content: code });
});

afterAll(() => browser.close());

// Runs in the page: a wide JPEG that its note turns upright, with a place in it, as a telephone makes it.
const takePhoto = `(async (keepAsEvidence) => {
  const canvas = new OffscreenCanvas(60, 20);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'red';
  pen.fillRect(0, 0, 60, 20);
  const plain = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
  const text = new TextEncoder().encode('GPSLatitude 52.0907 CANARY');
  const turn = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const note = [0x45, 0x78, 0x69, 0x66, 0, 0, ...turn, ...text];
  const bytes = new Uint8Array([...plain.slice(0, 2), 0xff, 0xe1, (note.length + 2) >> 8, (note.length + 2) & 255, ...note, ...plain.slice(2)]);
  const taken = await files.takeFile(new File([bytes], 'IMG_2026.JPG', { type: 'image/jpeg' }), { keepAsEvidence });
  if (!taken.ok) return taken.refusal;
  const shown = await createImageBitmap(new Blob([taken.value.bytes]));
  const latin = Array.from(taken.value.bytes, (byte) => String.fromCharCode(byte)).join('');
  return { name: taken.value.name, kind: taken.value.kind, size: [shown.width, shown.height], place: latin.includes('CANARY'), exif: latin.includes('Exif'), same: taken.value.bytes.length === bytes.length };
})`;

it('takes place and time out of a photo and keeps it upright', async () => {
  expect(await browser.page.evaluate(`${takePhoto}(false)`)).toEqual({
    name: 'IMG_2026.jpg',
    kind: 'jpeg',
    size: [20, 60],
    place: false,
    exif: false,
    same: false,
  });
});

it('leaves a photo that is evidence exactly as it is', async () => {
  expect(await browser.page.evaluate(`${takePhoto}(true)`)).toMatchObject({ place: true, exif: true, same: true });
});

it('refuses a picture that the browser cannot read', async () => {
  const broken = `files.takeFile(new File([new Uint8Array([0x89,80,78,71,13,10,26,10,0,0,0,13,73,72,68,82,0,0,0,9,0,0,0,9,8,2,0,0,0,0,0,0,0,0,0])], 'a.png'), { keepAsEvidence: false })`;
  expect(await browser.page.evaluate(broken)).toEqual({ ok: false, refusal: { type: 'FileUnreadable' } });
});
