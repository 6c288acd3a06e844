/** npm run test:journeys: the browser stories in Chromium. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { installDebianPackage } from './debian-packages.ts';
import { runSuites, type Tally } from './run-suites.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** True when Debian's Chromium is here, or could be installed. */
export function ensureChromium(tell: (line: string) => void): boolean {
  const isPresent = (): boolean => places.some((path) => existsSync(path));
  return installDebianPackage('chromium', isPresent, tell);
}

/** Runs the journeys (those whose file name holds one of `names`, or all), or answers null when there is no Chromium and none may be installed. */
export function runJourneys(tell: (line: string) => void, names: readonly string[] = []): Tally | null {
  if (!ensureChromium(tell)) return null;
  const built = spawnSync(process.execPath, ['scripts/build-when-needed.ts'], { stdio: 'inherit' });
  if (built.status !== 0) return { passed: 0, failed: 1 };
  // Stories wait much, for pages and for what is saved a little later: three at once keep two cores busy.
  const files = names.length === 0 ? ['tests/journeys'] : names.map((name) => `tests/journeys/${name}`);
  return runSuites('journeys', [...files, '--maxWorkers=3']);
}

if (import.meta.main) {
  if (process.argv.includes('--help'))
    console.log('npm run test:journeys [-- NAME…]   browser stories in Chromium, all or those of these names');
  else {
    const tally = runJourneys((line) => console.log(line), process.argv.slice(2));
    console.log(
      tally === null
        ? 'not run: no Chromium here, and it could not be installed'
        : `${tally.passed} passed, ${tally.failed} failed`,
    );
    process.exitCode = tally !== null && tally.failed === 0 ? 0 : 1;
  }
}
