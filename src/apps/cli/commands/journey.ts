import type { Result } from '#platform/base';
import {
  findPack,
  journey,
  releasedPacks,
  type Fact,
  type JourneyAnswer,
  type Pack,
  type Parameters,
  type ProcedureRefusal,
} from '#kernel/procedures';
import { answered, errorOf, printJson, printResult, readJson, refusal, refusedStatus } from './answers.ts';
import { journeyLines } from './journey-lines.ts';
import { readWords } from './words.ts';

type Loose = Readonly<Record<string, unknown>>;

/** `baken journey --facts FILE --on DAY [--known-on DAY] [--json]`, or `--batch FILE --json`. */
export function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, ['facts', 'on', 'known-on', 'batch', 'language'], ['json']);
  const facts = read?.values.get('facts');
  const batch = read?.values.get('batch');
  if (read !== null && batch !== undefined) return Promise.resolve(runBatch(batch));
  if (read === null || facts === undefined) return Promise.resolve(usage());
  const file = readJson(facts);
  const language = read.values.get('language') ?? 'en';
  const result = file.ok ? answerFacts(file.value, read.values.get('on'), read.values.get('known-on'), language) : file;
  return Promise.resolve(printResult(result, read.flags.has('json'), journeyLines));
}

function usage(): number {
  printJson(
    errorOf(
      refusal(
        'field-missing',
        'usage: baken journey --facts FILE --on DAY [--known-on DAY] [--json], or --batch FILE --json',
      ).refusal,
    ),
  );
  return refusedStatus;
}

function runBatch(path: string): number {
  const file = readJson(path);
  if (!file.ok) return printResult(file, true, () => []);
  // A single example file can be fed as it is. Array.isArray widens to any[]; every element is read as unknown.
  const items = Array.isArray(file.value) ? (file.value as readonly unknown[]) : [file.value];
  printJson(items.map((item) => answerItem(item)));
  return answered;
}

function answerItem(item: unknown): object {
  if (!isObject(item)) return errorOf(refusal('json-malformed', 'Each element is an object.').refusal);
  const result = answerFacts(item['input'], item['on'], item['knownOn'], 'en');
  return result.ok ? result.value : errorOf(result.refusal);
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answerFacts(
  input: unknown,
  on: unknown,
  knownOn: unknown,
  language: string,
): Result<JourneyAnswer, ProcedureRefusal> {
  if (!isObject(input))
    return refusal('json-malformed', 'The input is an object with pack or packs, and facts.', 'input');
  const packs = packsOf(input);
  if (!packs.ok) return packs;
  if (on === undefined) return refusal('field-missing', 'A required field is missing.', 'on');
  if (typeof on !== 'string') return refusal('date-malformed', 'A day is written YYYY-MM-DD.', 'on');
  if (knownOn !== undefined && typeof knownOn !== 'string')
    return refusal('date-malformed', 'A day is written YYYY-MM-DD.', 'knownOn');
  // The engine itself checks parameters and facts against the vocabulary, whatever their shape.
  const given = { parameters: input['parameters'] as Parameters | undefined, facts: input['facts'] as readonly Fact[] };
  return journey(packs.value, given, on, { language, ...(knownOn === undefined ? {} : { knownOn }) });
}

function packsOf(input: Loose): Result<readonly Pack[], ProcedureRefusal> {
  const named = input['packs'] ?? (input['pack'] === undefined ? undefined : [input['pack']]);
  if (named === undefined) return refusal('field-missing', 'A required field is missing.', 'pack');
  // Array.isArray widens to any[]; every element is read as unknown.
  const names: readonly unknown[] = Array.isArray(named) ? (named as readonly unknown[]) : [named];
  const packs: Pack[] = [];
  for (const name of names) {
    const pack = typeof name === 'string' ? findPack(releasedPacks, name) : null;
    if (pack === null)
      return refusal(
        'pack-unknown',
        'There is no such pack or version.',
        input['packs'] === undefined ? 'pack' : 'packs',
      );
    if (!packs.includes(pack)) packs.push(pack);
  }
  return packs.length === 0 ? refusal('pack-unknown', 'No pack is named.', 'packs') : { ok: true, value: packs };
}
