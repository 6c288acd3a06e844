import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { attachPaper, type Paper } from '#modules/casework/client';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { buildHostileFiles, buildLetter, runScript, type HostileFile } from './poisoned-files.ts';
import { enterWithKit, readyCase, readyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

let server: TestServer;
let anna: Screen;
let hostile: readonly HostileFile[];
/** Every file that left the browser for the server. */
const uploads: string[] = [];
/** Whatever a script that ran would have done. */
const ran: string[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
  hostile = await buildHostileFiles();
  const programme = await readyProgramme(server);
  let opened = await readyCase(programme, 'Okparinde', null);
  // What a colleague's own program could have put there, past everything that is checked on choosing.
  const script = await buildLetter((document) => runScript(document, server.address));
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><script>fetch('${server.address}/ran')</script></svg>`;
  for (const [title, bytes, mediaType] of [
    ['Letter that wants to run', script, 'application/pdf'],
    ['Drawing that wants to run', Buffer.from(drawing), 'image/png'],
    ['Drawing by its own name', Buffer.from(drawing), 'image/svg+xml'],
  ] as const) {
    const file = { bytes: Uint8Array.from(bytes), mediaType, name: 'x' };
    opened = expectOk(await attachPaper(programme.session, opened, paperCalled(title), file));
  }
  anna = await enterWithKit(`${server.address}/cases/${opened.id}/documents`, programme.anna, { width: 390 });
  anna.page.on('request', (request) => {
    if (/\/documents\//.test(request.url()) && request.method() !== 'GET') uploads.push(request.url());
    if (/\/ran$|baken\.test/.test(request.url())) ran.push(request.url());
  });
  anna.page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
});
afterAll(async () => {
  await anna.browser.close();
  await server.stop();
});

function paperCalled(title: string): Omit<Paper, 'file'> {
  return {
    document: null,
    ownKind: null,
    title,
    date: null,
    validUntil: null,
    language: null,
    form: { kind: 'copy' },
    pages: 1,
    originalHeldBy: null,
    meets: [],
    forWhom: 'team',
  };
}

const labels = {
  en: {
    add: 'Add a document',
    title: 'Title',
    file: 'File',
    save: 'Save',
    stopped: /nothing was saved\. Choose another file/,
  },
  nl: {
    add: 'Document toevoegen',
    title: 'Titel',
    file: 'Bestand',
    save: 'Opslaan',
    stopped: /Er is niets opgeslagen\. Kies een ander bestand/,
  },
} as const;

/** Chooses every hostile file in turn on a form that is begun already, and tries to save the last. */
async function chooseAll(language: 'en' | 'nl'): Promise<void> {
  const words = labels[language];
  await anna.fill(words.title, 'What she brought');
  for (const { what, file, said } of hostile) {
    await anna.attach(words.file, file);
    await anna.page.getByRole('status').filter({ hasText: said[language] }).waitFor();
    expect([what, await anna.page.getByLabel(words.title, { exact: true }).inputValue()]).toEqual([
      what,
      'What she brought',
    ]);
  }
  await anna.press(words.save);
  await anna.see(words.stopped);
  // At the top, so that the bar at the bottom of a phone does not lie over half a field.
  await anna.page.evaluate('scrollTo(0, 0)');
  expect(await anna.barriers()).toEqual([]);
  expect(await anna.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  expect(uploads).toEqual([]);
}

test('a hostile file is refused with its reason on choosing, and what was typed stays', async () => {
  await anna.press(labels.en.add);
  await chooseAll('en');
}, 180_000);

test('a good file goes in its place, under a name that misleads nobody, and is shown in the frame', async () => {
  await anna.attach('File', {
    name: 'letter.\u202eexe.pdf',
    mimeType: 'application/pdf',
    buffer: await buildLetter(),
  });
  await anna.see('letter.-exe.pdf is ready');
  await anna.press('Save');
  const row = anna.page.getByRole('listitem').filter({ hasText: 'What she brought' });
  await row.getByRole('button', { name: 'Open', exact: true }).click();
  const shown = anna.page.frameLocator('iframe').locator('canvas').first();
  await expect.poll(() => shown.textContent(), { timeout: 60_000 }).toContain('Beschikking of 2026');
  await row.getByRole('button', { name: 'Close', exact: true }).click();
  expect(uploads).toHaveLength(1);
  uploads.length = 0;
});

test('a PDF with a password is kept, and said not to fit into a bundle', async () => {
  await anna.press('Add a document');
  await anna.fill('Title', 'Locked by the bank');
  const locked = await buildLetter((document) =>
    document.encrypt({ userPassword: 'a', ownerPassword: 'b', permissions: {} }),
  );
  await anna.attach('File', { name: 'bank.pdf', mimeType: 'application/pdf', buffer: locked });
  await anna.see(/bank\.pdf is ready/);
  await anna.see(/has a password\. It can be kept, but not be part of a bundle/);
  await anna.press('Save');
  const row = anna.page.getByRole('listitem').filter({ hasText: 'Locked by the bank' });
  await row.getByRole('button', { name: 'Open', exact: true }).click();
  await anna.see(/This file has a password\. Save it/);
  await row.getByRole('button', { name: 'Close', exact: true }).click();
});

test('what a script in a stored file would do never happens, whoever put it there', async () => {
  const open = async (title: string) => {
    const row = anna.page.getByRole('listitem').filter({ hasText: title });
    await row.getByRole('button', { name: 'Open', exact: true }).click();
    return row;
  };
  const letter = await open('Letter that wants to run');
  const shown = anna.page.frameLocator('iframe').locator('canvas').first();
  await expect.poll(() => shown.textContent(), { timeout: 60_000 }).toContain('Beschikking of 2026');
  await letter.getByRole('button', { name: 'Close', exact: true }).click();
  const drawing = await open('Drawing that wants to run');
  await anna.see(/This file cannot be shown here/);
  await drawing.getByRole('button', { name: 'Close', exact: true }).click();
  await open('Drawing by its own name');
  await anna.see(/Baken does not show this kind of file/);
  expect(await anna.page.locator('iframe').count()).toBe(0);
  await anna.page.waitForTimeout(500);
  expect(ran).toEqual([]);
  expect(server.defects).toEqual([]);
});

test('each reason is said in Dutch too', async () => {
  uploads.length = 0;
  await anna.page.getByRole('button', { name: /Lock now/ }).click();
  await anna.press('Nederlands');
  await anna.page.locator('input[name="passphrase"]').fill('paper boats on the green canal');
  await anna.press('Ontgrendel');
  await anna.press(labels.nl.add);
  await chooseAll('nl');
}, 180_000);
