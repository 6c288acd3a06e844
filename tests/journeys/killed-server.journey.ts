import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRealInstallation, type RealInstallation } from '../support/installation.ts';
import { enterWithKit, readyCase, readyProgramme, unlockAs, type ReadyProgramme } from './ready-programme.ts';
import type { Screen } from './screen.ts';

const operations = '**/api/spaces/*/operations';
// On a slow machine what was typed is sealed by itself before somebody presses, and then this says so.
const notSaved = /Could not save\. There is no connection\. Your text is kept(,| here)/;

let installation: RealInstallation;
let programme: ReadyProgramme;
let noor: Screen;

beforeAll(async () => {
  installation = await startRealInstallation();
  programme = await readyProgramme(installation);
  const { id } = await readyCase(programme, 'Okparinde', programme.noor);
  noor = await enterWithKit(`${installation.address}/cases/${id}/contact`, programme.noor, { width: 390 });
});
afterAll(async () => {
  await noor.browser.close();
  await installation.stop();
});

async function countOf(words: string): Promise<number> {
  return noor.page.getByRole('listitem').filter({ hasText: words }).count();
}

test('a note saved while the server is killed is kept on the screen, and saved once when it is back', async () => {
  const deaths = [
    ['Killed before it heard of this', 'server', false],
    ['Killed after it kept this', 'server and database', true],
  ] as const;
  for (const [words, victim, kept] of deaths) {
    await noor.press('Add a note');
    await noor.fill('Note', words);
    await noor.page.route(
      operations,
      async (route: Route) => {
        try {
          // However long a busy machine takes: a request that nobody answers would leave the page waiting.
          if (kept) await route.fetch({ timeout: 0 });
        } finally {
          await installation.kill(victim);
          await route.abort();
        }
      },
      { times: 1 },
    );
    await noor.press('Save');
    await noor.see(notSaved);
    const note = noor.page.getByLabel('Note', { exact: true });
    expect(await note.inputValue()).toBe(words);
    await noor.press('Save');
    await noor.see(notSaved);
    expect(await note.inputValue()).toBe(words);

    await installation.startAgain();
    await noor.press('Save');
    await noor.page.getByRole('listitem').filter({ hasText: words }).waitFor();
    expect(await countOf(words)).toBe(1);
  }
  // And so it is for somebody who reads it all anew.
  await noor.page.reload();
  await unlockAs(noor, programme.noor);
  await noor.page.getByRole('listitem').filter({ hasText: deaths[1][0] }).waitFor();
  for (const [words] of deaths) expect(await countOf(words)).toBe(1);
});
