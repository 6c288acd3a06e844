import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createId, expectOk, type RouteOutput } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { packageRoutes } from '#modules/learning';
import { freePort } from '../support/free-port.ts';
import { connectRecords } from '../support/record-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { hostileCmi5, hostileScorm, leave, look, reach, tracesOf } from './hostile-neighbours.ts';
import { enterWithKit, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

const built = join(import.meta.dirname, '../../dist/web');
type Listed = RouteOutput<typeof packageRoutes.listPackages>['packages'][number];

/** A server with a browser in which Anna has two windows of the workspace. */
interface Place {
  readonly ours: string;
  readonly server: TestServer;
  readonly programme: ReadyProgramme;
  readonly screen: Screen;
  readonly windows: readonly [Page, Page];
  close(): Promise<void>;
}

/** Lets pages of another host keep something in a frame, as some browsers do: then there is something to be kept apart. */
function keepingProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'baken-profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), '{"profile":{"cookie_controls_mode":0}}');
  return profile;
}

async function open(host: string): Promise<Place> {
  const port = await freePort();
  const ours = `http://localhost:${port}`;
  const packageOrigin = `http://${host}:${port}`;
  const server = await startTestServer({ webRoot: built, port, publicOrigin: ours, packageOrigin });
  const programme = await readyProgramme(server);
  const profile = keepingProfile();
  const screen = await enterWithKit(`${ours}/learning/packages`, programme.anna, { profile });
  const second = await screen.browser.context.newPage();
  await second.goto(`${ours}/learning/packages`);
  await second.getByLabel('Sign-in name').fill(programme.anna.person.handle);
  await second.getByLabel('Passphrase').fill(programme.anna.passphrase);
  await second.getByRole('button', { name: 'Unlock', exact: true }).click();
  await second.getByRole('navigation').first().waitFor();
  const close = async (): Promise<void> => {
    await screen.browser.close();
    await server.stop();
    rmSync(profile, { recursive: true, force: true });
  };
  return { ours, server, programme, screen, windows: [screen.page, second], close };
}

async function bring({ programme }: Place, bytes: Uint8Array): Promise<Listed['id']> {
  const pack = createId<Listed['id']>(randomBytes);
  const { api } = programme.anna.parts;
  const input = Uint8Array.from(bytes);
  expectOk(await api.call(packageRoutes.sendPiece, { params: { package: pack, piece: '0' }, input }));
  const told = expectOk(
    await api.call(packageRoutes.importPackage, { params: { package: pack }, input: { pieces: 1 } }),
  );
  expect(told).toMatchObject({ taken: true });
  return pack;
}

/** Opens a package in a window of the workspace, and tells its page. */
async function show(window: Page, pack: Listed['id'], title: string): Promise<Frame> {
  await window.evaluate(
    `history.pushState({}, '', ${JSON.stringify(`/learning/${pack}`)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
  await window.getByRole('button', { name: `Open ${title}` }).click();
  const found = (): Frame | undefined =>
    window.frames().find((one) => new URL(one.url()).pathname.endsWith('/hostile.html'));
  await expect.poll(found, { timeout: 60_000 }).toBeDefined();
  const frame = found() ?? expect.unreachable('it was there');
  await frame.getByText('Ready').waitFor();
  return frame;
}

/** Opens a part by a key in a window of its own. */
async function launch({ server, screen, ours }: Place, name: string, across: boolean): Promise<Page> {
  const keyed = await connectRecords(server, { scope: 'launch', mount: '/xapi/1.0.3' });
  const headers = { 'Content-Type': 'application/zip' };
  const taken = await keyed.ask('POST', '/api/learning/cmi5/courses', {
    body: hostileCmi5(name, ours, across),
    headers,
  });
  const { course } = taken.json as { course: string };
  const actor = { account: { homePage: 'https://example.org', name } };
  const told = await keyed.ask('POST', `/api/learning/cmi5/courses/${course}/launch`, { body: { activity: 0, actor } });
  const window = await screen.browser.context.newPage();
  await window.goto((told.json as { url: string }).url);
  await window.getByText('Ready').waitFor();
  return window;
}

/** Each looks, leaves its name everywhere, and looks again: what each finds of the other. */
async function meet([one, two]: readonly [Frame | Page, Frame | Page]): Promise<readonly (readonly string[])[]> {
  const before = tracesOf('Eerste', await look(two));
  await leave(one);
  const after = tracesOf('Eerste', await look(two));
  await leave(two);
  return [before, after, tracesOf('Tweede', await look(one))];
}
const nothing = [[], [], []];

/** What came of every way out, in a frame. */
const noWayOut = (ours: string) => ({
  ...{ top: 'refused', opener: 'null', frames: 'only itself', popup: 'refused', steer: 'refused' },
  ...{ worker: 'refused', shared: 'refused', '/api/me': 'refused', '/package/x/a.html': 'refused' },
  ...{ [`${ours}/api/me`]: 'refused', [`${ours}/health/live`]: 'refused', 'https://example.org/': 'refused' },
  // That it never left is seen from outside.
  post: 'asked',
});
/** The same in a window of its own, above which nothing is. */
const alone = (ours: string) => ({ ...noWayOut(ours), top: 'alone', frames: 'alone', steer: 'alone' });

const one = 'packages.localhost';
/** In windows of their own, while both are open: with one name for all, whatever an origin shares; else cookies for all names. */
const shared = (host: string): readonly string[] =>
  host === one ? ['local', 'cookie', 'database', 'cache', 'folder', 'locks', 'heard'] : ['cookie'];

describe.each([one, '*.packages.localhost'])('with %s for packages', (host) => {
  let place: Place;
  /** What was posted to us by a page that has no business there. */
  const posts: string[] = [];
  beforeAll(async () => {
    place = await open(host);
    place.screen.browser.context.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/learning/packages')) posts.push(request.url());
    });
  }, 120_000);
  afterAll(async () => {
    expect(posts).toEqual([]);
    expect(place.server.defects).toEqual([]);
    await place.close();
  });

  test.each([true, false])(
    'two in two windows of the workspace at once find nothing of each other (scripting each other: %s)',
    async (across) => {
      const { windows, ours } = place;
      const first = await show(windows[0], await bring(place, hostileScorm('Eerste', ours, across)), 'Eerste');
      const second = await show(windows[1], await bring(place, hostileScorm('Tweede', ours, across)), 'Tweede');
      expect(await meet([first, second])).toEqual(nothing);
      for (const there of [first, second]) expect(await reach(there)).toEqual(noWayOut(ours));
      // Another one in the window in which the first was open before.
      await windows[0].getByRole('button', { name: 'Save and leave' }).click();
      await windows[0].getByText('Begun').first().waitFor();
      const after = await show(windows[0], await bring(place, hostileScorm('Derde', ours, across)), 'Derde');
      expect(tracesOf('Eerste', await look(after))).toEqual([]);
      for (const window of windows) await window.getByRole('button', { name: 'Save and leave' }).click();
    },
    240_000,
  );

  test.each([true, false])(
    'two that a key opened in windows of their own at once (scripting each other: %s)',
    async (across) => {
      const { ours } = place;
      const windows = [await launch(place, 'Eerste', across), await launch(place, 'Tweede', across)] as const;
      expect(await meet(windows)).toEqual(across ? [[], shared(host), shared(host)] : nothing);
      for (const there of windows) expect(await reach(there)).toEqual(alone(ours));
      for (const window of windows) await window.close();
      // What was left behind is gone for whoever comes later.
      const late = await launch(place, 'Derde', across);
      expect(tracesOf('Eerste', await look(late))).toEqual([]);
      await late.close();
    },
    240_000,
  );

  test('the address of one that is open, in a window of its own, finds nothing of it and nothing of ours', async () => {
    const { windows, ours, screen } = place;
    for (const across of [true, false]) {
      const frame = await show(windows[0], await bring(place, hostileScorm('Eerste', ours, across)), 'Eerste');
      await leave(frame);
      const window = await screen.browser.context.newPage();
      await window.goto(frame.url());
      await window.getByText('Ready').waitFor();
      expect(tracesOf('Eerste', await look(window))).toEqual([]);
      expect(await reach(window)).toEqual(alone(ours));
      await window.close();
      await windows[0].getByRole('button', { name: 'Save and leave' }).click();
    }
  }, 240_000);
});
