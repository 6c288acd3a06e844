import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestDays, isUnusual, leastUsual, usualReading, type ReadAmount } from './unusual-reading.ts';

const of = (cases: number, papers = 0): ReadAmount => ({ cases, papers });
const amount = fc.record({ cases: fc.integer({ min: 0, max: 2_000 }), papers: fc.integer({ min: 0, max: 2_000 }) });

test.each([
  ['a newcomer who reads into 45 cases', of(45, 180), [], false],
  ['a newcomer who reads the 46th', of(46), [], true],
  ['a newcomer who fetches the 181st paper', of(1, 181), [], true],
  ['a coordinator of 1,000 cases as every day', of(1_000, 30), Array(10).fill(of(1_000, 30)), false],
  ['three times a usual of 40', of(120), Array(5).fill(of(40)), false],
  ['one more than that', of(121), Array(5).fill(of(40)), true],
  ['a day after weeks off with one wild day', of(60), [of(0), of(0), of(12), of(900), of(10)], true],
  ['a second day of reading everything', of(300), [of(300)], true],
  ['the sixth day of a caseload of 300', of(300), Array(5).fill(of(300)), false],
] as const)('%s', (_, today, before, expected) => {
  expect(isUnusual(today, before)).toBe(expected);
});

test('the usual is never below what newcomers have, and days without reading do not change it', () => {
  fc.assert(
    fc.property(fc.array(amount), fc.nat({ max: 40 }), (before, idle) => {
      const usual = usualReading(before);
      expect(usual.cases).toBeGreaterThanOrEqual(leastUsual.cases);
      expect(usual.papers).toBeGreaterThanOrEqual(leastUsual.papers);
      expect(usualReading([...before, ...Array.from({ length: idle }, () => of(0))])).toEqual(usual);
    }),
  );
});

test('who is unusual stays so by reading more, and nobody is by reading no more than usual', () => {
  fc.assert(
    fc.property(amount, fc.array(amount), amount, (today, before, more) => {
      const larger = { cases: today.cases + more.cases, papers: today.papers + more.papers };
      if (isUnusual(today, before)) expect(isUnusual(larger, before)).toBe(true);
      expect(isUnusual(usualReading(before), before)).toBe(false);
    }),
  );
});

test('wild days that are fewer than half of the days read, or among fewer than five, make nothing usual', () => {
  const quiet = fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 14 });
  fc.assert(
    fc.property(quiet, fc.array(fc.integer({ min: 46, max: 1_500 }), { maxLength: 13 }), (days, wild) => {
      fc.pre(wild.length < days.length || days.length + wild.length < fewestDays);
      expect(
        isUnusual(
          of(46),
          [...wild, ...days].map((cases) => of(cases)),
        ),
      ).toBe(true);
    }),
  );
});
