import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expectOk } from '#platform/base';
import { signIn } from '#kernel/accounts/client';
import { openScreen, type Screen } from '../../tests/journeys/screen.ts';
import { makeFolder, startBaken } from './installation.ts';
import { median } from './load.ts';
import { foundProgramme, makeCase, type BenchProgramme } from './programme.ts';

const rounds = 3;
/** The person who is looked for; of the last case that is made. */
const given = 'Quillon';

/** In Chromium: from pressing Unlock until a case is found by the name of its person, for 30 and for 1,000 cases. */
export async function benchDevices(say: (line: string) => void): Promise<void> {
  if (spawnSync(process.execPath, ['scripts/build-when-needed.ts'], { stdio: 'inherit' }).status !== 0) return;
  const folder = makeFolder();
  const baken = await startBaken(folder.path, 18_082);
  let screen: Screen | null = null;
  try {
    const programme = await foundProgramme(baken.address, baken.foundingCode);
    screen = await openWithKit(baken.address, programme);
    say('');
    say('### On a device, in Chromium');
    say('');
    say('| cases | from Unlock to a case found by name, s, median | worst |');
    say('|---|---|---|');
    let made = 0;
    for (const count of [30, 1_000]) {
      // Each unlocking in the browser is a session, and the fourth ends the oldest: ours here.
      expectOk(await signIn(programme.founder.parts, credentialsOf(programme)));
      for (; made < count; made += 1) await makeCase(programme, `Person ${made}`, 2);
      await makeCase(programme, `${given}${count}`, 2);
      made += 1;
      const figures: number[] = [];
      for (let round = 0; round < rounds; round += 1) figures.push(await unlockAndFind(screen, programme, count));
      say(`| ${count.toLocaleString('en-GB')} | ${median(figures).toFixed(2)} | ${Math.max(...figures).toFixed(2)} |`);
    }
  } finally {
    await screen?.browser.close();
    await baken.stop();
    folder.remove();
  }
}

function credentialsOf({ founder }: BenchProgramme): { readonly handle: string; readonly passphrase: string } {
  return { handle: founder.person.handle, passphrase: founder.passphrase };
}

async function openWithKit(address: string, { founder }: BenchProgramme): Promise<Screen> {
  const screen = await openScreen(address);
  await screen.press('Use this device for the first time');
  await screen.fill('Sign-in name', founder.person.handle);
  await screen.fill('The 24 words of your kit', founder.kit);
  await screen.press('Keep on this device');
  await screen.page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  return screen;
}

/** Seconds from pressing Unlock; what leads there is not counted. */
async function unlockAndFind(screen: Screen, { founder }: BenchProgramme, count: number): Promise<number> {
  const { page } = screen;
  await page.reload();
  await page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  await screen.fill('Sign-in name', founder.person.handle);
  await screen.fill('Passphrase', founder.passphrase);
  const began = performance.now();
  await screen.press('Unlock');
  await screen.follow('Cases');
  await screen.fill(/^Find by code name/, `${given}${count}`);
  await page
    .getByRole('paragraph')
    .filter({ hasText: /^1 case/ })
    .waitFor({ timeout: 120_000 });
  return (performance.now() - began) / 1_000;
}
