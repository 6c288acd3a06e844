import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { exportCourse, readBuiltCourse } from '../../src/apps/cli/courses/export-course.ts';
import { inspectPackage } from '#modules/learning/server';
import { packageFormats, type PlayedPackage, type PackageFormat } from '#modules/learning';
import { connectRecords, speakBy } from '../support/record-client.ts';
import { startTestServer } from '../support/test-server.ts';
import { learnAll } from './learn-all.ts';
import { packagedIn } from './packaged-in.ts';
import { enterWithKit, readyProgramme } from './ready-programme.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

const built = join(import.meta.dirname, '../../dist/web');
const id = 'recognising-trafficking';
let folder = '';
let system: Server;
let address = '';
const screens: Screen[] = [];

const slots = [{ slot: 'emergency', language: 'en', words: '112', checkedOn: civilDate('2026-11-20') }];
const dataOf = (language = 'en'): PlayedPackage => {
  const course = readBuiltCourse(built, id, language);
  return { course: course ?? expect.unreachable('not built'), organisation: 'Harbour House', slots, receipts: null };
};

/** Unpacks a package where it was made, as somebody does who opens it from disk. */
function unpack(format: PackageFormat): string {
  const into = join(folder, format);
  for (const [name, bytes] of Object.entries(unzipSync(exportCourse(built, dataOf(), format)))) {
    mkdirSync(dirname(join(into, name)), { recursive: true });
    writeFileSync(join(into, name), bytes);
  }
  return into;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baken-package-'));
  for (const format of packageFormats) unpack(format);
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
  };
  system = createServer(({ url = '/' }, answer) => {
    const [, dialect = '', ...path] = (url.split('?')[0] ?? '/').split('/');
    const inside = path.join('/');
    answer.setHeader(
      'Content-Type',
      types[extname(inside)] ?? (inside === '' ? 'text/html' : 'application/octet-stream'),
    );
    if (inside === '') return void answer.end(systemPage(dialect));
    // The interface of the standard, as another project wrote it.
    const runtimes = join(import.meta.dirname, '../../node_modules/scorm-again/dist');
    answer.end(
      readFileSync(inside === 'runtime.js' ? join(runtimes, `${dialect}.min.js`) : join(folder, dialect, inside)),
    );
  });
  await new Promise<void>((resolve) => void system.listen(0, '127.0.0.1', resolve));
  const bound = system.address();
  address = `http://127.0.0.1:${String(typeof bound === 'object' && bound !== null ? bound.port : 0)}`;
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await new Promise((resolve) => void system.close(resolve));
  rmSync(folder, { recursive: true });
});

/** A learning system: its page holds the interface and keeps what it is told, and has the module in a frame. */
function systemPage(dialect: string): string {
  const [object, made] = dialect === 'scorm12' ? ['API', 'Scorm12API'] : ['API_1484_11', 'Scorm2004API'];
  const commit = dialect === 'scorm12' ? 'LMSCommit' : 'Commit';
  return `<!doctype html><html lang="en"><title>System</title><script src="/${dialect}/runtime.js"></script><script>
    const api = window.${object} = new ${made}({ autocommit: false, selfReportSessionTime: true, logLevel: 5 });
    const kept = localStorage.getItem('${dialect}');
    if (kept) api.loadFromJSON(JSON.parse(kept), '');
    window.commits = 0;
    api.on('${commit}', () => { window.commits += 1; localStorage.setItem('${dialect}', JSON.stringify(api.cmi.toJSON())); });
    </script><iframe title="Module" src="/${dialect}/index.html" style="width:100%;height:860px;border:0"></iframe>`;
}

async function open(at: string, options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen(at, options);
  screens.push(screen);
  return screen;
}

describe('a package', () => {
  test('is the same bytes for the same course, and is taken by our own inspection', async () => {
    for (const format of packageFormats) {
      const bytes = exportCourse(built, dataOf('nl'), format);
      expect(Buffer.compare(bytes, exportCourse(built, dataOf('nl'), format))).toBe(0);
      const file = join(folder, `${format}.zip`);
      writeFileSync(file, bytes);
      if (format === 'web') continue;
      const taken = { ok: true, kind: format, title: 'Mensenhandel herkennen', activities: 1, problems: [] };
      expect(await inspectPackage(file)).toMatchObject(taken);
    }
  });

  test('opens from disk, plays to its end without asking anybody, and goes on where it was left', async () => {
    const page = pathToFileURL(join(folder, 'web/index.html')).href;
    const learner = await open(page, { width: 390 });
    const asked: string[] = [];
    learner.page.on('request', (request) => void asked.push(request.url()));
    await learner.seeHeading('Before you start');
    await learner.see(/This is a draft/);
    await learner.press('Help');
    await learner.see('112');
    await learnAll(learner);
    await learner.see(/Licence: CC-BY-SA-4.0/);
    await learner.see('With numbers and people of Harbour House.');
    expect(asked.filter((one) => !one.startsWith('file:'))).toEqual([]);
    await learner.page.reload();
    await learner.see(/You have done everything there is|What is still to do|Take it with you/);
    await learner.press('Save and leave');
    await learner.see('Saved. You can close this page.');
    expect(complaintsOf(screens)).toEqual([]);
  });
});

test('a coordinator makes one with the numbers of an organisation in it', async () => {
  const server = await startTestServer({ webRoot: built });
  const { anna } = await readyProgramme(server);
  const coordinator = await enterWithKit(server.address, anna, { width: 390 });
  screens.push(coordinator);
  await coordinator.follow('More');
  await coordinator.follow('Who learns');
  await coordinator.press('Add an organisation');
  await coordinator.fill('Name of the organisation', 'Night Reception');
  await coordinator.press('Add it');
  await coordinator.seeHeading('Night Reception');
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Make a package of the module' }));
  await coordinator.tick(/For a learning system \(SCORM 1.2\)/);
  await coordinator.press('Make the package');
  await coordinator.see('It is not ready. To try it out, say so above.');
  expect(await coordinator.barriers()).toEqual([]);
  await coordinator.tick('Make it all the same, to try it out');
  await coordinator.tick('People learn with it: its receipts count');
  const [download] = await Promise.all([
    coordinator.page.waitForEvent('download'),
    coordinator.press('Make the package'),
  ]);
  await coordinator.see('The package is made and was handed to your browser.');
  const file = join(folder, 'from-screen.zip');
  await download.saveAs(file);
  expect(download.suggestedFilename()).toMatch(/^recognising-trafficking-.*-en-scorm12\.zip$/);
  expect(await inspectPackage(file)).toMatchObject({ ok: true, kind: 'scorm12', activities: 1, problems: [] });
  // The same as the command makes of the same words, with what it was given to make receipts.
  const course = readBuiltCourse(built, id, 'en') ?? expect.unreachable('not built');
  const { receipts } = packagedIn(readFileSync(file));
  expect(receipts?.number).toMatch(/^[0-9A-Z]{4}$/);
  const commands = exportCourse(built, { course, organisation: 'Night Reception', slots: [], receipts }, 'scorm12');
  expect(Buffer.compare(readFileSync(file), commands)).toBe(0);
  // Its learning system gets a key, which is shown once, sends with it, and sends nothing more once it is ended.
  await coordinator.pressOn(coordinator.page.locator('summary', { hasText: 'Connect a learning system' }));
  await coordinator.press('Make a key');
  await coordinator.see('Give the system a name.');
  await coordinator.fill('Name of the system', 'Moodle');
  await coordinator.press('Make a key');
  await coordinator.fill('Passphrase', anna.passphrase);
  await coordinator.press('Confirm');
  await coordinator.see('Give these three to whoever runs the system. The secret is shown this once.');
  expect(await coordinator.barriers()).toEqual([]);
  const [, key = '', secret = ''] = await coordinator.page.locator('dl code').allTextContents();
  const sender = speakBy(server.address, key, secret, '/xapi');
  const statement = {
    actor: { mbox: 'mailto:ana@example.org' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: { id: 'https://example.org/course' },
  };
  expect((await sender.post(statement)).status).toBe(200);
  await coordinator.press('End the key of Moodle');
  await coordinator.press('Yes, end the key of Moodle');
  await coordinator.page.locator('dl code').first().waitFor({ state: 'detached' });
  expect((await sender.post(statement)).status).toBe(401);
  expect(complaintsOf([coordinator])).toEqual([]);
  await coordinator.browser.close();
  screens.splice(screens.indexOf(coordinator), 1);
  await server.stop();
});

test('a module is opened by cmi5, left, taken up again and passed, and the system hears each of it once', async () => {
  const server = await startTestServer({ webRoot: built });
  const keyed = await connectRecords(server, { scope: 'launch', mount: '/xapi/1.0.3' });
  const body = exportCourse(built, dataOf(), 'cmi5');
  const taken = await keyed.ask('POST', '/api/learning/cmi5/courses', {
    body,
    headers: { 'Content-Type': 'application/zip' },
  });
  const { course, activities } = taken.json as { course: string; activities: readonly unknown[] };
  expect(activities).toEqual([
    { index: 0, id: 'urn:x-baken:course:recognising-trafficking:en', title: 'Recognising human trafficking' },
  ]);
  const actor = { account: { homePage: 'https://example.org', name: 'ana' } };
  const launch = async (more: Record<string, unknown> = {}) => {
    const told = await keyed.ask('POST', `/api/learning/cmi5/courses/${course}/launch`, {
      body: { activity: 0, actor, returnUrl: `${server.address}/health/live`, ...more },
    });
    return told.json as { url: string; registration: string };
  };
  const verbsOf = async (registration: string) => {
    const { json } = await keyed.ask('GET', `statements?registration=${registration}&ascending=true`);
    const { statements } = json as { statements: { verb: { id: string }; result?: { score?: unknown } }[] };
    return statements.map(({ verb }) => verb.id.split('/').at(-1));
  };
  const first = await launch();
  const learner = await open(first.url, { width: 390 });
  await learner.seeHeading('Before you start');
  expect(await learner.barriers()).toEqual([]);
  await learner.press(/^Go on/);
  await learner.seeHeading('What would you do?');
  await learner.see(/Kept by your learning system at/);
  await learner.press('Save and leave');
  await learner.page.waitForURL('**/health/live');
  expect(await verbsOf(first.registration)).toEqual(['launched', 'initialized', 'terminated']);
  const again = await launch({ registration: first.registration });
  await learner.page.goto(again.url);
  await learner.seeHeading('What would you do?');
  await learner.press(/^Back: /);
  await learnAll(learner);
  await learner.press('Save and leave');
  await learner.page.waitForURL('**/health/live');
  expect((await verbsOf(first.registration)).slice(3)).toEqual([
    'launched',
    'initialized',
    'passed',
    'completed',
    'satisfied',
    'terminated',
  ]);
  // Loaded again, a launch opens nothing any more: the module plays, and says that nothing is recorded.
  await learner.page.goto(again.url);
  await learner.see(/did not let this page begin/);
  expect(server.defects).toEqual([]);
  await learner.browser.close();
  screens.splice(screens.indexOf(learner), 1);
  await server.stop();
}, 180_000);

/** How each standard calls what it is asked, and what it says at the beginning and at the end. */
const standards = [
  {
    ...{ dialect: 'scorm12', get: 'API.LMSGetValue', commit: 'API.LMSCommit' },
    begun: { 'cmi.core.lesson_status': 'incomplete' },
    done: { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' },
  },
  {
    ...{ dialect: 'scorm2004', get: 'API_1484_11.GetValue', commit: 'API_1484_11.Commit' },
    begun: { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'unknown' },
    done: {
      ...{ 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' },
      ...{ 'cmi.score.scaled': '1', 'cmi.progress_measure': '1' },
    },
  },
] as const;

describe.each(standards)('in a learning system that speaks $dialect', ({ dialect, get, commit, begun, done }) => {
  const said = async (screen: Screen, wanted: Readonly<Record<string, string>>): Promise<unknown> => {
    const found: Record<string, string> = {};
    for (const element of Object.keys(wanted))
      found[element] = String(await screen.page.evaluate(`window.${get}(${JSON.stringify(element)})`));
    return found;
  };

  test('a module tells how far somebody is at each step, is taken up again, and is passed at its end', async () => {
    const outside = await open(`${address}/${dialect}/`);
    const learner = within(outside);
    await learner.seeHeading('Before you start');
    await outside.page.waitForFunction('window.commits > 0');
    expect(await said(outside, begun)).toEqual(begun);
    await learner.press(/^Go on/);
    await learner.seeHeading('What would you do?');
    await learner.see(/Kept by your learning system at/);
    expect(await outside.page.evaluate('window.commits')).toBeGreaterThan(2);
    expect(String(await outside.page.evaluate(`window.${get}('cmi.suspend_data')`)).length).toBeLessThan(300);
    // The page is closed; the next one begins where it was.
    await outside.page.goto(`${address}/${dialect}/`);
    await learner.seeHeading('What would you do?');
    await learner.press(/^Back: /);
    await learner.seeHeading('Before you start');
    await learnAll(learner, outside.page.frameLocator('iframe'));
    expect(await said(outside, done)).toEqual(done);
    await learner.press('Save and leave');
    await learner.see('Saved. You can close this page.');
    expect(complaintsOf(screens)).toEqual([]);
  }, 180_000);

  test('that is none, the module plays all the same and says that nothing is recorded', async () => {
    const alone = await open(`${address}/${dialect}/index.html`);
    await alone.see(/Your result is not recorded here/);
    await alone.seeHeading('Before you start');
    expect(await alone.barriers()).toEqual([]);
  });

  test('that takes nothing more is told so, and what was kept of another version is not read', async () => {
    const outside = await open(`${address}/${dialect}/`);
    const learner = within(outside);
    await learner.seeHeading('Before you start');
    await outside.page.evaluate(`window.${commit} = () => 'false'`);
    await learner.press(/^Go on/);
    await learner.see(/not kept|not saved/i);
    await outside.page.evaluate(`localStorage.setItem('${dialect}', JSON.stringify({ suspend_data: 'AAAAAAA' }))`);
    await outside.page.goto(`${address}/${dialect}/`);
    await learner.see(/is of another version and cannot be read/);
    await learner.seeHeading('Before you start');
  }, 60_000);
});

/** The words for a screen, within the frame of the module. */
function within(screen: Screen): Screen {
  const frame = screen.page.frameLocator('iframe');
  const named = (role: 'button' | 'link', name: string | RegExp) =>
    frame.getByRole(role, { name, exact: typeof name === 'string' }).first();
  const labelled = (label: string | RegExp) => frame.getByLabel(label, { exact: typeof label === 'string' }).first();
  return {
    ...screen,
    press: (name) => named('button', name).click(),
    tick: (label) => labelled(label).check(),
    choose: async (label, option) => void (await labelled(label).selectOption({ label: String(option) })),
    see: (text) => frame.getByText(text).first().waitFor(),
    seeHeading: (name) => frame.getByRole('heading', { name }).first().waitFor(),
  };
}
