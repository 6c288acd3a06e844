import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPack, releasedPacks, type Condition } from '#kernel/procedures';
import { tellerOf } from './pack-teller.ts';
import { clauseOf, conditionSentence } from './say-condition.ts';
import type { PackSentence } from './pack-document.ts';

const pack = findPack(releasedPacks, 'nl-residence@2026.1');
if (pack === null) throw new Error('the pack was released');
const tellers = [tellerOf(pack, 'en'), tellerOf(pack, 'nl')];

const facts = fc.subarray(
  pack.usesFacts.map((name) => ({ name })),
  { minLength: 1, maxLength: 3 },
);
const refs = fc.subarray([...new Set(pack.deadlines.map(({ ref }) => ref))], { minLength: 1, maxLength: 2 });
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  facts.map((fact) => ({ fact })),
  fc.tuple(facts, facts).map(([fact, unlessLater]) => ({ fact, unlessLater })),
  fc.constantFrom(...pack.guards.map(({ id }) => ({ guard: id }))),
  fc.boolean().map((is) => ({ parameter: 'dublin', is })),
  fc.tuple(refs, fc.boolean()).map(([deadline, latest]) => ({ deadline, state: ['missed' as const], latest })),
  fc.subarray([...pack.documentIds], { minLength: 1, maxLength: 3 }).map((held) => ({ held })),
  fc.constantFrom('ended' as const, 'not-ended' as const).map((permitIs) => ({ permitIs })),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));

/** The leaves of a condition, each with whether it is denied. */
function leavesOf(one: Condition, not: boolean): readonly (readonly [Condition, boolean])[] {
  if ('not' in one) return leavesOf(one.not, !not);
  if ('all' in one) return one.all.flatMap((part) => leavesOf(part, not));
  if ('any' in one) return one.any.flatMap((part) => leavesOf(part, not));
  return [[one, not]];
}

function lines({ text, items = [] }: PackSentence): readonly string[] {
  return [text, ...items.flatMap(lines)];
}

test('every part of a condition is said, and denying twice says the same', () => {
  fc.assert(
    fc.property(condition, fc.constantFrom(...tellers), (one, teller) => {
      const said = lines(conditionSentence(teller, 'condition', one)).join('\n');
      const inline = clauseOf(teller, one);
      for (const [part, not] of leavesOf(one, false)) {
        const clause = clauseOf(teller, part, not);
        expect(said).toContain(clause);
        expect(inline).toContain(clause);
      }
      expect(clauseOf(teller, { not: { not: one } })).toBe(inline);
      expect(clauseOf(teller, { not: one })).toBe(clauseOf(teller, one, true));
      expect(clauseOf(teller, { not: one })).not.toBe(inline);
      expect(said).not.toMatch(/[{}]/);
    }),
    { numRuns: 300 },
  );
});
