/** npm run test:postgres: the suites of stores, commands and routes on a PostgreSQL 15 server instead of the embedded one. */
import process from 'node:process';
import { startPostgresFifteen } from './postgres-fifteen.ts';
import { runSuites, type Tally } from './run-suites.ts';

/** What asks nothing of the database that others do not ask, and what always starts an embedded one of its own. */
const without = [
  'tests/lying-server/**',
  '**/killed-while-saving.api.test.ts',
  '**/record-store-killed.api.test.ts',
  '**/start-embedded.db.test.ts',
].flatMap((path) => ['--exclude', path]);

/** Chains what no running transaction comes before, and on one server those of every other suite do. */
const alone = 'src/kernel/audit/server/audit-chain.db.test.ts';

/** Runs them, or says why not: null when there is no PostgreSQL 15 here and none may be installed. */
export async function runPostgresSuites(tell: (line: string) => void): Promise<Tally | null> {
  const server = await startPostgresFifteen(tell);
  if (server === null) return null;
  try {
    const environment = { TEST_DATABASE_URL: server.url };
    const others = runSuites('postgres', ['.db.test.ts', '.api.test.ts', ...without, '--exclude', alone], environment);
    const own = runSuites('postgres-alone', [alone], environment);
    return { passed: others.passed + own.passed, failed: others.failed + own.failed };
  } finally {
    await server.stop();
  }
}

if (import.meta.main) {
  if (process.argv.includes('--help'))
    console.log('npm run test:postgres   store, command and route suites on PostgreSQL 15');
  else {
    const tally = await runPostgresSuites((line) => console.log(line));
    console.log(
      tally === null
        ? 'not run: no PostgreSQL 15 here, and it could not be installed'
        : `${tally.passed} passed, ${tally.failed} failed`,
    );
    process.exitCode = tally !== null && tally.failed === 0 ? 0 : 1;
  }
}
