/**
 * npm run durability -- [--rounds N]: kills the server, its embedded database, or both with SIGKILL while real
 * clients write records and files, starts again and looks whether everything that was acknowledged is there.
 * The last line is `N acknowledged, N lost`. A power cut is not imitated: it needs a machine that loses power.
 */
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { expectOk } from '#platform/base';
import { testRandomBytes } from '#kernel/accounts/testing';
import { createDirectory, refreshSpace } from '#kernel/spaces/client';
import { countLost, foundIn, writeUntilRefused, type Acknowledged } from '../tests/support/acknowledged-writes.ts';
import { startRealInstallation, type Victim } from '../tests/support/installation.ts';

const say = (line: string): void => console.log(line);
const victims: readonly Victim[] = ['server', 'database', 'server and database'];

async function main(rounds: number): Promise<number> {
  const kept: Acknowledged = { records: new Set(), files: [] };
  let lost = 0;
  const installation = await startRealInstallation();
  try {
    const session = await foundIn(installation);
    const space = expectOk(await createDirectory(session, 'Durability'));
    const written = [0];
    for (let round = 0; round < rounds && lost === 0; round += 1) {
      const victim = victims[round % victims.length] ?? 'server';
      const before = kept.records.size;
      const current = expectOk(await refreshSpace(session, space));
      const writing = writeUntilRefused(session, current, kept, 20_000);
      await wait(100 + (testRandomBytes(1)[0] ?? 0) * 2);
      await installation.kill(victim);
      await writing;
      await installation.startAgain();
      // Every record each time, and the files of this round and the one before; all files at the end. One person may read
      // only so many in an hour.
      lost = await countLost(session, space, kept, kept.files.slice(written.at(-2) ?? 0));
      written.push(kept.files.length);
      say(`round ${round + 1}: killed ${victim} after ${kept.records.size - before} writes; ${lost} lost`);
    }
    if (lost === 0) lost = await countLost(session, space, kept);
  } finally {
    await installation.stop();
  }
  say(`${kept.records.size + kept.files.length} acknowledged, ${lost} lost`);
  return lost === 0 ? 0 : 1;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, help: { type: 'boolean' } } });
if (values.help) say('npm run durability -- [--rounds N]   kill -9 during writes; ends with N acknowledged, N lost');
else process.exitCode = await main(Number(values.rounds));
