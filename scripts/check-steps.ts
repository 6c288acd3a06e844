import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** How one step ended; a step counts as one in `N passed, N failed`. */
export interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

const root = join(import.meta.dirname, '..');
const tool = (name: string): string => join(root, 'node_modules/.bin', name);

const steps: readonly (readonly [name: string, command: string, words: readonly string[]])[] = [
  ['types of shared code', tool('tsc'), ['-p', 'tsconfig.shared.json', '--noEmit']],
  ['types of the server', tool('tsc'), ['-p', 'tsconfig.server.json', '--noEmit']],
  ['types of the browser', tool('tsc'), ['-p', 'tsconfig.web.json', '--noEmit']],
  ['lint', tool('oxlint'), ['--type-aware', '--deny-warnings', '--format=unix', 'src', 'scripts', 'tests']],
  [
    'format',
    tool('prettier'),
    ['--check', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn', '.'],
  ],
  ['imports', tool('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src', 'scripts', 'tests']],
  ['unused code', tool('knip'), ['--no-progress', '--no-config-hints']],
  ['licences', process.execPath, ['scripts/licences.ts']],
  ['architecture', tool('vitest'), ['run', 'tests/architecture', '--reporter=dot']],
];

/** Runs every step, two at a time, and tells the outcome of each with its output when it failed. */
export async function runCheckSteps(
  tell: (line: string) => void,
  { without = [] }: { readonly without?: readonly string[] } = {},
): Promise<readonly Outcome[]> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const waiting = steps.filter(([name]) => !without.includes(name));
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const [name, command, words] = step;
      const started = performance.now();
      const { status, output } = await runQuietly(command, words);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      outcomes.push({ name, passed: status === 0, seconds });
      tell(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
      if (status !== 0) tell(output.trimEnd());
    }
  };
  await Promise.all([work(), work()]);
  return outcomes;
}

function runQuietly(
  command: string,
  words: readonly string[],
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (part: Buffer): void => {
      output += part.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ status: 1, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
