import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { packageRoutes, type PackageFormat } from '#modules/learning';
import { exportCourse, readBuiltCourse } from '../../src/apps/cli/courses/export-course.ts';
import { buildScorm } from '../support/build-package.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { learnAll } from './learn-all.ts';
import { looksRight } from './looks-right.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import { complaintsOf, type Screen } from './screen.ts';

const built = join(import.meta.dirname, '../../dist/web');
let server: TestServer;
let programme: ReadyProgramme;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: built });
  programme = await readyProgramme(server);
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

let ofBram: Screen | null = null;
/** Bram's one browser: three are open at once at most, and these stories ask for him outside of it too. */
async function asBram(): Promise<Screen> {
  ofBram ??= await enterWithKit(server.address, programme.bram, { width: 390 });
  if (!screens.includes(ofBram)) screens.push(ofBram);
  return ofBram;
}

const goTo = (screen: Screen, path: string): Promise<unknown> =>
  screen.page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );

/**
 * Leaves a part, by key: what the part shows last may scroll the whole page to itself, and the button away from a pointer that is about
 * to press it.
 */
const leave = (screen: Screen): Promise<void> =>
  screen.page.getByRole('button', { name: 'Save and leave', exact: true }).first().press('Enter');

/** What is inside the frame of a part, looked at like a page. */
function within(screen: Screen): Screen {
  const frame = screen.page.frameLocator('iframe');
  const named = (role: 'button' | 'link', name: string | RegExp) =>
    frame.getByRole(role, { name, exact: typeof name === 'string' }).first();
  return {
    ...screen,
    press: (name) => named('button', name).click(),
    pressOn: (target) => target.click(),
    tick: (label) =>
      frame
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .check(),
    choose: async (label, option) =>
      void (await frame
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .selectOption({ label: String(option) })),
    see: (text) => frame.getByText(text).first().waitFor(),
    seeHeading: (name) => frame.getByRole('heading', { name }).first().waitFor(),
  };
}

async function bring(screen: Screen, name: string, bytes: Uint8Array): Promise<void> {
  await screen.attach('File', { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await screen.press('Import');
}

const ownCourse = (format: PackageFormat): Uint8Array => {
  const course = readBuiltCourse(built, 'recognising-trafficking', 'en') ?? expect.unreachable('not built');
  return exportCourse(built, { course, organisation: 'Harbour House', slots: [], receipts: null }, format);
};

describe.each([
  { format: 'scorm12', width: 1280, keyboard: true },
  { format: 'scorm2004', width: 390, keyboard: false },
] as const)('our own module as $format', ({ format, width, keyboard }) => {
  test('is imported, begun, left, taken up again, finished and shown as done', async () => {
    const coordinator = await enterWithKit(server.address, programme.anna, { width, keyboard });
    screens.push(coordinator);
    await goTo(coordinator, '/learning/packages');
    await coordinator.seeHeading('Import a course');
    await coordinator.press('Import');
    await coordinator.see('Choose a file.');
    await bring(coordinator, `${format}.zip`, ownCourse(format));
    await coordinator.see(/is imported\./);
    await looksRight(coordinator);

    const { packages } = expectOk(await programme.noor.parts.api.call(packageRoutes.listPackages, {}));
    const pack = packages.find(({ kind }) => kind === format) ?? expect.unreachable('not imported');
    expect(pack).toMatchObject({ title: 'Recognising human trafficking', activities: 1, mine: { state: 'new' } });

    const volunteer = await enterWithKit(`${server.address}/training`, programme.noor, { width });
    screens.push(volunteer);
    await volunteer.seeHeading('Courses from elsewhere');
    await looksRight(volunteer);
    await goTo(volunteer, `/learning/${pack.id}`);
    await volunteer.see('Not begun');
    await looksRight(volunteer);
    await volunteer.press('Open Recognising human trafficking');
    const learner = within(volunteer);
    await learner.seeHeading('Before you start');
    await learner.press(/^Go on/);
    await learner.seeHeading('What would you do?');
    await learner.see(/Kept by your learning system at/);
    await volunteer.page.getByText('Saved', { exact: true }).first().waitFor();
    await leave(volunteer);
    await volunteer.see('Begun');
    await volunteer.see('Why is it not done?');
    await volunteer.pressOn(volunteer.page.locator('summary', { hasText: 'Why is it not done?' }));
    await volunteer.see(/It says: not finished\./);
    await looksRight(volunteer);

    await volunteer.press('Go on Recognising human trafficking');
    await learner.seeHeading('What would you do?');
    await learner.press(/^Back: /);
    await learnAll(learner, volunteer.page.frameLocator('iframe'));
    await leave(volunteer);
    await volunteer.see(/^Done on /);
    await volunteer.pressOn(volunteer.page.locator('summary', { hasText: 'What the course has said' }));
    await volunteer.see(/It says: passed\. Score: 100\./);
    await looksRight(volunteer);
    const after = expectOk(await programme.noor.parts.api.call(packageRoutes.listPackages, {}));
    expect(after.packages.find(({ id }) => id === pack.id)?.mine.state).toBe('done');
    expect(complaintsOf(screens)).toEqual([]);
    expect(server.defects).toEqual([]);
  }, 240_000);
});

test('our own module by cmi5 is opened as ourselves, left, taken up again and passed', async () => {
  const learner = await asBram();
  await goTo(learner, '/learning/packages');
  await bring(learner, 'cmi5.zip', ownCourse('cmi5'));
  await learner.see(/is imported\./);
  const { packages } = expectOk(await programme.bram.parts.api.call(packageRoutes.listPackages, {}));
  const pack = packages.find(({ kind }) => kind === 'cmi5') ?? expect.unreachable('not imported');
  await goTo(learner, `/learning/${pack.id}`);
  await learner.press('Open Recognising human trafficking');
  const inside = within(learner);
  await inside.seeHeading('Before you start');
  await inside.press(/^Go on/);
  await inside.seeHeading('What would you do?');
  await inside.see(/Kept by your learning system at/);
  await leave(learner);
  await learner.see('Begun');
  await learner.press('Go on Recognising human trafficking');
  await inside.seeHeading('What would you do?');
  await inside.press(/^Back: /);
  await learnAll(inside, learner.page.frameLocator('iframe'));
  // The part has a goodbye of its own, which ends the session.
  await inside.press('Save and leave');
  await inside.see('Saved. You can close this page.');
  await leave(learner);
  await learner.see(/^Done on /);
  await learner.pressOn(learner.page.locator('summary', { hasText: 'What the course has said' }));
  await learner.see(/It says: finished\. It says: passed\./);
  await looksRight(learner);
  // A part asks for documents that nobody has laid there yet, as the standard wants it to.
  expect(complaintsOf([learner]).filter((words) => !/404 .* \/xapi\//.test(words))).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

/** As older tools write it: the interface is looked for upwards, from within a page in a frame of the package. */
const findsUpwards = (passed: string): string => `<!doctype html><html lang="en"><head><title>Old</title><script>
  function findAPI(win) { var tries = 0; while (win.API == null && win.parent != null && win.parent != win && tries < 7) { tries += 1; win = win.parent; } return win.API; }
  var api = findAPI(window.parent) || findAPI(window);
  var begun = api.LMSInitialize('') == 'true';
  var before = api.LMSGetValue('cmi.suspend_data');
  api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  api.LMSSetValue('cmi.suspend_data', before + 'x');
  function end() { api.LMSSetValue('cmi.core.score.raw', '85'); api.LMSSetValue('cmi.core.lesson_status', '${passed}'); }
  window.onunload = function () { api.LMSSetValue('cmi.core.session_time', '00:01:00'); api.LMSFinish(''); };
  </script></head><body><p id="said"></p><button onclick="end()">Finish</button>
  <script>document.getElementById('said').textContent = (begun ? 'Begun with ' : 'Not begun ') + (before || 'nothing') + ', ' + api.LMSGetValue('cmi.core.entry');</script></body></html>`;

test('a foreign package of several parts, one of them in a frame of its own, is done part by part', async () => {
  const bytes = buildScorm(
    'scorm12',
    [
      { title: 'Straight', file: 'one/index.htm' },
      { title: 'Framed', file: 'two.html?x=1' },
    ],
    [
      { name: 'one/index.htm', data: findsUpwards('completed') },
      {
        name: 'two.html',
        data: '<!doctype html><html lang="en"><title>Two</title><iframe title="Inner" src="inner.html"></iframe></html>',
      },
      { name: 'inner.html', data: findsUpwards('passed') },
    ],
  );
  const learner = await asBram();
  await goTo(learner, '/learning/packages');
  await bring(learner, 'foreign.zip', bytes);
  await learner.see(/is imported\./);
  await learner.page.getByRole('listitem').filter({ hasText: '2 parts' }).getByRole('link').click();
  await learner.see('Straight');
  await looksRight(learner);
  const outer = learner.page.frameLocator('iframe');
  await learner.press('Open Straight');
  await outer.getByText('Begun with nothing, ab-initio').waitFor();
  await outer.getByRole('button', { name: 'Finish' }).click();
  await leave(learner);
  const rows = learner.page.getByRole('listitem');
  await rows.filter({ hasText: 'Straight' }).getByText('Done').first().waitFor();
  await learner.press('Open Framed');
  const inner = outer.frameLocator('iframe');
  await inner.getByText('Begun with nothing, ab-initio').waitFor();
  await learner.page.getByText('Saved', { exact: true }).first().waitFor();
  // Somebody goes elsewhere without saying so, and comes back.
  await goTo(learner, '/training');
  await learner.seeHeading('Courses from elsewhere');
  await learner.page.getByRole('listitem').filter({ hasText: 'Begun' }).getByRole('link').first().waitFor();
  await goTo(learner, '/learning/packages');
  await learner.page.getByRole('listitem').filter({ hasText: '2 parts' }).getByRole('link').click();
  await learner.press('Go on Framed');
  await inner.getByText(/^Begun with x, /).waitFor();
  // Meanwhile another device keeps something.
  const api = programme.bram.parts.api;
  const { packages } = expectOk(await api.call(packageRoutes.listPackages, {}));
  const pack = packages.find(({ activities }) => activities === 2) ?? expect.unreachable('not imported');
  const openThere = async () =>
    expectOk(await api.call(packageRoutes.openPackage, { params: { package: pack.id }, input: { item: 1 } }));
  // What the part set when it was opened here is on its way: the other device comes after it.
  await expect.poll(async () => (await openThere()).play?.values['cmi.suspend_data'], { timeout: 60_000 }).toBe('xx');
  await learner.page.getByText('Saved', { exact: true }).first().waitFor();
  const phone = await openThere();
  const values = { 'cmi.suspend_data': 'from the phone' };
  const version = phone.play?.version ?? 0;
  const kept = await api.call(packageRoutes.keepPlay, {
    params: { opening: phone.opening },
    input: { version, values },
  });
  expectOk(kept);
  await inner.getByRole('button', { name: 'Finish' }).click();
  await learner.see(/another device or in another window/);
  expect(await learner.barriers()).toEqual([]);
  await learner.press('Open it again');
  await inner.getByText(/^Begun with from the phone, /).waitFor();
  await inner.getByRole('button', { name: 'Finish' }).click();
  await leave(learner);
  await learner.see(/^Done on /);
  await looksRight(learner);

  // It is removed, after it was asked whether that is meant.
  await goTo(learner, '/learning/packages');
  const row = learner.page.getByRole('listitem').filter({ hasText: '2 parts' });
  await row.getByRole('button', { name: /^Remove/ }).click();
  await looksRight(learner);
  await row.getByRole('button', { name: /^Yes, remove/ }).click();
  await row.first().waitFor({ state: 'detached' });
  expect(server.defects).toEqual([]);
}, 240_000);

/** What a hostile part tries, each with what came of it; it tells by the one way there is. */
const tries = `
  const told = {};
  const tell = (name, came) => { told[name] = came; API.LMSSetValue('cmi.suspend_data', JSON.stringify(told)); API.LMSCommit(''); };
  const attempt = (name, run) => { try { tell(name, 'got ' + String(run())); } catch (error) { tell(name, 'failed'); } };
  API.LMSInitialize('');
  attempt('top', () => window['top']['document'].title);
  attempt('above', () => window['parent']['parent']['document'] === document ? 'itself' : 'another');
  attempt('storage', () => localStorage.length);
  attempt('session', () => sessionStorage.length);
  attempt('cookie', () => { document.cookie = 'a=b'; return document.cookie; });
  attempt('database', () => indexedDB.open('x') && 'opened');
  attempt('popup', () => window.open('/', '_blank') === null ? (() => { throw new Error('none'); })() : 'window');
  attempt('leave', () => { top.location.href = 'https://example.org/'; return 'left'; });
  attempt('worker', () => navigator.serviceWorker.register('worker.js') && 'asked');
  const asked = ['/api/me', '/api/learning/packages', '/package/x/a.html', 'https://example.org/'];
  for (const address of asked) fetch(address, { credentials: 'include' })
    .then((answer) => tell('fetch ' + address, 'got ' + answer.status), () => tell('fetch ' + address, 'failed'));
  const flood = { mark: 'baken-scorm', act: 'set', element: 'cmi.core.lesson_status', value: 'passed' };
  const wrong = [null, 7, 'x', [], { ...flood, mark: 'other' }, { ...flood, act: 'delete' }, { ...flood, more: 1 },
    { ...flood, element: '__proto__' }, { ...flood, element: 'cmi.core.student_id', value: 'somebody-else' },
    { ...flood, value: 'x'.repeat(70000) }, { ...flood, value: { toString: () => 'passed' } }];
  for (const one of wrong) { try { top.postMessage(one, '*'); } catch {} }
  setTimeout(() => { document.body.textContent = 'Everything was tried'; }, 500);
`;

test('a hostile package gets nowhere, and nothing around it is disturbed', async () => {
  const bytes = buildScorm(
    'scorm12',
    [{ title: 'Hostile', file: 'hostile.html' }],
    [
      {
        name: 'hostile.html',
        data: `<!doctype html><html lang="en"><title>H</title><body>Trying<script>${tries}</script></body></html>`,
      },
      { name: 'worker.js', data: '' },
    ],
  );
  const coordinator = await asBram();
  await goTo(coordinator, '/learning/packages');
  await bring(coordinator, 'hostile.zip', bytes);
  await coordinator.see(/is imported\./);
  const known = coordinator.browser.complaints.length;
  await coordinator.page.getByRole('link', { name: 'A foreign course' }).click();
  await coordinator.press('Open Hostile');
  await within(coordinator).see('Everything was tried');
  await coordinator.page.getByText('Saved', { exact: true }).first().waitFor();
  const { packages } = expectOk(await programme.bram.parts.api.call(packageRoutes.listPackages, {}));
  const pack = packages.find(({ title }) => title === 'A foreign course') ?? expect.unreachable('not imported');
  const opened = expectOk(
    await programme.bram.parts.api.call(packageRoutes.openPackage, {
      params: { package: pack.id },
      input: { item: 0 },
    }),
  );
  const told = JSON.parse(opened.play?.values['cmi.suspend_data'] ?? '{}') as Record<string, string>;
  expect(told).toEqual({
    ...{
      top: 'failed',
      above: 'got itself',
      storage: 'failed',
      session: 'failed',
      cookie: 'failed',
      database: 'failed',
    },
    ...{ popup: 'failed', leave: 'failed', worker: 'failed' },
    ...{ 'fetch /api/me': 'failed', 'fetch /api/learning/packages': 'failed' },
    ...{ 'fetch /package/x/a.html': 'failed', 'fetch https://example.org/': 'failed' },
  });
  expect(opened.play?.values['cmi.core.lesson_status']).toBe('not attempted');
  expect(opened.play?.fixed['cmi.core.student_id']).not.toBe('somebody-else');
  // The browser complains of what was tried in the frame; the page around it stands where it was.
  expect(coordinator.page.url()).toBe(`${server.address}/learning/${pack.id}`);
  expect(coordinator.page.context().pages().length).toBe(1);
  const around = coordinator.browser.complaints
    .slice(known)
    .filter((words) => !/sandbox|Content Security Policy|CORS|Failed to (load|execute)|net::ERR/i.test(words));
  expect(around).toEqual([]);
  await leave(coordinator);
  await coordinator.see('Begun');
  expect(server.defects).toEqual([]);
  await coordinator.browser.close();
  screens.splice(screens.indexOf(coordinator), 1);
}, 240_000);
