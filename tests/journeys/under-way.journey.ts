import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { enterWithKit, keepKit, readyCase, readyProgramme, unlockAs, type ReadyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

/**
 * Answers that were under way when the page was locked. One tab, used by Anna, who coordinates, and by Noor,
 * who has no case.
 */
let server: TestServer;
let programme: ReadyProgramme;
let tab: Screen;
let caseId: string;

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  programme = await readyProgramme(server);
  caseId = (await readyCase(programme, 'Okparinde', null)).id;
  tab = await enterWithKit(server.address, programme.noor);
  await lock();
  await keepKit(tab, programme.anna);
  await unlockAs(tab, programme.anna);
});
afterAll(async () => {
  await tab.browser.close();
  await server.stop();
});

async function lock(): Promise<void> {
  await tab.page.getByRole('button', { name: /Lock now/ }).click();
  await tab.page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
}

/** An answer of the server that has left it and does not arrive before somebody lets it. */
interface HeldAnswer {
  /** Settles when the answer has left the server. */
  readonly left: Promise<void>;
  /** Lets it arrive, and waits until the page has had time for all that follows. */
  arrive(): Promise<void>;
}

/** Holds the next answer whose address fits; those after it pass. */
async function holdNext(address: RegExp): Promise<HeldAnswer> {
  const leaving = Promise.withResolvers<void>();
  const arriving = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  await tab.page.route(
    address,
    async (route: Route) => {
      const response = await route.fetch();
      leaving.resolve();
      await arriving.promise;
      await route.fulfill({ response });
      arrived.resolve();
    },
    { times: 1 },
  );
  return {
    left: leaving.promise,
    arrive: async () => {
      arriving.resolve();
      await arrived.promise;
      await tab.page.waitForTimeout(1_000);
    },
  };
}

test('locking while colleagues are read again stays locked', async () => {
  await tab.follow('People');
  await tab.press('Change role of Noor Volunteer');
  await tab.date('Last day of the role', '2030-01-31');
  await tab.fill(/^Confirm it is you/, programme.anna.passphrase);
  // The last that is read again are the names, in the space of the directory.
  const names = await holdNext(/\/api\/spaces\/[^/]+\?after=/);
  await tab.press('Save');
  await names.left;
  await lock();
  await names.arrive();
  expect(await tab.page.getByRole('navigation').count()).toBe(0);
  expect(await tab.page.getByText('Noor Volunteer').count()).toBe(0);
  await unlockAs(tab, programme.anna);
});

test('a caseload that was under way does not come to whoever unlocks next', async () => {
  await lock();
  const caseload = await holdNext(/\/api\/spaces\?kind=case/);
  await unlockAs(tab, programme.anna);
  await caseload.left;
  await lock();
  await unlockAs(tab, programme.noor);
  await tab.follow('Cases');
  await tab.see('No case yet. A coordinator will match you with somebody.');
  await caseload.arrive();
  await tab.see('No case yet. A coordinator will match you with somebody.');
  expect(await tab.page.getByText('Okparinde').count()).toBe(0);
  await lock();
  await unlockAs(tab, programme.anna);
});

test('a case that was being opened does not open for whoever unlocks next', async () => {
  await tab.follow('Cases');
  const opening = await holdNext(new RegExp(`/api/spaces/${caseId}\\?after=`));
  await tab.page.getByRole('table').getByRole('link').first().click();
  await opening.left;
  await lock();
  await unlockAs(tab, programme.noor);
  await tab.seeHeading('This page is not here for you');
  await opening.arrive();
  await tab.seeHeading('This page is not here for you');
  expect(await tab.page.getByText('Okparinde').count()).toBe(0);
  expect(server.defects).toEqual([]);
});
