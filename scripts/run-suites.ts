import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

/** How many tests of one run passed and failed; a file that could not be loaded is one failure. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});
const root = join(import.meta.dirname, '..');

/** Runs vitest with the given words and counts what its report says; no report is a failure. */
export function runSuites(
  name: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Tally {
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `suites-${name}.json`);
  rmSync(file, { force: true });
  const run = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', ...words, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  if (!existsSync(file)) return { passed: 0, failed: run.status === 0 ? 0 : 1 };
  const { numPassedTests, numFailedTests, testResults } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = numFailedTests + unloaded;
  // vitest also fails for errors outside tests: then the count must not look clean.
  return { passed: numPassedTests, failed: failed === 0 && run.status !== 0 ? 1 : failed };
}
