import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import type { OrganisationId } from './learning-ids.ts';
import { fewest } from './release-steps.ts';
import { figuresOfWorkshops, presenceDay, type CountedPresences } from './workshop-figures.ts';

const partner = 'partner' as string as OrganisationId;
const ours = 'ours' as string as OrganisationId;
const organisations = [
  { id: ours, name: 'Ours', own: true },
  { id: partner, name: 'Partner', own: false },
];
const counted = fc.array(
  fc.record({
    whose: fc.constantFrom('own', 'ours', 'partner', 'guests'),
    month: fc.integer({ min: 1, max: 12 }),
    count: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 30 },
);
const toCounted = (all: readonly { whose: string; month: number; count: number }[]): readonly CountedPresences[] =>
  all.map(({ whose, month, count }) => ({
    ...{ month, count, own: whose === 'own' },
    organisation: whose === 'ours' ? ours : whose === 'partner' ? partner : null,
  }));
const year = { year: 2026, today: civilDate('2027-03-01') };

describe('places at workshops that were used', () => {
  test('are told of our own to the last one, and of others never fewer than ten', () => {
    fc.assert(
      fc.property(counted, (all) => {
        for (const { of, name, own, steps, held } of figuresOfWorkshops(organisations, toCounted(all), year)) {
          const whose = of === 'own-people' ? 'own' : of === 'guests' ? 'guests' : (name ?? '').toLowerCase();
          const real = all.filter((one) => one.whose === whose).reduce((sum, { count }) => sum + count, 0);
          const told = steps.reduce((sum, { presences }) => sum + presences, 0);
          if (own) expect(told).toBe(real);
          else {
            for (const { presences } of steps) expect(presences === 0 || presences >= fewest).toBe(true);
            expect(held).toBe(told < real);
          }
        }
      }),
    );
  });

  test('of a month that was told do not change: what is kept later counts later', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(civilDate('2025-06-01'), days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (heldOn, later) => {
        const today = addDays(heldOn, later);
        const on = presenceDay(heldOn, today);
        expect([heldOn, today]).toContain(on);
        // The month it counts in is one that is not closed yet: the day before, or today, lies in it.
        expect([today.slice(0, 7), addDays(today, -1).slice(0, 7)]).toContain(on.slice(0, 7));
      }),
    );
  });
});
