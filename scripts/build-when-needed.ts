// Builds the browser side when it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const built = 'dist/web/index.html';
const packaged = 'dist/web/packaged/files.json';
const worker = 'dist/web/learn/offline.js';

function newestIn(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /\.(tsx?|css|html|json|svg|yaml)$/.test(entry.name)) {
      newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return newest;
}

if (
  !existsSync(built) ||
  !existsSync(packaged) ||
  !existsSync(worker) ||
  Math.max(newestIn('src'), newestIn('content')) > statSync(built).mtimeMs
) {
  process.stdout.write('Building the browser side.\n');
  // Two stand beside the first: the player as it goes into packages, and the worker that answers for it without a connection.
  for (const config of [null, 'vite.packaged.config.ts', 'vite.offline.config.ts']) {
    const more = config === null ? [] : ['--config', config];
    const run = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn', ...more], { stdio: 'inherit' });
    if (run.status !== 0) process.exit(run.status ?? 1);
  }
}
