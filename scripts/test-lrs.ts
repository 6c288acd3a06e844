/** npm run test:lrs: the public conformance suite of ADL against both mounts of the record store, each on a fresh installation. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startRealInstallation } from '../tests/support/installation.ts';

const usage = `npm run test:lrs -- --suite DIR [--mount 2.0|1.0.3] [--grep PATTERN]
Starts an empty installation with an embedded database on a free port, makes a plain key, and runs the suite of
https://github.com/adlnet/lrs-conformance-test-suite in DIR (installed there with npm) for each mount.
Passed: the last summary counts all tests of that version, all passed, none failed. The exit status of the suite says nothing:
it wraps at 256. --grep runs a part, which never counts as passed.
`;

/** How many tests the suite has for each version (learning design, 9). */
const suites = {
  '2.0': { path: '/xapi', version: '2.0.0', total: 1442 },
  '1.0.3': { path: '/xapi/1.0.3', version: '1.0.3', total: 1365 },
} as const;

type Mount = keyof typeof suites;

const main = join(import.meta.dirname, '../src/apps/cli/main.ts');

interface Summary {
  readonly total: number | null;
  readonly passed: number | null;
  readonly failed: number | null;
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      suite: { type: 'string' },
      mount: { type: 'string' },
      grep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const runner = join(values.suite ?? '', 'bin/console_runner.js');
  if (values.help || values.suite === undefined || !existsSync(runner)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const chosen = (Object.keys(suites) as Mount[]).filter(
    (mount) => values.mount === undefined || values.mount === mount,
  );
  if (chosen.length === 0) {
    console.log(usage);
    return 2;
  }
  let failed = 0;
  for (const mount of chosen) if (!(await runMount(values.suite, mount, values.grep))) failed += 1;
  return failed === 0 ? 0 : 1;
}

async function runMount(suite: string, mount: Mount, grep: string | undefined): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'baken-lrs-'));
  // Started as root, PostgreSQL runs as another user, who must reach the data.
  chmodSync(folder, 0o711);
  const installation = await startRealInstallation(folder);
  try {
    const { key, secret } = makeKey(join(folder, 'data'));
    const { path, version, total } = suites[mount];
    const words = ['-e', installation.address + path, '-a', '-u', key, '-p', secret, '-x', version, '-z'];
    const output = await runSuite(suite, grep === undefined ? words : [...words, '-g', grep]);
    const summary = lastSummary(output);
    const passed = summary.total === total && summary.passed === total && summary.failed === 0;
    const names = failingNames(output);
    for (const name of names) console.log(`  failing: ${name}`);
    console.log(
      `${mount}: ${summary.passed ?? 0} of ${summary.total ?? 0} passed, ${summary.failed ?? 0} failed; ${total} are needed: ${passed ? 'passed' : 'not passed'}`,
    );
    return passed;
  } finally {
    await installation.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeKey(data: string): { readonly key: string; readonly secret: string } {
  const printed = execFileSync(process.execPath, [main, 'lrs', 'key', 'create', '--json', '--data', data], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Printed by our own command line.
  return JSON.parse(printed) as { key: string; secret: string };
}

/** Runs it with the Node of this process; what it prints. */
function runSuite(suite: string, words: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['bin/console_runner.js', ...words], {
      cwd: suite,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => void chunks.push(chunk));
    child.on('error', fail);
    child.on('close', () => done(Buffer.concat(chunks).toString('utf8')));
  });
}

/** The suite prints its summary every two seconds; the last one counts. */
function lastSummary(output: string): Summary {
  const lines = output.split('\n').filter((line) => line.startsWith('{"total"'));
  // Its form was looked at above.
  return JSON.parse(lines.at(-1) ?? '{"total":null,"passed":null,"failed":null}') as Summary;
}

interface Logged {
  readonly title?: string;
  readonly status?: string;
  readonly error?: string;
  readonly tests?: readonly Logged[];
}

/** The tests that did not pass, by the log that the suite says it wrote. */
function failingNames(output: string): readonly string[] {
  const path = /^Full run log written to (.+)$/m.exec(output)?.[1];
  if (path === undefined || !existsSync(path)) return ['the suite wrote no log: it did not come to its end'];
  // Written by the suite; what is missing reads as nothing.
  const { log } = JSON.parse(readFileSync(path, 'utf8')) as { log?: Logged };
  return log === undefined ? [] : failingIn(log);
}

function failingIn({ title = '', status, error, tests = [] }: Logged): readonly string[] {
  if (status === 'passed') return [];
  const inner = tests.flatMap(failingIn);
  return inner.length > 0 ? inner : status === 'failed' ? [`${title}: ${(error ?? '').split('\n')[0] ?? ''}`] : [];
}

process.exitCode = await run();
