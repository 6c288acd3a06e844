import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { DatabaseAddress } from '#platform/server/db';
import { stopChild, untilSaid } from './installation.ts';

/** The least server in a process of its own, on the database of an installation. */
export async function startBare(owner: DatabaseAddress): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-bare.ts'), JSON.stringify(owner)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await untilSaid(child, /listening on (\d+)\./);
  return { address: `http://127.0.0.1:${said[1] ?? ''}`, stop: () => stopChild(child) };
}
