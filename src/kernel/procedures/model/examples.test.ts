import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findPack, journey, releasedPacks, term, termGroundOf } from '../index.ts';
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

describe('worked journeys', () => {
  test.each(readdirSync(join(folder, 'journeys')))('%s', (name) => {
    const example = journeySchema.parse(JSON.parse(readFileSync(join(folder, 'journeys', name), 'utf8')));
    const packs = (example.input.packs ?? [example.input.pack ?? '']).map((id) => {
      const pack = findPack(releasedPacks, id);
      if (pack === null) throw new Error(`no pack ${id}`);
      return pack;
    });
    const facts = example.input.facts as Parameters<typeof journey>[1]['facts'];
    const result = journey(
      packs,
      { parameters: example.input.parameters, facts },
      example.on,
      example.knownOn === undefined ? {} : { knownOn: example.knownOn },
    );
    const answer = result.ok ? result.value : { error: result.refusal };
    expect(matchesExample(answer, example.expect), JSON.stringify(answer, null, 1)).toBe(true);
    expect(isAbsent(answer, example.absent)).toBe(true);
  });
});
