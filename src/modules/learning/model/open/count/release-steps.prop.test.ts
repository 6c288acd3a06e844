import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewest, isSafe, measures, releaseSteps, type Counts, type Measure, type Step } from './release-steps.ts';

interface Span {
  readonly from: number;
  readonly until: number;
  readonly number: number;
}

/** Spans of months whose numbers an onlooker knows: each that was printed, and what is made of those that follow each other. */
function knownSpans(steps: readonly Step[], measure: Measure): readonly Span[] {
  const printed: Span[] = [];
  for (const step of steps) {
    const number = step[measure];
    if (number !== null) printed.push({ from: (printed.at(-1)?.until ?? 0) + 1, until: step.until, number });
  }
  return printed.flatMap(({ from }, at) =>
    printed.slice(at).map(({ until }, more) => ({
      ...{ from, until },
      number: printed.slice(at, at + more + 1).reduce((sum, { number }) => sum + number, 0),
    })),
  );
}

const sumOf = (months: readonly Counts[], measure: Measure, { from, until }: Span): number =>
  months.slice(from - 1, until).reduce((sum, counts) => sum + counts[measure], 0);

/**
 * Everything that an onlooker can subtract: any two spans of one number where one holds the other, and any two numbers of the same
 * span. Gives what comes to 1 up to least - 1, and whatever was printed that is not so.
 */
function leaks(months: readonly Counts[], least: number): readonly string[] {
  const { steps } = releaseSteps(months, least);
  const found: string[] = [];
  const small = (number: number): boolean => number !== 0 && Math.abs(number) < least;
  const known = new Map(measures.map((measure) => [measure, knownSpans(steps, measure)]));
  for (const [measure, spans] of known)
    for (const one of spans) {
      if (sumOf(months, measure, one) !== one.number) found.push(`${measure} is not what was counted`);
      if (small(one.number)) found.push(`${measure} ${JSON.stringify(one)}`);
      for (const other of spans)
        if (other.from >= one.from && other.until <= one.until && small(one.number - other.number))
          found.push(`${measure} ${JSON.stringify([one, other])}`);
      for (const [name, others] of known)
        for (const other of others)
          if (other.from === one.from && other.until === one.until && small(one.number - other.number))
            found.push(`${measure} and ${name} ${JSON.stringify([one, other])}`);
    }
  return found;
}

/** Every way in which months may go, out of the ways one month may. */
function* everyYear(ways: readonly Counts[], length: number): Generator<readonly Counts[]> {
  if (length === 0) return yield [];
  for (const year of everyYear(ways, length - 1)) for (const month of ways) yield [...year, month];
}

/** Months in which so many began and finished, so many of them again, and so many made papers. */
function waysOf(most: { began: number; people: number; again: number; papers: number }): readonly Counts[] {
  const upTo = (number: number): readonly number[] => Array.from({ length: number + 1 }, (_, at) => at);
  return upTo(most.began).flatMap((began) =>
    upTo(most.people).flatMap((people) =>
      upTo(most.again).flatMap((again) =>
        upTo(most.papers).map((certificates) => ({ began, people, completions: people + again, certificates })),
      ),
    ),
  );
}

function leaksOfAll(ways: readonly Counts[], length: number, least: number): { looked: number; found: string | null } {
  let looked = 0;
  for (const months of everyYear(ways, length)) {
    const [found] = leaks(months, least);
    if (found !== undefined) return { looked, found: `${found} in ${JSON.stringify(months)}` };
    looked += 1;
  }
  return { looked, found: null };
}

test('with three as the smallest number that may be told, nothing smaller can be worked out: every short year there is', () => {
  expect(leaksOfAll(waysOf({ began: 3, people: 3, again: 2, papers: 2 }), 2, 3)).toEqual({
    ...{ looked: 144 ** 2, found: null },
  });
  expect(leaksOfAll(waysOf({ began: 2, people: 3, again: 1, papers: 1 }), 3, 3)).toEqual({
    ...{ looked: 48 ** 3, found: null },
  });
  // People and runs alone, over more months: what is held over from one to the next adds up.
  expect(leaksOfAll(waysOf({ began: 0, people: 3, again: 1, papers: 0 }), 5, 3)).toEqual({
    ...{ looked: 8 ** 5, found: null },
  });
  expect(leaksOfAll(waysOf({ began: 3, people: 3, again: 0, papers: 0 }), 4, 3)).toEqual({
    ...{ looked: 16 ** 4, found: null },
  });
}, 120_000);

const month = fc
  .record({
    began: fc.nat({ max: 40 }),
    people: fc.nat({ max: 30 }),
    again: fc.oneof(fc.constant(0), fc.nat({ max: 14 })),
    certificates: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
  })
  .map(({ again, ...counts }) => ({ ...counts, completions: counts.people + again }));
const year = fc.array(month, { maxLength: 12 });

test('with ten, nothing from 1 to 9 can be worked out of any answer of the year', () => {
  fc.assert(
    fc.property(year, (months) => {
      expect(leaks(months, fewest)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('what was told once is told again in the same words, whatever comes later', () => {
  fc.assert(
    fc.property(year, fc.nat({ max: 12 }), (months, closed) => {
      const earlier = releaseSteps(months.slice(0, closed)).steps;
      expect(releaseSteps(months).steps.slice(0, earlier.length)).toEqual(earlier);
    }),
  );
});

test('steps follow each other without a gap, and only what comes after the last of them is held', () => {
  fc.assert(
    fc.property(year, (months) => {
      const { steps, held } = releaseSteps(months);
      for (const [at, { from, until }] of steps.entries()) {
        expect(from).toBe((steps[at - 1]?.until ?? 0) + 1);
        expect(until).toBeGreaterThanOrEqual(from);
        // Where one of them is small nothing of the step is told yet, and it waits no longer than it has to.
        const grew = (last: number, measure: Measure): number =>
          sumOf(months, measure, { from, until: last, number: 0 });
        const mayEnd = (last: number): boolean =>
          (['began', 'people', 'completions'] as const).every((measure) => isSafe(grew(last, measure), fewest));
        expect(mayEnd(until)).toBe(true);
        for (let last = from; last < until; last += 1) expect(mayEnd(last)).toBe(false);
      }
      const rest = months.slice(steps.at(-1)?.until ?? 0);
      expect(held).toBe(rest.some((counts) => measures.some((measure) => counts[measure] > 0)));
      // Where nothing is small nothing waits.
      if (months.every(({ began, people }) => began >= fewest && people >= fewest))
        expect(steps.length).toBe(months.length);
    }),
  );
});
