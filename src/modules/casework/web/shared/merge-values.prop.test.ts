import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedValues, mergeValues, type FormValues } from './merge-values.ts';

const fields = ['given', 'family', 'needs', 'safe'] as const;
const value = fc.oneof(fc.constantFrom('', 'a', 'b', 'c'), fc.boolean());
const values = fc.record({ given: value, family: value, needs: value, safe: value });

const valueOf = (all: FormValues, field: string) => all[field] ?? '';

test('every field is one that somebody wrote, and only a field both changed differently is in conflict', () => {
  fc.assert(
    fc.property(values, values, values, (base, mine, theirs) => {
      const { merged, conflicts } = mergeValues(base, mine, theirs);
      for (const field of fields) {
        const [own, other, first] = [mine[field], theirs[field], base[field]];
        const both = own !== first && other !== first && own !== other;
        expect(conflicts.includes(field)).toBe(both);
        expect(merged[field]).toBe(own === first ? other : own);
      }
    }),
  );
});

test('without a change of mine theirs stands; without a change of theirs mine stands', () => {
  fc.assert(
    fc.property(values, values, (base, changed) => {
      expect(mergeValues(base, base, changed)).toEqual({ merged: changed, conflicts: [] });
      expect(mergeValues(base, changed, base)).toEqual({ merged: changed, conflicts: [] });
      expect(mergeValues(base, changed, changed)).toEqual({ merged: changed, conflicts: [] });
    }),
  );
});

test('after a choice for each conflict nothing is in conflict any more', () => {
  fc.assert(
    fc.property(values, values, values, fc.boolean(), (base, mine, theirs, takeTheirs) => {
      const { merged, conflicts } = mergeValues(base, mine, theirs);
      const chosen: FormValues = {
        ...merged,
        ...Object.fromEntries(conflicts.map((field) => [field, valueOf(takeTheirs ? theirs : mine, field)])),
      };
      expect(mergeValues(theirs, chosen, theirs)).toEqual({ merged: chosen, conflicts: [] });
    }),
  );
});

test('a kept text comes back whole on top of what it began with, and asks where the beginning is unknown', () => {
  fc.assert(
    fc.property(values, values, values, (base, typed, newer) => {
      const kept = changedValues(base, typed);
      expect({ ...base, ...kept }).toEqual(typed);
      const { merged, conflicts } = mergeValues({}, kept, newer);
      for (const [field, own] of Object.entries(kept)) {
        expect(merged[field]).toBe(own);
        expect(conflicts.includes(field)).toBe(
          !Object.is(own, Object.entries(newer).find(([name]) => name === field)?.[1]),
        );
      }
    }),
  );
});
