import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#kernel/accounts/testing';
import { learningRoutes, type OfflineList, type OrganisationId } from '#modules/learning';
import { createId, dayInAmsterdam, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { listOffline } from '../../src/apps/cli/courses/list-offline.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { learnAll } from './learn-all.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, unlockAs } from './ready-programme.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

const built = join(import.meta.dirname, '../../dist/web');
const module = '/learn/recognising-trafficking';
let webRoot = '';
let profiles = '';
let server: TestServer;
let code = '';
let anna: TestPerson;
const screens: Screen[] = [];

beforeAll(async () => {
  // A copy, so that a newer version can be released under the feet of whoever learns.
  webRoot = mkdtempSync(join(tmpdir(), 'baken-web-'));
  profiles = mkdtempSync(join(tmpdir(), 'baken-profiles-'));
  cpSync(built, webRoot, { recursive: true });
  server = await startTestServer({ webRoot });
  ({ anna } = await readyProgramme(server));
  const { api } = anna.parts;
  const id = createId<OrganisationId>(randomBytes);
  const input = { id, name: 'Harbour House', own: true };
  expectOk(await api.call(learningRoutes.addOrganisation, { input }));
  const fill = {
    course: 'recognising-trafficking',
    slot: 'emergency',
    language: 'en',
    words: '112',
    checkedOn: dayInAmsterdam(server.clock.now()),
  };
  expectOk(await api.call(learningRoutes.fillSlot, { params: { organisation: id }, input: fill }));
  ({ code } = expectOk(await api.call(learningRoutes.drawCode, { params: { organisation: id } })));
}, 60_000);
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
  for (const folder of [webRoot, profiles]) rmSync(folder, { recursive: true, force: true });
});

/** A phone: a browser whose profile stays when it is closed. */
async function open(name: string, path = '', options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen(`${server.address}${module}${path}`, {
    ...{ width: 390, profile: join(profiles, name) },
    ...options,
  });
  screens.push(screen);
  return screen;
}

async function take(learner: Screen): Promise<void> {
  await learner.pressOn(learner.page.locator('summary', { hasText: 'Take it offline' }));
  await learner.press(/^Put it on this device \(0\.\d MB\)/);
  await learner.see('It is on this device now. You can switch the connection off.');
}

test('a module is learned from its first page to its end without a connection, and counted when there is one again', async () => {
  const before = await open('phone', `#code=${code}`);
  await before.press('Count me');
  await before.see('You are counted for Harbour House, without a name.');
  await take(before);
  await looksRight(before);
  await before.see(/Saved on this device at .* Sent\./);
  await before.browser.close();

  // The phone was switched off, and there is no network at all.
  const learner = await openScreenOffline('phone');
  await learner.seeHeading('Before you start');
  await learner.see('You are counted for Harbour House, without a name.');
  await learner.press('Help');
  expect(await learner.page.getByRole('link', { name: '112' }).first().getAttribute('href')).toBe('tel:112');
  await learner.press('Nederlands');
  await learner.seeHeading('Voordat je begint');
  await learner.press('English');
  await learnAll(learner);
  await learner.see(/It will be sent as soon as there is a connection/);
  await looksRight(learner);
  await learner.browser.close();

  // Once more switched off and on, now with a network: what waited arrives, and counts once.
  const after = await open('phone', '/end');
  await after.see(/Counted as finished on/);
  await after.see(/Saved on this device|How far you are is kept/);
  await after.page.reload();
  await after.see(/Counted as finished on/);
  const counted =
    await ask(`SELECT count(*)::integer AS runs, count(DISTINCT learner)::integer AS people, min(route) AS route
    FROM learning.completion`);
  expect(counted).toEqual([{ runs: 1, people: 1, route: 'own-player' }]);
  expect(complaintsOf(screens).filter((words) => !words.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

test('whoever never has a connection again shows a receipt, and a coordinator counts it once', async () => {
  const before = await open('cellar', `#code=${code}`);
  await before.press('Count me');
  await before.see('You are counted for Harbour House, without a name.');
  await take(before);
  await before.see(/You have a number for a receipt too/);
  await looksRight(before);
  await before.browser.close();
  const learner = await openScreenOffline('cellar', { keyboard: true });
  await learner.seeHeading('Before you start');
  expect(await learner.page.getByRole('heading', { name: 'Receipt' }).count()).toBe(0);
  await learnAll(learner);
  await learner.seeHeading('Receipt');
  const card = learner.page.locator('[data-receipt]');
  const signs = (await card.locator('strong').textContent()) ?? '';
  expect(signs).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  await looksRight(learner);
  // Closed and opened again, it is the same one.
  await learner.page.reload();
  await learner.seeHeading('Receipt');
  expect(await card.locator('strong').textContent()).toBe(signs);
  await learner.browser.close();

  const route = `SELECT count(*)::integer AS runs FROM learning.completion WHERE route = 'receipt'`;
  const coordinator = await enterWithKit(server.address, anna, { width: 390, keyboard: true });
  screens.push(coordinator);
  const asked: string[] = [];
  coordinator.page.on('request', (request) => asked.push(request.url()));
  await coordinator.page.goto(`${server.address}/learning#receipt=${signs}`);
  await unlockAs(coordinator, anna);
  await coordinator.seeHeading('Count a receipt');
  expect(await coordinator.page.getByLabel('The 20 signs of the receipt').inputValue()).toBe(signs);
  expect(coordinator.page.url()).not.toContain(signs);
  await looksRight(coordinator);
  await coordinator.fill('The 20 signs of the receipt', `${signs.slice(0, -1)}${signs.endsWith('A') ? 'B' : 'A'}`);
  await coordinator.press('Count it');
  await coordinator.see(/The signs do not belong together/);
  await looksRight(coordinator);
  expect(await ask(route)).toEqual([{ runs: 0 }]);
  await coordinator.fill('The 20 signs of the receipt', signs.toLowerCase().replaceAll('-', ' '));
  await coordinator.press('Count it');
  await coordinator.see(/Counted: somebody of Harbour House did “Recognising human trafficking”/);
  await looksRight(coordinator);
  await coordinator.fill('The 20 signs of the receipt', signs);
  await coordinator.press('Count it');
  await coordinator.see(/This receipt was counted before\. It counts once; nothing was added\./);
  expect(asked.join('\n')).not.toContain(signs);
  expect(await ask(route)).toEqual([{ runs: 1 }]);

  // The phone finds a network after all: its steps arrive, and nobody is counted twice.
  const after = await open('cellar', '/end');
  await after.see(/Counted as finished on/);
  await after.see(/Sent\./);
  expect(await after.page.getByRole('heading', { name: 'Receipt' }).count()).toBe(0);
  const all = `SELECT count(*)::integer AS runs, min(c.route) AS route, count(r.confirmed_on)::integer AS confirmed
    FROM learning.completion c JOIN learning.receipt r ON r.attempt = c.attempt
    WHERE r.redeemed_on IS NOT NULL`;
  expect(await ask(all)).toEqual([{ runs: 1, route: 'receipt', confirmed: 1 }]);
  const expected = /ERR_INTERNET_DISCONNECTED|status of 4(09|22) .*redeem$|status of 401/;
  expect(complaintsOf([before, learner, coordinator, after]).filter((words) => !expected.test(words))).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

/** Begins a browser that was closed, with the network off before anything is asked. */
async function openScreenOffline(name: string, options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen('about:blank', { width: 390, profile: join(profiles, name), ...options });
  screens.push(screen);
  await screen.page.context().setOffline(true);
  await screen.page.goto(`${server.address}${module}`);
  return screen;
}

async function ask(statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client(server.database.owner);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('the worker answers for files of the module alone, and is never in the way of anything else', async () => {
  const learner = await open('alone');
  const { page } = learner;
  await take(learner);
  await page.reload();
  await learner.seeHeading('Before you start');
  expect(await page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
  const answeredBy = new Map<string, boolean>();
  page.on('response', (response) => answeredBy.set(new URL(response.url()).pathname, response.fromServiceWorker()));
  await page.evaluate(`fetch('/api/learning/learner?course=recognising-trafficking')`);
  await page.evaluate(`fetch('/courses/recognising-trafficking/en.json')`);
  expect(answeredBy.get('/api/learning/learner')).toBe(false);
  expect(answeredBy.get('/courses/recognising-trafficking/en.json')).toBe(true);
  // The workspace, and the other pages of learning, are never under it.
  for (const path of ['/', '/learning', '/check', '/attend', '/learn']) {
    await page.goto(`${server.address}${path}`);
    expect([path, await page.evaluate('navigator.serviceWorker.controller')]).toEqual([path, null]);
  }
  const script = await fetch(`${server.address}/learn/offline.js`);
  expect(script.headers.get('Content-Security-Policy')).toBe("default-src 'none'; connect-src 'self'");
  // Nothing but built files lies in the caches.
  await page.goto(`${server.address}${module}`);
  const lists = JSON.parse(
    readFileSync(join(built, 'courses/recognising-trafficking/offline.json'), 'utf8'),
  ) as OfflineList;
  expect(await cachedPaths(learner)).toEqual(
    ['/learn/offline/kept', ...lists.files.map(({ path }) => path)].toSorted(),
  );
  expect(complaintsOf([learner])).toEqual([]);
}, 120_000);

/** Everything that lies in any cache of the browser, by its path. */
async function cachedPaths({ page }: Screen): Promise<readonly string[]> {
  const found = await page.evaluate<string[]>(`(async () => {
    const caught = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) caught.push(new URL(request.url).pathname);
    return caught.sort();
  })()`);
  return found;
}

test('it goes away by its button, by forgetting everything, and by leaving quickly', async () => {
  const learner = await open('away', '', { keyboard: true });
  const { page } = learner;
  await take(learner);
  await looksRight(learner);
  await learner.press('Remove from this device');
  await learner.see('It is removed from this device. What you did in it is still here.');
  expect(await cachedPaths(learner)).toEqual([]);
  await learner.press(/^Put it on this device/);
  await learner.see('It is on this device now. You can switch the connection off.');
  await learner.pressOn(page.locator('summary', { hasText: 'What is still to do' }));
  await learner.press('Forget everything on this device');
  await page.locator('summary', { hasText: 'Take it offline' }).waitFor();
  expect(await cachedPaths(learner)).toEqual([]);
  await take(learner);
  await learner.press('Leave quickly');
  await page.waitForURL('**/weather.html');
  await expect.poll(() => cachedPaths(learner)).toEqual([]);
  await page.goto(`${server.address}/check`);
  await expect
    .poll(() => page.evaluate(`navigator.serviceWorker.getRegistrations().then((all) => all.length)`))
    .toBe(0);
  await page.context().setOffline(true);
  await expect(page.goto(`${server.address}${module}`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  // The neutral page names no picture for its tab, and the browser looks for one.
  expect(complaintsOf([learner]).filter((words) => !/ERR_INTERNET_DISCONNECTED|favicon/.test(words))).toEqual([]);
}, 120_000);

test('a newer version comes with the next scene and a connection, never under somebody’s hands, and says so', async () => {
  const learner = await open('newer');
  const { page } = learner;
  await take(learner);
  await learner.press(/^Go on/);
  await learner.seeHeading('What would you do?');
  await release('9.9.9');
  // Without a connection nothing changes.
  await page.context().setOffline(true);
  await page.reload();
  await learner.seeHeading('What would you do?');
  expect(await page.getByText('9.9.9').count()).toBe(0);
  await page.context().setOffline(false);
  await learner.see('The module was changed. Version 9.9.9 is here already, and comes when you go to another scene.');
  await learner.seeHeading('What would you do?');
  await looksRight(learner);
  await learner.press(/^Go on/);
  await learner.see(/The module was changed since it was put on this device\. This is version 9\.9\.9\./);
  await learner.seeHeading('Two people');
  await looksRight(learner);
  // What was done before is kept, and it is said once.
  await learner.press(/^Go on/);
  await learner.seeHeading('What trafficking is');
  await page.context().setOffline(true);
  await page.reload();
  await learner.seeHeading('What trafficking is');
  expect(await page.getByText('9.9.9').count()).toBe(0);
  await page.goto(`${server.address}${module}/before`);
  await learner.pressOn(page.locator('summary', { hasText: 'It is on this device' }));
  await learner.see(/^Version 9\.9\.9, 0\.\d MB\.$/);
  expect(complaintsOf([learner]).filter((words) => !words.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
}, 120_000);

/** Another version of the course, as a build would leave it. */
async function release(version: string): Promise<void> {
  for (const language of ['en', 'nl']) {
    const file = join(webRoot, `courses/recognising-trafficking/${language}.json`);
    const course = JSON.parse(readFileSync(file, 'utf8')) as { version: string; digest: string };
    writeFileSync(file, JSON.stringify({ ...course, version, digest: `digest-of-${version}` }));
  }
  const place = join(webRoot, 'courses/recognising-trafficking/offline.json');
  const { files } = JSON.parse(readFileSync(place, 'utf8')) as OfflineList;
  const player = files.map(({ path }) => path.slice(1)).filter((path) => path.startsWith('assets/'));
  for (const [name, list] of await listOffline(webRoot, player))
    writeFileSync(join(webRoot, name), JSON.stringify(list));
}

test('what cannot be fetched whole is not kept at all, and says so', async () => {
  const learner = await open('torn');
  const { page } = learner;
  await page.route('**/nl.json', (route) => route.abort());
  await learner.pressOn(page.locator('summary', { hasText: 'Take it offline' }));
  await learner.press(/^Put it on this device/);
  await learner.see('Not all of it could be fetched, so nothing was kept. Try again with a better connection.');
  expect(await cachedPaths(learner)).toEqual([]);
  // A file whose bytes are not those of the list is no better than one that is missing.
  await page.unroute('**/nl.json');
  await page.route('**/nl.json', (route) => route.fulfill({ body: '{}', contentType: 'application/json' }));
  await learner.press(/^Put it on this device/);
  await learner.see('Not all of it could be fetched, so nothing was kept. Try again with a better connection.');
  expect(await cachedPaths(learner)).toEqual([]);
  await looksRight(learner);
}, 60_000);
