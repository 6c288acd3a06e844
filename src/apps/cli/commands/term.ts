import type { Result } from '#platform/base';
import { releasedPacks, term, termGroundOf, type ProcedureRefusal, type TermResult } from '#kernel/procedures';
import { answered, errorOf, printJson, printResult, readJson, refusal, refusedStatus } from './answers.ts';
import { readWords } from './words.ts';

type Loose = Readonly<Record<string, unknown>>;

/** `baken term --from DAY --period P4W --rule nl-atw [--count C] [--clip C] [--json]`, or `--batch FILE --json`. */
export function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, ['from', 'period', 'rule', 'count', 'clip', 'batch'], ['json']);
  if (read === null) return Promise.resolve(usage());
  const batch = read.values.get('batch');
  if (batch !== undefined) return Promise.resolve(runBatch(batch));
  return Promise.resolve(printResult(countTerm(Object.fromEntries(read.values)), read.flags.has('json'), toLines));
}

function usage(): number {
  printJson(
    errorOf(
      refusal(
        'field-unknown',
        'usage: baken term --from DAY --period P4W --rule nl-atw [--count C] [--clip C] [--json], or --batch FILE --json',
      ).refusal,
    ),
  );
  return refusedStatus;
}

function runBatch(path: string): number {
  const file = readJson(path);
  if (!file.ok) return printResult(file, true, () => []);
  if (!Array.isArray(file.value)) return printResult(refusal('json-malformed', 'A batch is an array.'), true, () => []);
  // Array.isArray widens to any[]; every element is read as unknown.
  printJson((file.value as readonly unknown[]).map((item) => answerOf(item)));
  return answered;
}

function answerOf(item: unknown): object {
  if (!isObject(item)) return errorOf(refusal('json-malformed', 'Each element is an object.').refusal);
  // Example files hold the input beside what is expected of it.
  const input = isObject(item['input']) ? item['input'] : item;
  const result = countTerm(input);
  return result.ok ? result.value : errorOf(result.refusal);
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts a term from values of unknown shape, refusing what is missing or malformed. */
function countTerm(given: Loose): Result<TermResult, ProcedureRefusal> {
  for (const name of ['from', 'period', 'rule']) {
    if (given[name] === undefined) return refusal('field-missing', 'A required field is missing.', name);
  }
  const { from, period, rule, count, clip } = given;
  if (typeof from !== 'string') return refusal('date-malformed', 'A day is written YYYY-MM-DD.', 'from');
  if (typeof period !== 'string')
    return refusal('period-malformed', 'A period has one unit and is at least one.', 'period');
  const ground = typeof rule === 'string' ? termGroundOf(releasedPacks, rule) : null;
  if (ground === null || typeof rule !== 'string')
    return refusal('rule-unknown', 'No calendar knows this counting rule.', 'rule');
  if (count !== undefined && count !== 'day-after' && count !== 'same-day' && count !== 'back') {
    return refusal('field-malformed', 'Counting is day-after, same-day or back.', 'count');
  }
  if (clip !== undefined && clip !== 'down' && clip !== 'up')
    return refusal('field-malformed', 'Clipping is down or up.', 'clip');
  return term(
    { from, period, rule, ...(count === undefined ? {} : { count }), ...(clip === undefined ? {} : { clip }) },
    ground,
  );
}

function toLines(result: TermResult): readonly string[] {
  return [
    ...result.steps.map(({ text, source }) => (source === undefined ? text : `${text} [${source}]`)),
    `Due: ${result.due} (confidence ${result.confidence})`,
    ...result.warnings.map(({ text }) => `Note: ${text}`),
  ];
}
