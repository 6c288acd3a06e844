// Runs every suite that must pass and closes with one line: N passed, N failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

mkdirSync('.cache', { recursive: true });
const run = spawnSync('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/vitest.json'], { stdio: 'inherit' });
const report: unknown = JSON.parse(readFileSync('.cache/vitest.json', 'utf8'));
const counts = report as { numPassedTests: number; numFailedTests: number };
process.stdout.write(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed\n`);
process.exit(run.status ?? 1);
