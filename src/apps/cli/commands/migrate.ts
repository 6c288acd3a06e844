import process from 'node:process';
import { readConfig } from '#platform/server/config';
import { openInstallation } from '../../server/open-installation.ts';

/** `baken migrate`: brings the database up to date and stops. */
export async function run(words: readonly string[]): Promise<number> {
  const config = readConfig(words, process.env);
  const opened = config.ok ? await openInstallation(config.value) : config;
  if (!opened.ok) {
    process.stderr.write(`${opened.refusal.message}\n`);
    return 2;
  }
  await opened.value.close();
  process.stdout.write('The database is up to date.\n');
  return 0;
}
