import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startEmbedded } from '#platform/server/db';

const root = join(import.meta.dirname, '../..');

/**
 * Puts a cluster into `folder` that `startEmbedded` made before and stopped cleanly: making one takes ten times as long as
 * copying one. What makes it and which PostgreSQL it is for are in its name, so that a change of either makes another.
 */
export async function layPreparedCluster(folder: string): Promise<void> {
  const prepared = join(root, '.cache', `cluster-${ground()}`);
  if (!existsSync(prepared)) await prepare(prepared);
  mkdirSync(folder, { recursive: true });
  // Keeps the owner: started as root, PostgreSQL runs as another user.
  execFileSync('cp', ['-a', prepared, join(folder, 'postgres')]);
}

function ground(): string {
  const made = join(root, 'src/platform/server/db/embedded/start-embedded.ts');
  const hash = createHash('sha256');
  for (const path of [made, join(root, 'package.json')]) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

async function prepare(prepared: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'baken-test-'));
  try {
    const started = await startEmbedded(folder, { durable: false });
    if (!started.ok) throw new Error(`the embedded database did not start: ${JSON.stringify(started.refusal)}`);
    await started.value.stop();
    const own = `${prepared}-${process.pid}`;
    mkdirSync(join(root, '.cache'), { recursive: true });
    execFileSync('cp', ['-a', join(folder, 'postgres'), own]);
    try {
      renameSync(own, prepared);
    } catch (problem) {
      // Two workers may make one at once: the first stays.
      if (!existsSync(prepared)) throw problem;
      rmSync(own, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
