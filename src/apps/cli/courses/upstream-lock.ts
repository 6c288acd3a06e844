import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole.ts';

const lockFile = z.strictObject({
  original: z.string(),
  version: z.string(),
  units: z.record(z.string(), z.string()),
  later: z.array(z.string()),
});

/** What was taken over from an original at last: a digest for each of its units, and what was put off. */
export type UpstreamLock = z.infer<typeof lockFile>;

const name = 'upstream.lock';

/** Null where the course is no adaptation, or its lock cannot be read. */
export function readLock(folder: string): UpstreamLock | null {
  if (!existsSync(join(folder, name))) return null;
  try {
    return lockFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return null;
  }
}

/** Units in order, so that two people who work on an adaptation meet in few lines. */
export function writeLock(folder: string, lock: UpstreamLock): void {
  const units = Object.fromEntries(Object.entries(lock.units).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeWhole(join(folder, name), `${JSON.stringify({ ...lock, units, later: lock.later.toSorted() }, null, 2)}\n`);
}
