import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, expectOk, type CivilDate } from '#platform/base';
import { findPack, journey, releasedPacks, type Fact, type JourneyAnswer, type Pack } from '../../index.ts';
import { anyDay, anyFacts } from '../../testing/build-facts.ts';

const ids = ['nl-residence', 'nl-complaint', 'nl-compensation', 'nl-identity'];

function packsOf(version: string): readonly Pack[] {
  return ids.flatMap((id) => findPack(releasedPacks, `${id}@${version}`) ?? []);
}

/** What people act on: all of an answer but its sentences, its sources, and what is new among the warnings. */
function actedOn(answer: JourneyAnswer): object {
  return {
    stages: answer.stages.map(({ track, stage, since, outcome }) => ({ track, stage, since, outcome })),
    history: answer.history,
    dates: answer.deadlines.map(({ title: _title, words: _words, steps: _steps, sources: _sources, ...date }) => date),
    next: answer.next.map(({ sources: _sources, ...step }) => step),
    documents: answer.documents.map(({ why: _why, sources: _sources, ...paper }) => paper),
    rights: answer.rights.map(({ id, allowed, basis, confidence }) => ({ id, allowed, basis, confidence })),
    obligations: answer.obligations.map(({ id, confidence }) => ({ id, confidence })),
    issues: answer.issues,
  };
}

function warned(answer: JourneyAnswer): readonly string[] {
  return answer.warnings.map(({ text: _text, ...warning }) => JSON.stringify(warning));
}

const [before, after] = [packsOf('2026.2'), packsOf('2026.3')];
const [first] = before;
if (first === undefined) throw new Error('no released pack');

/** Generated days end in 2024; these years hold them on both sides of July 2026. */
const later = (day: string, by: number): string => addDays(day as CivilDate, by);

test('packs 2026.3 tell doubt, and change no date, stage, step, right or paper of 2026.2', () => {
  const parameters = fc.record({
    role: fc.constantFrom('victim', 'witness'),
    dublin: fc.boolean(),
    minor: fc.boolean(),
    detained: fc.boolean(),
  });
  fc.assert(
    fc.property(anyFacts(first), anyDay, parameters, fc.constantFrom(0, 900), (drawn, day, asked, by) => {
      const facts = drawn.map((fact): Fact => ({ ...fact, on: later(fact.on, by) }));
      const [old, now] = [before, after].map((packs) =>
        expectOk(journey(packs, { facts, parameters: asked }, later(day, by))),
      );
      if (!old || !now) throw new Error('two answers');
      expect(actedOn(now)).toEqual(actedOn(old));
      expect(warned(now)).toEqual(expect.arrayContaining([...warned(old)]));
    }),
    { numRuns: 300 },
  );
});
