// Builds the browser side when it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const built = 'dist/web/index.html';
const packaged = 'dist/web/packaged/files.json';

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
  Math.max(newestIn('src'), newestIn('content')) > statSync(built).mtimeMs
) {
  process.stdout.write('Building the browser side.\n');
  // The second one stands beside the first: the player as it goes into packages.
  for (const more of [[], ['--config', 'vite.packaged.config.ts']]) {
    const run = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn', ...more], { stdio: 'inherit' });
    if (run.status !== 0) process.exit(run.status ?? 1);
  }
}
