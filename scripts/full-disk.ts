/**
 * npm run full-disk: runs Baken on a small disk of its own (tmpfs, so it must be root), fills that disk while records and
 * files are written, and looks what becomes of it: what was acknowledged is there, later writes are refused as full,
 * reading goes on, and when there is room again writing goes on by itself. The last line is `N acknowledged, N lost`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { expectOk } from '#platform/base';
import { createDirectory, openSpace, refreshSpace, type OpenedSpace, type SpaceSession } from '#kernel/spaces/client';
import {
  countLost,
  foundIn,
  writeOnce,
  writeUntilRefused,
  type Acknowledged,
} from '../tests/support/acknowledged-writes.ts';
import { startRealInstallation } from '../tests/support/installation.ts';

const say = (line: string): void => console.log(line);
const megabytes = 400;
const fileSize = 60_000;

/** A disk of so many megabytes below a folder; null where this process may not make one. */
function mountDisk(folder: string): string | null {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder]);
  return mounted.status === 0 ? folder : null;
}

const roomOn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};
const asMegabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Fills the disk but for so many bytes, slowly enough that others write meanwhile. */
async function fill(folder: string, leave: number): Promise<void> {
  const block = Buffer.alloc(1_048_576, 1);
  for (let left = roomOn(folder) - leave; left > 0; left = roomOn(folder) - leave) {
    try {
      writeFileSync(join(folder, 'ballast'), block.subarray(0, Math.min(left, block.length)), { flag: 'a' });
    } catch {
      // The last byte went to somebody else.
      return;
    }
    await wait(1);
  }
}

/** How the disk fills: by what Baken keeps, or by something else that leaves nothing, in the middle of writing. */
const ends = [
  { what: 'Baken fills the disk', leave: 90_000_000, reads: true },
  { what: 'something else fills it, but for 1 MB', leave: 1_000_000, reads: true },
  { what: 'something else fills it to the last byte', leave: 0, reads: false },
] as const;

async function tryOne(
  folder: string,
  { what, leave, reads }: (typeof ends)[number],
  session: SpaceSession,
  space: OpenedSpace,
  kept: Acknowledged,
): Promise<readonly string[]> {
  const current = expectOk(await refreshSpace(session, space));
  const before = kept.records.size;
  const writing = writeUntilRefused(session, current, kept, fileSize);
  await fill(folder, leave);
  const refusal = await writing;
  say(`${what}: ${asMegabytes(roomOn(folder))} left, ${kept.records.size - before} writes, then ${refusal}`);
  const read = await openSpace(session, space.id);
  say(`  reading: ${read.ok ? 'goes on' : read.refusal.type}`);
  truncateSync(join(folder, 'ballast'));
  // The server looks at its disk twice a second.
  await wait(1_000);
  const again = await openSpace(session, space.id);
  const written = again.ok ? await writeOnce(session, again.value, kept, fileSize) : again;
  say(`  with room again: ${written.ok ? 'written' : written.refusal.type}`);
  return [
    ...(refusal === 'StorageFull' ? [] : [`${what}: refused with ${refusal}`]),
    ...(read.ok || !reads ? [] : [`${what}: reading ended`]),
    ...(written.ok ? [] : [`${what}: not written with room again`]),
  ];
}

async function main(folder: string): Promise<number> {
  const installation = await startRealInstallation(folder);
  try {
    const kept: Acknowledged = { records: new Set(), files: [] };
    const session = await foundIn(installation);
    const space = expectOk(await createDirectory(session, 'Full disk'));
    const wrong: string[] = [];
    for (const end of ends) wrong.push(...(await tryOne(folder, end, session, space, kept)));
    const lost = await countLost(session, space, kept);
    for (const one of wrong) say(`FAILED ${one}`);
    say(`${kept.records.size + kept.files.length} acknowledged, ${lost} lost`);
    return wrong.length + lost === 0 ? 0 : 1;
  } finally {
    await installation.stop();
  }
}

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
if (values.help) say('npm run full-disk   fills a small disk during writes; ends with N acknowledged, N lost');
else {
  const folder = mkdtempSync(join(tmpdir(), 'baken-full-disk-'));
  chmodSync(folder, 0o711);
  const disk = mountDisk(folder);
  if (disk === null) {
    say('This needs root, to make a small disk of its own (tmpfs). Nothing was tried.');
    process.exitCode = 2;
  } else {
    try {
      process.exitCode = await main(disk);
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}
