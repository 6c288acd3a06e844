/** npm run test:cmi5: the public cmi5 test suite for learning systems (CATAPULT) against the launch API of a fresh installation. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startRealInstallation } from '../tests/support/installation.ts';

const usage = `npm run test:cmi5 -- --suite DIR [--grep PATTERN]
Starts an empty installation with an embedded database on a free port, makes a key that may launch, and runs the suite in the folder
lts of https://github.com/adlnet/CATAPULT (DIR is the checkout, or that folder). Before: npm ci --ignore-scripts in that folder.
Its packages are built where they are not. Passed: 87 tests, all passed, none skipped. --grep runs a part, which never counts as passed.
`;

/** How many tests the suite has: 21 of packages, 66 of what happens when parts are opened (learning design, 9). */
const total = 87;
const main = join(import.meta.dirname, '../src/apps/cli/main.ts');
const script = join(import.meta.dirname, 'cmi5/launch-here.ts');
/** The browser of the system, without the sandbox that root cannot have. */
const browser = { launch: { headless: true, executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] } };

interface Outcome {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { suite: { type: 'string' }, grep: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const given = resolve(values.suite ?? '');
  const suite = existsSync(join(given, 'lts/jest.config.js')) ? join(given, 'lts') : given;
  const jest = join(suite, 'node_modules/jest/bin/jest.js');
  if (values.help || values.suite === undefined || !existsSync(jest)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  buildPackages(suite);
  const folder = mkdtempSync(join(tmpdir(), 'baken-cmi5-'));
  // Started as root, PostgreSQL runs as another user, who must reach the data.
  chmodSync(folder, 0o711);
  const installation = await startRealInstallation(folder);
  try {
    const { key, secret } = makeKey(join(folder, 'data'));
    const surroundings = {
      ...process.env,
      ...writeForSuite(folder),
      BAKEN_ADDRESS: installation.address,
      BAKEN_KEY: key,
      BAKEN_SECRET: secret,
      BAKEN_SUITE: suite,
    };
    const result = join(folder, 'result.json');
    const words = ['--runInBand', '--json', `--outputFile=${result}`, '--reporters=default', '--forceExit'];
    await runSuite(jest, values.grep === undefined ? words : [...words, '-t', values.grep], suite, surroundings);
    return judge(result);
  } finally {
    await installation.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the suite is told where to find: how to speak to us, and which browser to start. */
function writeForSuite(folder: string): NodeJS.ProcessEnv {
  const lms = join(folder, 'launch-here.cjs');
  const puppeteer = join(folder, 'puppeteer.json');
  writeFileSync(lms, stripTypeScriptTypes(readFileSync(script, 'utf8')));
  writeFileSync(puppeteer, JSON.stringify(browser));
  return { CATAPULT_LMS: lms, JEST_PUPPETEER_CONFIG: puppeteer };
}

/** The suite keeps its packages as sources. The bundler of its time needs an old hash that Node no longer offers by itself. */
function buildPackages(suite: string): void {
  const folder = join(suite, 'pkg');
  if (existsSync(join(folder, 'dist/009-1-waived.zip'))) return;
  execFileSync(process.execPath, ['--openssl-legacy-provider', join(suite, 'node_modules/webpack/bin/webpack.js')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function makeKey(data: string): { readonly key: string; readonly secret: string } {
  const words = [main, 'lrs', 'key', 'create', '--scope', 'launch', '--json', '--data', data];
  const printed = execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  // Printed by our own command line.
  return JSON.parse(printed) as { key: string; secret: string };
}

function runSuite(jest: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [jest, ...words], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', fail);
    child.on('close', () => done());
  });
}

/** By what the suite wrote down, never by its exit status. */
function judge(path: string): number {
  if (!existsSync(path)) {
    console.log('the suite wrote no result: it did not come to its end');
    return 1;
  }
  // Written by jest; what is missing fails below.
  const { numTotalTests, numPassedTests, testResults } = JSON.parse(readFileSync(path, 'utf8')) as Outcome;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName } of all.filter(({ status }) => status === 'failed')) console.log(`  failing: ${fullName}`);
  const passed = numTotalTests === total && numPassedTests === total;
  console.log(
    `cmi5: ${numPassedTests} of ${numTotalTests} passed; ${total} are needed: ${passed ? 'passed' : 'not passed'}`,
  );
  return passed ? 0 : 1;
}

process.exitCode = await run();
