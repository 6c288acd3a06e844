import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { chooseRoute, countRoutes, routesInYear, type ChosenRoute } from './count-route.ts';

const on = civilDate('2026-05-02');
const reason = 'night shifts have their own system';
const acts = fc.array(
  fc.record({
    route: fc.constantFrom(...countRoutes),
    beside: fc.constantFrom(null, reason),
    /** What is counted by then. */
    counted: fc.subarray([...countRoutes]),
  }),
  { maxLength: 8 },
);

test('a group has one route, and another only beside it with a reason, or in its place while nothing is counted', () => {
  fc.assert(
    fc.property(acts, (all) => {
      let now: readonly ChosenRoute[] = routesInYear([], 2026);
      for (const { route, beside, counted } of all) {
        const done = chooseRoute(now, { route, beside, on }, (one) => counted.includes(one));
        if (!done.ok) {
          const there = now.some((one) => one.route === route);
          expect(done.refusal.type).toBe(there ? 'RouteThere' : 'RouteTaken');
          continue;
        }
        // Nothing that is counted falls out.
        for (const one of now)
          if (counted.includes(one.route)) expect(done.value.map((kept) => kept.route)).toContain(one.route);
        now = done.value;
        expect(now.filter((one) => one.beside === null)).toHaveLength(1);
        expect(new Set(now.map((one) => one.route)).size).toBe(now.length);
      }
    }),
  );
});

test('a year keeps the routes of the last one that had any, and none of a later one', () => {
  const chosen = [
    { year: 2025, route: 'totals', beside: null, chosenOn: on },
    { year: 2027, route: 'source', beside: null, chosenOn: on },
    { year: 2027, route: 'player', beside: reason, chosenOn: on },
  ] as const;
  const routes = (year: number) => routesInYear(chosen, year).map(({ route }) => route);
  expect([2024, 2025, 2026, 2027, 2030].map(routes)).toEqual([
    ['player'],
    ['totals'],
    ['totals'],
    ['source', 'player'],
    ['source', 'player'],
  ]);
});
