/**
 * npm run check: types, lint, format, imports, unused code, licences, architecture. Steps run two at a time.
 * Prints one line per step and what failed; exit status 0 when all passed. `--help` says this.
 */
import { runCheckSteps } from './check-steps.ts';
import process from 'node:process';

if (process.argv.includes('--help')) {
  console.log('npm run check        types, lint, format, imports, unused code, licences, architecture tests');
} else {
  const outcomes = await runCheckSteps((line) => console.log(line));
  const failed = outcomes.filter(({ passed }) => !passed);
  console.log(`${outcomes.length - failed.length} checks passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
