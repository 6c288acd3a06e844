import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { learningRoutes, type OrganisationId } from '#modules/learning';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

async function open(path = '', options: ScreenOptions = { width: 390 }): Promise<Screen> {
  const learner = await openScreen(`${server.address}/learn/recognising-trafficking${path}`, options);
  screens.push(learner);
  return learner;
}

/** A disk that is full for as long as `full` says so. */
const fullDisk = `(() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...words) {
    if (window.full) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, words);
  };
})()`;

test('what could not be kept is said until all of it is, and then nothing is missing', async () => {
  const learner = await open('/what');
  const { page } = learner;
  await page.addInitScript(fullDisk);
  await page.reload();
  // Said with a time where this page has kept something already: the one before it may have kept all there was.
  await learner.see(/(Saved|kept) on this device/);
  const question = page.getByRole('group', { name: /A girl of 17 was recruited/ });
  const check = page.getByRole('button', { name: 'Check', exact: true }).last();
  await page.evaluate('window.full = true');
  await question.getByLabel(/It can be trafficking/).check();
  await check.click();
  await learner.see(/Not saved: this browser did not keep your last steps/);
  // One more that fails, and then room again: what failed first is kept too.
  await learner.press(/^Go on/);
  await learner.seeHeading('Signals, and what they are not');
  await learner.see(/Not saved/);
  await page.evaluate('window.full = false');
  await learner.press('The letter');
  await learner.see(/Saved on this device at/);
  expect(await page.getByText(/Not saved/).count()).toBe(0);
  await page.goto(`${server.address}/learn/recognising-trafficking/what`);
  await learner.see('That is right.');
  expect(complaintsOf(screens)).toEqual([]);
}, 60_000);

test('whoever comes back finds the scene and the part they left, also one they had been in before', async () => {
  const learner = await open();
  const { page } = learner;
  const goOn = async (heading: string): Promise<void> => {
    await learner.press(/^Go on/);
    await learner.seeHeading(heading);
  };
  await goOn('What would you do?');
  await goOn('Two people');
  await goOn('What trafficking is');
  await learner.press('Back: Two people');
  await learner.seeHeading('Two people');
  const comeBack = async (heading: string): Promise<unknown> => {
    // What came into sight is told a moment after it did, and kept a moment later.
    await page.waitForTimeout(500);
    await page.goto(`${server.address}/learn/recognising-trafficking`);
    await learner.seeHeading(heading);
    return page.evaluate('scrollY');
  };
  await comeBack('Two people');
  await goOn('What trafficking is');
  await page.locator('[data-block="child"]').scrollIntoViewIfNeeded();
  const first = await comeBack('What trafficking is');
  expect(first).toBeGreaterThan(300);
  // However often somebody comes back, they do not drift down the page.
  for (let time = 0; time < 3; time += 1) expect(await comeBack('What trafficking is')).toBe(first);
  expect(complaintsOf(screens)).toEqual([]);
}, 60_000);

test('the safe way that was shown counts for nothing, and says what does', async () => {
  const learner = await open('/desk', { width: 320, keyboard: true });
  const { page } = learner;
  await learner.press('Show me the safe way');
  await learner.see('A safe way.');
  await learner.see(/To be done with this talk, go one way to its end yourself/);
  expect(await learner.barriers()).toEqual([]);
  await learner.press('From the beginning');
  expect(await page.getByText(/To be done with this talk/).count()).toBe(0);
  await learner.press(/I go to the back and call the police/);
  await learner.press('Show me the safe way');
  await learner.see('A safe way.');
  expect(await page.getByText(/To be done with this talk/).count()).toBe(0);
  expect(complaintsOf(screens)).toEqual([]);
}, 60_000);

test('a run that goes on under another name keeps its form and its orders', async () => {
  const staff = server.connect();
  await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const id = createId<OrganisationId>(randomBytes);
  expectOk(await staff.api.call(learningRoutes.addOrganisation, { input: { id, name: 'Harbour House', own: true } }));
  const { code } = expectOk(await staff.api.call(learningRoutes.drawCode, { params: { organisation: id } }));
  const learner = await open();
  const { page } = learner;
  const join = async (): Promise<void> => {
    await learner.pressOn(page.locator('summary', { hasText: 'Be counted for your organisation' }));
    await learner.fill('Code of your organisation', code);
    await learner.press('Count me');
    await learner.see('You are counted for Harbour House, without a name.');
    await learner.see(/Saved on this device at .* Sent\./);
  };
  const stories = async (): Promise<readonly string[]> => {
    await page.goto(`${server.address}/learn/recognising-trafficking/guess`);
    await learner.seeHeading('What would you do?');
    if ((await page.getByRole('button', { name: 'Go in' }).count()) > 0) await learner.press('Go in');
    await page.locator('legend').first().waitFor();
    return page.locator('legend').allTextContents();
  };
  await join();
  const before = await stories();
  await learner.see(/Sent\./);
  // The cookie goes, the steps stay: to the server the run is that of somebody else.
  await page.context().clearCookies();
  await page.goto(`${server.address}/learn/recognising-trafficking/before`);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await join();
  const runs = new Set(sent.filter((path) => path.endsWith('/steps')));
  expect(runs.size).toBe(2);
  expect(await stories()).toEqual(before);
  expect(complaintsOf(screens).filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
  expect(server.defects).toEqual([]);
}, 60_000);

test('another language that cannot be fetched is not mixed in: everything stays, and says so', async () => {
  const learner = await open('/people');
  const { page } = learner;
  await learner.seeHeading('Two people');
  await page.route('**/nl.json', (route) => route.abort());
  await learner.press('Nederlands');
  await learner.see('Nederlands could not be fetched. You go on in English; try again when you are online.');
  await learner.seeHeading('Two people');
  expect(await page.getByRole('button', { name: 'Next line' }).count()).toBeGreaterThan(0);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await learner.barriers()).toEqual([]);
  await page.unroute('**/nl.json');
  // Until it is here everything stays too; then all of it changes at once.
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((done) => (arrive = done));
  await page.route('**/nl.json', async (route) => {
    await arrived;
    await route.continue();
  });
  await learner.press('Nederlands');
  await learner.see('Nederlands is being fetched. Until it is here everything stays in English.');
  await learner.seeHeading('Two people');
  arrive();
  await learner.seeHeading('Twee mensen');
  await learner.see('Volgende zin');
  expect(await page.getByText('is being fetched').count()).toBe(0);
  // Back without asking anybody: it is here already.
  await page.context().setOffline(true);
  await learner.press('English');
  await learner.seeHeading('Two people');
  expect(complaintsOf(screens).filter((words) => !/ERR_FAILED|status of 4\d\d|ERR_INTERNET/.test(words))).toEqual([]);
}, 60_000);
