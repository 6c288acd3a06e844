import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { packageRoutes } from '#modules/learning';
import { buildScorm } from '../support/build-package.ts';
import { freePort } from '../support/free-port.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

const built = join(import.meta.dirname, '../../dist/web');
// A browser that lets pages of another host keep something in a frame, as some do: then there is something to be cleared.
const profile = mkdtempSync(join(tmpdir(), 'baken-profile-'));
mkdirSync(join(profile, 'Default'));
writeFileSync(join(profile, 'Default/Preferences'), '{"profile":{"cookie_controls_mode":0}}');
let server: TestServer;
let programme: ReadyProgramme;
let places: { readonly ours: string; readonly beside: string };
let screen: Screen;
/** Every request to the second host, with the cookies that went along. */
const cookies: (string | undefined)[] = [];

beforeAll(async () => {
  // Two names that browsers look for on their own machine.
  const port = await freePort();
  places = { ours: `http://localhost:${port}`, beside: `http://packages.localhost:${port}` };
  server = await startTestServer({ webRoot: built, port, publicOrigin: places.ours, packageOrigin: places.beside });
  programme = await readyProgramme(server);
  screen = await enterWithKit(`${places.ours}/learning/packages`, programme.anna, { profile });
  screen.page.on('request', (request) => {
    if (!request.url().startsWith(places.beside)) return;
    void request.allHeaders().then((headers) => cookies.push(headers['cookie']));
  });
}, 120_000);
afterAll(async () => {
  await screen.browser.close();
  await server.stop();
  rmSync(profile, { recursive: true, force: true });
});

const goTo = (path: string): Promise<unknown> =>
  screen.page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );

async function bring(name: string, bytes: Uint8Array) {
  await screen.attach('File', { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await screen.press('Import');
  await screen.see(/is imported\./);
  const { packages } = expectOk(await programme.anna.parts.api.call(packageRoutes.listPackages, {}));
  return packages.find(({ bytes: size }) => size === bytes.length) ?? expect.unreachable('not imported');
}

/** A page of the package by its name, once it is there. */
async function pageOf(name: string): Promise<Frame> {
  const found = (): Frame | undefined => screen.page.frames().find((one) => new URL(one.url()).pathname.endsWith(name));
  await expect.poll(found, { timeout: 60_000 }).toBeDefined();
  return found() ?? expect.unreachable('it was there');
}

const head = (title: string): string => `<!doctype html><html lang="en"><head><title>${title}</title>`;
/** As older tools write them: a frameset that holds the interface, and pages in it that call each other. */
const framed = buildScorm(
  'scorm12',
  [{ title: 'Frames', file: 'set/a.html' }],
  [
    {
      name: 'set/a.html',
      data: `${head('Set')}<script>
        function findAPI(win) { var tries = 0; while (win.API == null && win.parent != null && win.parent != win && tries < 7) { tries += 1; win = win.parent; } return win.API; }
        var api = findAPI(window); api.LMSInitialize('');
        function finish() { api.LMSSetValue('cmi.core.score.raw', '90'); api.LMSSetValue('cmi.core.lesson_status', 'completed'); api.LMSCommit(''); }
        </script></head><frameset cols="30%,70%"><frame name="list" title="List" src="list.html"><frame name="text" title="Text" src="text.html"></frameset></html>`,
    },
    { name: 'set/list.html', data: `${head('List')}</head><body><p id="mark">Nothing read</p></body></html>` },
    {
      name: 'set/text.html',
      data: `${head('Text')}<script>
        function read() { parent.frames['list'].document.getElementById('mark').textContent = 'Read'; parent.finish(); }
        </script></head><body><p id="same"></p><button onclick="read()">I have read it</button>
        <script>document.getElementById('same').textContent = parent.findAPI(window) === parent.api ? 'One interface' : 'Two interfaces';</script></body></html>`,
    },
  ],
);

test('a course whose pages script each other is opened from the second host, and finished', async () => {
  const pack = await bring('frames.zip', framed);
  await goTo(`/learning/${pack.id}`);
  await screen.see('Not begun');
  await looksRight(screen);
  await screen.press('Open Frames');
  const text = await pageOf('set/text.html');
  expect(new URL(text.url()).origin).toBe(places.beside);
  await text.getByText('One interface').waitFor();
  await text.getByRole('button', { name: 'I have read it' }).click();
  await (await pageOf('set/list.html')).getByText('Read', { exact: true }).waitFor();
  await screen.page.getByText('Saved', { exact: true }).first().waitFor();
  await screen.press('Save and leave');
  await screen.see(/^Done on /);
  await screen.pressOn(screen.page.locator('summary', { hasText: 'What the course has said' }));
  await screen.see(/Score: 90\./);
  await looksRight(screen);
  expect(cookies.length).toBeGreaterThan(3);
  expect(cookies.filter((one) => one !== undefined)).toEqual([]);
  expect(complaintsOf([screen])).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

/** What one that has an origin tries, each with what came of it. */
const tries = `
  const told = {};
  const tell = (name, came) => { told[name] = came; };
  const attempt = (name, run) => { try { tell(name, 'got ' + String(run())); } catch (error) { tell(name, 'failed'); } };
  attempt('top', () => window['top']['document'].title);
  attempt('left behind', () => [localStorage.getItem('left'), sessionStorage.getItem('left')].map(String).join(' '));
  attempt('leaves', () => { localStorage.setItem('left', 'x'); sessionStorage.setItem('left', 'y'); return localStorage.getItem('left'); });
  attempt('popup', () => window.open('/', '_blank') === null ? (() => { throw new Error('none'); })() : 'window');
  attempt('leave', () => { top.location.href = 'https://example.org/'; return 'left'; });
  const later = [navigator.serviceWorker.register('worker.js').then(() => tell('worker', 'got in'), () => tell('worker', 'failed'))];
  for (const address of ['OURS/api/me', 'OURS/health/live', '/api/me', '/package/x/a.html', 'https://example.org/'])
    later.push(fetch(address, { credentials: 'include' }).then((answer) => tell('fetch ' + address, 'got ' + answer.status), () => tell('fetch ' + address, 'failed')));
  Promise.all(later).then(() => { document.title = JSON.stringify(told); document.body.textContent = 'Everything was tried'; });
  // A page within this one: without it nothing of the package would need an origin.
  if (false) parent.document.title = 'x';
`;

test('one that is hostile reaches nothing of ours, and nothing of another package', async () => {
  const hostile = (title: string): Buffer =>
    buildScorm(
      'scorm12',
      [{ title, file: 'hostile.html' }],
      [
        {
          name: 'hostile.html',
          data: `${head(title)}</head><body>Trying<script>${tries.replaceAll('OURS', places.ours)}</script></body></html>`,
        },
        { name: 'worker.js', data: '' },
      ],
    );
  const nothing = {
    ...{ top: 'failed', 'left behind': 'got null null', leaves: 'got x', popup: 'failed', leave: 'failed' },
    ...{ worker: 'failed', 'fetch /api/me': 'failed', 'fetch /package/x/a.html': 'failed' },
    ...{ [`fetch ${places.ours}/api/me`]: 'failed', [`fetch ${places.ours}/health/live`]: 'failed' },
    ...{ 'fetch https://example.org/': 'failed' },
  };
  for (const title of ['One', 'Another']) {
    await goTo('/learning/packages');
    await screen.seeHeading('Import a course');
    const pack = await bring(`${title}.zip`, hostile(title));
    expect(pack.needsHost).toBe(false);
    const known = screen.browser.complaints.length;
    await goTo(`/learning/${pack.id}`);
    await screen.press(`Open ${title}`);
    const page = await pageOf('/hostile.html');
    await page.getByText('Everything was tried').waitFor();
    expect([title, JSON.parse(await page.title())]).toEqual([title, nothing]);
    expect(screen.page.url()).toBe(`${places.ours}/learning/${pack.id}`);
    const around = screen.browser.complaints
      .slice(known)
      .filter((words) => !/sandbox|Content Security Policy|CORS|Failed to (load|execute)|net::ERR/i.test(words));
    expect(around).toEqual([]);
    await screen.press('Save and leave');
    await screen.see('Begun');
  }
  expect(cookies.filter((one) => one !== undefined)).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);
