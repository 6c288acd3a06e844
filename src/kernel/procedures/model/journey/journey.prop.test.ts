import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, expectOk } from '#platform/base';
import { compareVersions, journey, releasedPacks, type Fact, type JourneyAnswer } from '../../index.ts';
import { anyDay, anyFact, anyFacts } from '../../testing/build-facts.ts';

const dutch = releasedPacks.filter(({ country }) => country === 'nl');
const versions = [...new Set(dutch.map(({ version }) => version))].toSorted(compareVersions);
const newest = versions.at(-1);

// What was released goes on answering: every version holds to the same promises.
describe.each(versions)('a journey by the packs of %s', (version) => {
  const packs = dutch.filter((pack) => pack.version === version);
  const [first] = packs;
  if (first === undefined) throw new Error('no released pack');
  const facts = anyFacts(first);
  const runs = { numRuns: version === newest ? 300 : 60 };

  function ask(given: readonly Fact[], on: string): JourneyAnswer {
    return expectOk(journey(packs, { facts: given }, on));
  }

  test('gives the same bytes for the same facts in any order', () => {
    fc.assert(
      fc.property(facts, anyDay, fc.infiniteStream(fc.nat()), (given, on, keys) => {
        const shuffled = given
          .map((fact) => ({ fact, key: keys.next().value }))
          .toSorted((left, right) => Number(left.key) - Number(right.key))
          .map(({ fact }) => fact);
        expect(JSON.stringify(ask(shuffled, on))).toBe(JSON.stringify(ask(given, on)));
      }),
      runs,
    );
  });

  test('has one stage per track, and a history without gaps', () => {
    fc.assert(
      fc.property(facts, anyDay, (given, on) => {
        const { stages, history } = ask(given, on);
        expect(new Set(stages.map(({ track }) => track)).size).toBe(stages.length);
        for (const { track } of stages) {
          const spans = history.filter((span) => span.track === track);
          for (const [place, span] of spans.entries()) expect(span.to).toBe(spans[place + 1]?.from ?? null);
        }
      }),
      runs,
    );
  });

  test('has no date without its trigger among the facts', () => {
    fc.assert(
      fc.property(facts, anyDay, (given, on) => {
        for (const { trigger } of ask(given, on).deadlines) {
          expect(given.some((fact) => fact.fact === trigger.fact && fact.on === trigger.on && fact.on <= on)).toBe(
            true,
          );
        }
      }),
      runs,
    );
  });

  test('does not change by a fact that is still to come, but for pending', () => {
    fc.assert(
      fc.property(facts, anyFact(first), anyDay, (given, later, on) => {
        fc.pre(later.on > on);
        const { pending: before, ...without } = ask(given, on);
        const { pending: after, ...answer } = ask([...given, later], on);
        expect(answer).toEqual(without);
        expect(after.length).toBe(before.length + 1);
      }),
      runs,
    );
  });

  test('only turns running dates over as days go by without a fact', () => {
    fc.assert(
      fc.property(facts, anyDay, fc.integer({ min: 1, max: 400 }), (given, on, days) => {
        const known = given.filter((fact) => fact.on <= on);
        const now = ask(known, on);
        const then = new Map(
          ask(known, addDays(civilDate(on), days)).deadlines.map((deadline) => [deadline.id, deadline]),
        );
        for (const deadline of now.deadlines) {
          const later = then.get(deadline.id);
          expect(later?.due).toBe(deadline.due);
          if (deadline.state !== 'running') expect(later?.state).toBe(deadline.state);
        }
      }),
      runs,
    );
  });

  test('is restored by voiding a fact, but for corrected', () => {
    fc.assert(
      fc.property(facts, anyFact(first), anyDay, (given, extra, on) => {
        const { corrected: none, ...before } = ask(given, on);
        const { corrected, ...after } = ask(
          [...given, { ...extra, id: 'x' }, { fact: extra.fact, on: extra.on, replaces: 'x', void: true }],
          on,
        );
        expect(after).toEqual(before);
        expect(none).toEqual([]);
        expect(corrected.length).toBe(1);
      }),
      runs,
    );
  });

  test('never lets a missed date turn back when facts go on', () => {
    fc.assert(
      fc.property(facts, anyDay, fc.integer({ min: 1, max: 400 }), (given, on, days) => {
        // A letter posted in time may be received after the day: that is the one way back, and it is left out here.
        const plain = given.filter((fact) => fact['posted'] === undefined);
        const then = new Map(ask(plain, addDays(civilDate(on), days)).deadlines.map(({ id, state }) => [id, state]));
        const twice = new Set<string>();
        for (const { id, state, ref } of ask(plain, on).deadlines) {
          if (twice.has(id) || ref === 'D10') continue;
          twice.add(id);
          if (state === 'missed') expect(then.get(id), id).toBe('missed');
        }
      }),
      { numRuns: 500 },
    );
  });
});
