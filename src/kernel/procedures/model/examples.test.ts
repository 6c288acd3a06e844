import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compareVersions, findPack, journey, releasedPacks, term, termGroundOf } from '../index.ts';
import { changesBetween } from '../testing/changes-between.ts';
import { matchesExample } from '../testing/example-match.ts';

const folder = join(import.meta.dirname, '../examples');
const factSchema = z.looseObject({ fact: z.string(), on: z.string() });
const journeySchema = z.object({
  name: z.string(),
  on: z.string(),
  knownOn: z.string().optional(),
  input: z.object({
    pack: z.string().optional(),
    packs: z.array(z.string()).optional(),
    parameters: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
    facts: z.array(factSchema),
  }),
  expect: z.record(z.string(), z.unknown()),
  absent: z.record(z.string(), z.array(z.unknown())).default({}),
});
const termSchema = z.object({
  name: z.string(),
  input: z.object({
    from: z.string(),
    period: z.string(),
    rule: z.string(),
    count: z.enum(['day-after', 'same-day', 'back']).exactOptional(),
    clip: z.enum(['down', 'up']).exactOptional(),
  }),
  expect: z.record(z.string(), z.unknown()),
  absent: z.record(z.string(), z.array(z.unknown())).default({}),
});

function isAbsent(answer: object, absent: Readonly<Record<string, readonly unknown[]>>): boolean {
  const members = new Map<string, unknown>(Object.entries(answer));
  return Object.entries(absent).every(([key, unwanted]) => {
    const elements = members.get(key);
    return (
      !Array.isArray(elements) || unwanted.every((one) => !elements.some((element) => matchesExample(element, one)))
    );
  });
}

describe('worked terms', () => {
  const examples = z.array(termSchema).parse(JSON.parse(readFileSync(join(folder, 'terms.json'), 'utf8')));
  test.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    const ground = termGroundOf(releasedPacks, example.input.rule);
    if (ground === null) throw new Error('no calendar');
    const result = term(example.input, ground);
    const answer = result.ok ? result.value : { error: result.refusal };
    expect(matchesExample(answer, example.expect), JSON.stringify(answer)).toBe(true);
    expect(isAbsent(answer, example.absent)).toBe(true);
  });
});

/** The engine's answer to an example by the packs of a version, the newest where none is said; or its refusal. */
function answerTo({ input, on, knownOn }: z.infer<typeof journeySchema>, version?: string): object {
  const packs = (input.packs ?? [input.pack ?? '']).map((id) => {
    const pack = findPack(releasedPacks, version === undefined ? id : `${id}@${version}`);
    if (pack === null) throw new Error(`no pack ${id}`);
    return pack;
  });
  const facts = input.facts as Parameters<typeof journey>[1]['facts'];
  const options = knownOn === undefined ? {} : { knownOn };
  const result = journey(packs, { parameters: input.parameters, facts }, on, options);
  return result.ok ? result.value : { error: result.refusal };
}

function expectAsWorked(example: z.infer<typeof journeySchema>): void {
  const answer = answerTo(example);
  expect(matchesExample(answer, example.expect), JSON.stringify(answer, null, 1)).toBe(true);
  expect(isAbsent(answer, example.absent)).toBe(true);
}

// Released packs never change, so neither does what they answer: titles, steps and sources too. A difference here is looked
// at line by line before the file is written anew (`npx vitest run -u`).
const versions = [...new Set(releasedPacks.map(({ version }) => version))].toSorted(compareVersions);
const readExample = (name: string): z.infer<typeof journeySchema> =>
  journeySchema.parse(JSON.parse(readFileSync(join(folder, 'journeys', name), 'utf8')));

/** An answer, one element a line. */
function linesOf(answer: object): readonly string[] {
  return Object.entries(answer).flatMap(([part, value]: [string, unknown]) =>
    Array.isArray(value)
      ? value.map((element) => `${part} ${JSON.stringify(element)}`)
      : [`${part} ${JSON.stringify(value)}`],
  );
}

describe.each(versions)('the whole answer by %s, word for word', (version) => {
  test.each(readdirSync(join(folder, 'journeys')))('%s', async (name) => {
    const file = join(folder, 'answers', version, name.replace(/json$/, 'txt'));
    await expect(`${linesOf(answerTo(readExample(name), version)).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

// A case that moves to a newer version may learn more; what it is told otherwise, or no longer, was changed on purpose, and
// `examples/changed-on-purpose.json` says why: all of it, and nothing else.
const changedOnPurpose = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(JSON.parse(readFileSync(join(folder, 'changed-on-purpose.json'), 'utf8')));

test.each(versions.slice(1))(
  '%s changes what it says it changes, and keeps the rest of what was answered',
  (version) => {
    const before = versions[versions.indexOf(version) - 1];
    const found = readdirSync(join(folder, 'journeys')).flatMap((name) => {
      const example = readExample(name);
      return changesBetween(answerTo(example, before), answerTo(example, version));
    });
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(changedOnPurpose[version] ?? {}).toSorted());
  },
);

describe('worked journeys', () => {
  test.each(readdirSync(join(folder, 'journeys')))('%s', (name) => {
    expectAsWorked(readExample(name));
  });
});

// Expected from the words of the design paper, by somebody who knew the packs: not an independent reading of the law.
describe.each(readdirSync(join(folder, 'worked')))('%s', (name) => {
  const examples = z.array(journeySchema).parse(JSON.parse(readFileSync(join(folder, 'worked', name), 'utf8')));
  test.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    expectAsWorked(example);
  });
});
