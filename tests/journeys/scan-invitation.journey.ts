import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import { openScreen, type Screen } from './screen.ts';

let server: TestServer;
let anna: Screen;
const folder = mkdtempSync(join(tmpdir(), 'baken-film-'));
const film = join(folder, 'code.y4m');

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  const { anna: founder } = await readyProgramme(server);
  anna = await enterWithKit(server.address, founder);
});
afterAll(async () => {
  await anna.browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the QR code of an invitation is read by the camera of who joins', async () => {
  await anna.follow('People');
  await anna.press('Invite somebody');
  await anna.choose('Role', 'Volunteer');
  await anna.press('Make the invitation');
  await anna.seeHeading('Hand this over outside Baken');
  const code = anna.page.getByRole('img', { name: 'QR code of the same secret' });
  const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
  const path = (await code.locator('path').getAttribute('d')) ?? '';
  const words = await anna.page.getByRole('list', { name: 'The 12 words' }).getByRole('listitem').allTextContents();
  writeFileSync(film, filmOf(path, size));

  const noor = await openScreen(server.address, { width: 390, camera: film });
  await noor.press('I have an invitation');
  await noor.press('Scan the QR code');
  const text = noor.page.getByLabel('The 12 words, or the text of the QR code', { exact: true });
  await expect.poll(() => text.inputValue(), { timeout: 60_000 }).toMatch(/^baken-invitation\|1\|http/);
  // The camera is off once the code is read, and nothing of it went into the address.
  expect(await noor.page.locator('video').count()).toBe(0);
  expect(noor.page.url()).not.toContain('invitation|');
  expect(await noor.barriers()).toEqual([]);
  await noor.press('Look at the invitation');
  await noor.see(/You are invited to/);
  expect(noor.browser.complaints).toEqual([]);
  await noor.browser.close();
  expect(words).toHaveLength(12);
});

test('without a camera it says so, and the words can be typed', async () => {
  const sami = await openScreen(server.address, { width: 320 });
  await sami.press('I have an invitation');
  await sami.press('Scan the QR code');
  await sami.see(/The camera cannot be used here/);
  expect(await sami.barriers()).toEqual([]);
  await sami.browser.close();
});

/** One still picture as a film, as Chromium takes it for its camera: grey values, the squares of the code eight wide. */
function filmOf(path: string, size: number): Buffer {
  const square = 8;
  const [width, height] = [640, 480];
  const light = Buffer.alloc(width * height, 235);
  const left = Math.floor((width - size * square) / 2);
  const top = Math.floor((height - size * square) / 2);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < square; row += 1) {
      const from = (top + Number(y) * square + row) * width + left + Number(x) * square;
      light.fill(16, from, from + square);
    }
  }
  const colours = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colours]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame, frame]);
}
