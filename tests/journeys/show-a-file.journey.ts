import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStatic } from '../../src/platform/server/http/serve-static.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';

interface Shown {
  readonly kind: string;
  readonly pages?: number;
  readonly code?: string;
}

let built: string;
let server: Server;
let address: string;
let browser: TestBrowser;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'baken-web-'));
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', built, '--logLevel', 'error'], {
    stdio: 'inherit',
  });
  server = createServer((request, response) => {
    void serveStatic(built, (request.url ?? '/').split('?')[0] ?? '/').then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(built, { recursive: true, force: true });
});

// Runs in the page, where the type check of this side knows nothing; so it is text.
const hostFrame = `(order, list) => new Promise((resolve) => {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.width = '800';
  frame.height = '900';
  frame.src = '/viewer.html';
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source !== frame.contentWindow || !port) return;
    port.addEventListener('message', ({ data }) => resolve(data));
    port.start();
    port.postMessage({ ...order, bytes: new Uint8Array(list).buffer });
  });
  document.body.replaceChildren(frame);
  setTimeout(() => resolve({ kind: 'silent' }), 15000);
})`;

const darkDots = `(() => {
  const canvas = document.querySelector('canvas');
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.filter((value, at) => at % 4 === 0 && value < 100).length;
})()`;

const attempts = `(async (origin) => {
  const tries = {
    storage: () => localStorage.setItem('a', 'b'),
    parent: () => parent.document.body.innerHTML,
    network: () => fetch(origin + '/mark.svg', { mode: 'no-cors' }),
    cookies: () => document.cookie.length,
  };
  const reached = [];
  for (const [name, act] of Object.entries(tries)) {
    try {
      await act();
      reached.push(name);
    } catch {}
  }
  return reached;
})`;

/** Hosts the viewer's frame in a real page of the workspace, as the component does, and asks it to show bytes. */
async function show(
  page: Page,
  mediaKind: string,
  mediaType: string,
  bytes: Uint8Array,
): Promise<{ readonly answer: Shown; readonly frame: Frame }> {
  await page.goto(`${address}/index.html`);
  const order = {
    kind: 'show',
    mediaKind,
    mediaType,
    language: 'en',
    scheme: 'light',
    words: { larger: 'Larger', smaller: 'Smaller', place: 'page {page} of {pages}', picture: 'The picture' },
  };
  const answer = await page.evaluate<Shown>(`(${hostFrame})(${JSON.stringify(order)}, ${JSON.stringify([...bytes])})`);
  const frame = page.frames().find((one) => one.url().endsWith('/viewer.html'));
  if (!frame) throw new Error('no frame');
  return { answer, frame };
}

async function buildPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let at = 1; at <= 3; at += 1)
    document.addPage([595, 842]).drawText(`Beschikking, page ${at}`, { x: 60, y: 700, size: 30, font });
  document.addJavaScript('run', 'app.alert(1)');
  document.catalog.set(
    PDFName.of('OpenAction'),
    document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(2)') }),
  );
  return document.save();
}

describe('showing a file', () => {
  it('draws the pages of a PDF and says what is on them', async () => {
    const { answer, frame } = await show(browser.page, 'pdf', 'application/pdf', await buildPdf());
    expect(answer).toEqual({ kind: 'shown', pages: 3 });
    const first = frame.locator('canvas').first();
    await expect.poll(() => first.textContent(), { timeout: 60_000 }).toContain('Beschikking, page 1');
    expect(await frame.locator('canvas').count()).toBe(3);
    const dark = await frame.evaluate<number>(darkDots);
    expect(dark).toBeGreaterThan(500);
    await frame.getByRole('button', { name: 'Larger' }).click();
    await expect.poll(() => frame.locator('#place').textContent()).toBe('page 1 of 3');
    const kept = process.env['BAKEN_KEEP_PRINTS'];
    if (kept) await browser.page.screenshot({ path: join(kept, 'viewer.png') });
  });

  it('cannot reach storage, network or the page around it', async () => {
    const { frame } = await show(
      browser.page,
      'text',
      'text/plain',
      new TextEncoder().encode('<img src=x onerror=alert(1)>'),
    );
    expect(await frame.locator('pre').textContent()).toBe('<img src=x onerror=alert(1)>');
    const reached = await frame.evaluate<readonly string[]>(`${attempts}(${JSON.stringify(address)})`);
    expect(reached).toEqual([]);
  });

  it('shows pictures, and says what it cannot show', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP8z4APMOGVHbHSAEEsAROxCnMTAAAAAElFTkSuQmCC',
      'base64',
    );
    const { answer, frame } = await show(browser.page, 'picture', 'image/png', png);
    expect(answer).toEqual({ kind: 'shown', pages: 1 });
    expect(await frame.evaluate<number>("document.querySelector('img').clientWidth")).toBe(10);
    const broken = await show(browser.page, 'pdf', 'application/pdf', new TextEncoder().encode('%PDF-1.7 nothing'));
    expect(broken.answer).toEqual({ kind: 'failed', code: 'ViewerCannotShow' });
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'a', ownerPassword: 'b', permissions: {} });
    expect((await show(browser.page, 'pdf', 'application/pdf', await locked.save())).answer).toEqual({
      kind: 'failed',
      code: 'ViewerNeedsPassword',
    });
  });

  it('breaks no rule of the page while it works', () => {
    const ofFrame = browser.complaints.filter(
      (line) => /content security|viewer/i.test(line) && !/mark\.svg/.test(line),
    );
    expect(ofFrame).toEqual([]);
  });
});
