import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, type CivilDate } from '#platform/base';
import { closedMonths, figuresOfYear, type CountedNumber } from './figures-of-year.ts';
import type { CountRoute } from './count-route.ts';
import type { OrganisationId } from './learning-ids.ts';
import { releaseLanguages } from './release-languages.ts';
import { fewest } from './release-steps.ts';
import { sumSteps } from './sum-steps.ts';

// Ids of this test alone.
const idOf = (name: string): OrganisationId => name as OrganisationId;
const organisations = [
  { id: idOf('ours'), name: 'Ours', own: true },
  { id: idOf('harbour'), name: 'Harbour', own: false },
  { id: idOf('bridge'), name: 'Bridge', own: false },
];
const languages = ['en', 'nl', 'uk'];

const where = { course: 'course', route: 'player' } as const;
const counted: fc.Arbitrary<readonly CountedNumber[]> = fc
  .array(
    fc.record({
      organisation: fc.constantFrom(...organisations.map(({ id }) => id)),
      month: fc.integer({ min: 1, max: 12 }),
      language: fc.constantFrom(...languages),
      count: fc.integer({ min: 1, max: 25 }),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.flatMap((one) => [
      { ...one, ...where, measure: 'people' as const },
      { ...one, ...where, measure: 'completions' as const, language: null },
    ]),
  );

const tell = (numbers: readonly CountedNumber[], today: CivilDate) =>
  figuresOfYear(organisations, numbers, { year: 2026, today, routesOf: () => ['player'], told: [] })[0];

test('a month closes when the first day after it is over', () => {
  const closed = (day: string): number => closedMonths(2026, civilDate(day));
  expect(['2025-12-31', '2026-01-31', '2026-02-01', '2026-02-02', '2026-12-31', '2027-01-01'].map(closed)).toEqual([
    0, 0, 0, 1, 11, 11,
  ]);
  expect(['2027-01-02', '2030-06-01'].map(closed)).toEqual([12, 12]);
});

test('of partners nothing of the running month is told, of ours everything is, to the last person', () => {
  fc.assert(
    fc.property(counted, (numbers) => {
      const today = civilDate('2026-06-15');
      const past = numbers.filter(({ organisation, month }) => month <= (organisation === 'ours' ? 6 : 5));
      expect(tell(numbers, today)).toEqual(tell(past, today));
      const own = tell(numbers, today)?.organisations.find((one) => one.own);
      const counts = numbers.filter((one) => one.organisation === 'ours' && one.month <= 6 && one.measure === 'people');
      const sum = counts.reduce((all, { count }) => all + count, 0);
      expect(own === undefined ? 0 : sumSteps(own.steps, 'people').number).toBe(sum);
    }),
  );
});

test('languages of partners add up to people who are told, and grow by none or by ten and more', () => {
  fc.assert(
    fc.property(counted, (numbers) => {
      let before = new Map<string, number>();
      for (let month = 1; month <= 12; month += 1) {
        const figures = tell(numbers, civilDate(`2026-${String(month).padStart(2, '0')}-28`));
        const { until, people } = figures?.partnerLanguages ?? { until: 0, people: [] };
        const now = new Map(people.map((one) => [one.language, one.people]));
        for (const language of languages) {
          const growth = (now.get(language) ?? 0) - (before.get(language) ?? 0);
          expect(growth === 0 || growth >= fewest).toBe(true);
        }
        const told = (figures?.organisations ?? [])
          .filter(({ own }) => !own)
          .flatMap(({ steps }) => steps.filter((step) => step.until <= until));
        expect(people.reduce((sum, one) => sum + one.people, 0)).toBe(sumSteps(told, 'people').number);
        before = now;
      }
    }),
  );
});

test('with three as the smallest number, every way three months of two partners may go in two languages', () => {
  const ways = [0, 1, 2, 3].flatMap((en) => [0, 1, 3].map((nl) => new Map(Object.entries({ en, nl }))));
  const safe = (number: number): boolean => number === 0 || number >= 3;
  let looked = 0;
  for (const first of ways)
    for (const second of ways)
      for (const third of ways) {
        const months = [first, second, third];
        const partners = [
          { months, steps: [{ until: 1 }, { until: 3 }] },
          { months: months.toReversed(), steps: [{ until: 2 }] },
        ];
        const told = [1, 2, 3].map((closed) => releaseLanguages(partners, closed, 3).people);
        for (const [at, now] of told.entries())
          for (const before of [new Map<string, number>(), ...told.slice(0, at)])
            for (const language of ['en', 'nl'])
              expect(safe((now.get(language) ?? 0) - (before.get(language) ?? 0))).toBe(true);
        looked += 1;
      }
  expect(looked).toBe(12 ** 3);
});

test('what is known by a route that is not counted is not told, and each route that is counted has a row of its own', () => {
  const number = (route: 'player' | 'source', count: number) => ({
    ...{ organisation: idOf('harbour'), course: 'course', month: 1, measure: 'people' as const, language: null },
    ...{ route, count },
  });
  const numbers = [number('player', 12), number('source', 30)];
  const rows = (routes: readonly CountRoute[]) =>
    figuresOfYear(organisations.slice(1, 2), numbers, {
      ...{ year: 2026, today: civilDate('2026-06-15'), routesOf: () => routes, told: ['course'] },
    }).flatMap((course) => course.organisations.map(({ route, steps }) => [route, sumSteps(steps, 'people').number]));
  expect(rows(['player'])).toEqual([['player', 12]]);
  expect(rows(['source'])).toEqual([['source', 30]]);
  expect(rows(['totals'])).toEqual([]);
  expect(rows(['totals', 'source', 'player'])).toEqual([
    ['source', 30],
    ['player', 12],
  ]);
});
