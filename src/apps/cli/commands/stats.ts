import process from 'node:process';
import { readFileSync } from 'node:fs';
import {
  askAudit,
  askEstimate,
  askEstimateOfCsv,
  askProtect,
  askRound,
  askSuppress,
  refuseDisclosure,
  type DisclosureRefusal,
  type Solver,
} from '#kernel/disclosure';
import { loadSolver } from '#kernel/disclosure/server';
import { answered, printJson, refusedStatus } from './answers.ts';
import { toPlainLines } from './stats-lines.ts';
import { readWords } from './words.ts';

/** What a question may take of a computer's time, in seconds (diplomacy, 3.4); after it the answer is `not-checked`. */
const budget = 60;

type Ask = (solver: Solver, question: unknown) => ReturnType<typeof askProtect>;

const acts: Readonly<Record<string, Ask>> = {
  protect: (_solver, question) => askProtect(question),
  audit: askAudit,
  suppress: askSuppress,
  round: askRound,
  estimate: askEstimate,
};

/**
 * `baken stats protect|audit|suppress|round|estimate [--batch] FILE [--json]`: figures that may be published, what a stranger can prove from
 * those that were, and how many people are on no list. Reads files only.
 */
export async function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, [], ['json', 'batch']);
  const [act = '', path, ...more] = read?.plain ?? [];
  const ask = Object.hasOwn(acts, act) ? acts[act] : undefined;
  if (read === null || ask === undefined || path === undefined || more.length > 0) {
    process.stderr.write(`usage: baken stats ${Object.keys(acts).join('|')} [--batch] FILE [--json]\n`);
    return print(refuseDisclosure('field-missing').refusal);
  }
  const text = readText(path);
  if (text === null) return print(refuseDisclosure('json-malformed').refusal);
  const solve = await loadSolver();
  if (act === 'estimate' && path.endsWith('.csv') && !read.flags.has('batch'))
    return tell(askEstimateOfCsv(solve(budget), text), read.flags.has('json'));
  const question = readJson(text);
  if (question === undefined) return print(refuseDisclosure('json-malformed').refusal);
  if (!read.flags.has('batch')) return tell(ask(solve(budget), question), read.flags.has('json'));
  if (!Array.isArray(question)) return print(refuseDisclosure('json-malformed').refusal);
  // Array.isArray widens to any[]; every element is read as unknown.
  const answers = (question as readonly unknown[]).map((one) => ask(solve(budget), one));
  const told = answers.map((answer) => (answer.ok ? answer.value : errorOf(answer.refusal)));
  if (read.flags.has('json')) printJson(told);
  else process.stdout.write(told.map((one, at) => `[${String(at)}]\n${toPlainLines(one).join('\n')}\n`).join('\n'));
  return answered;
}

function tell(answer: ReturnType<typeof askProtect>, json: boolean): number {
  if (!answer.ok) return print(answer.refusal);
  if (json) printJson(answer.value);
  else process.stdout.write(`${toPlainLines(answer.value).join('\n')}\n`);
  return answered;
}

function print(refusal: DisclosureRefusal): number {
  printJson(errorOf(refusal));
  return refusedStatus;
}

function errorOf({ code, message, path }: DisclosureRefusal): object {
  return { error: { code, message, ...(path === undefined ? {} : { path }) } };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
