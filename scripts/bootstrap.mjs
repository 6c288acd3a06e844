// Runs before Node 24 is there, so it is plain JavaScript for Node 20: installs when needed, then hands over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

const [command = 'start', ...rest] = process.argv.slice(2);
if (!existsSync('node_modules/.package-lock.json')) {
  process.stdout.write('Installing what Baken needs (about a minute).\n');
  const installed = spawnSync('npm', ['ci'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (installed.status !== 0) process.exit(installed.status ?? 1);
}
const run = spawnSync('npm', ['run', '--silent', `${command}:here`, '--', ...rest], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(run.status ?? 1);
