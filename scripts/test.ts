/**
 * npm test: every check, every suite on the embedded PostgreSQL, the database suites on PostgreSQL 15, the browser
 * stories in Chromium. Says what could not be run here. The last line is `N passed, N failed`; each check counts as one.
 */
import process from 'node:process';
import { runCheckSteps } from './check-steps.ts';
import { runSuites, type Tally } from './run-suites.ts';
import { ensureChromium, runJourneys } from './test-journeys.ts';
import { runPostgresSuites } from './test-postgres.ts';

const tell = (line: string): void => console.log(line);

async function main(): Promise<number> {
  const started = performance.now();
  const tallies: Tally[] = [];
  const notRun: string[] = [];
  tell('— checks');
  const outcomes = await runCheckSteps(tell, { without: ['architecture'] });
  tallies.push({
    passed: outcomes.filter(({ passed }) => passed).length,
    failed: outcomes.filter(({ passed }) => !passed).length,
  });
  ensureChromium(tell);
  tell('— suites on the embedded PostgreSQL');
  tallies.push(runSuites('all', ['--exclude', 'tests/journeys/**']));
  tell('— database suites on PostgreSQL 15');
  const postgres = await runPostgresSuites(tell);
  if (postgres === null)
    notRun.push('the database suites on PostgreSQL 15: it is not installed and may not be installed here');
  else tallies.push(postgres);
  tell('— journeys in Chromium');
  const journeys = runJourneys(tell);
  if (journeys === null) notRun.push('the journeys: Chromium is not installed and may not be installed here');
  else if (journeys.passed + journeys.failed === 0) notRun.push('the journeys: there are none yet');
  else tallies.push(journeys);
  for (const what of notRun) tell(`NOT RUN: ${what}`);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  tell(`took ${Math.round((performance.now() - started) / 1000)} s`);
  tell(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

if (process.argv.includes('--help'))
  tell('npm test   checks, every suite, PostgreSQL 15, journeys; ends with N passed, N failed');
else process.exitCode = await main();
