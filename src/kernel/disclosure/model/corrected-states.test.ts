import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { failingAt } from '../../../../tests/support/failing-solver.ts';
import { auditCorrections } from './audit-corrections.ts';
import { readings, withStates, type KnownStates, type Reading } from './corrected-states.ts';
import type { Range } from './count-rule.ts';
import type { Solver } from './program.ts';
import type { ReleasedFigure } from './release.ts';
import { usualFloor } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const between = (low: number, high: number | null): Range => ({ low, high });
const figure = (name: string, atoms: readonly string[], range: Range): ReleasedFigure => ({
  ...{ name, atoms, range, text: null },
});
const rangesOf = (
  atoms: readonly string[],
  states: readonly (readonly ReleasedFigure[])[],
  reading: Reading,
  groups: readonly (readonly string[])[] = atoms.map((atom) => [atom]),
) =>
  withStates(solver, atoms, states, reading, (known: KnownStates) => {
    const of = (parts: KnownStates['states']) =>
      parts.map((one) =>
        groups.map((group) => {
          const range = one.range(group);
          return range.ok ? range.value : range.refusal.code;
        }),
      );
    return { ok: true, value: { states: of(known.states), added: of(known.added), removed: of(known.removed) } };
  });

describe('three states of one year', () => {
  const states = [10, 12, 15].map((count, at) => [figure(`all ${String(at)}`, ['a'], between(count, count))]);
  test('are three times the same people to one who thinks that nothing changed', () => {
    expect(rangesOf(['a'], states, 'nothing-changed')).toMatchObject({ refusal: { code: 'contradiction' } });
    const loose = [between(10, 14), between(12, 20), between(0, 13)].map((range) => [figure('all', ['a'], range)]);
    const [same, none] = [[between(12, 13)], [between(0, 0)]];
    expect(rangesOf(['a'], loose, 'nothing-changed')).toEqual({
      ok: true,
      value: { states: [same, same, same], added: [none, none], removed: [none, none] },
    });
  });
  test('tell who came at each step, to one who thinks that nobody went', () => {
    expect(rangesOf(['a'], states, 'late-added')).toEqual({
      ok: true,
      value: {
        states: [[between(10, 10)], [between(12, 12)], [between(15, 15)]],
        added: [[between(2, 2)], [between(3, 3)]],
        removed: [[between(0, 0)], [between(0, 0)]],
      },
    });
  });
  test('tell less to one who allows that some went: at most all of those before went', () => {
    expect(rangesOf(['a'], states, 'added-and-removed')).toEqual({
      ok: true,
      value: {
        states: [[between(10, 10)], [between(12, 12)], [between(15, 15)]],
        added: [[between(2, 12)], [between(3, 15)]],
        removed: [[between(0, 10)], [between(0, 12)]],
      },
    });
  });
  test('without an upper end in the middle have none there, unless the reading brings one from another state', () => {
    const open = [between(3, 3), between(5, null), between(9, 9)].map((range) => [figure('all', ['a'], range)]);
    expect(rangesOf(['a'], open, 'late-added')).toMatchObject({
      value: { states: [[between(3, 3)], [between(5, 9)], [between(9, 9)]], added: [[between(2, 6)], [between(0, 4)]] },
    });
    expect(rangesOf(['a'], open, 'added-and-removed')).toEqual({
      ok: true,
      value: {
        states: [[between(3, 3)], [between(5, null)], [between(9, 9)]],
        added: [[between(2, null)], [between(0, 9)]],
        removed: [[between(0, 3)], [between(0, null)]],
      },
    });
    const late = [between(3, null), between(5, 7), between(9, null)].map((range) => [figure('all', ['a'], range)]);
    expect(rangesOf(['a'], late, 'late-added')).toEqual({
      ok: true,
      value: {
        states: [[between(3, 7)], [between(5, 7)], [between(9, null)]],
        added: [[between(0, 4)], [between(2, null)]],
        removed: [[between(0, 0)], [between(0, 0)]],
      },
    });
    expect(rangesOf(['a'], late, 'nothing-changed')).toMatchObject({ refusal: { code: 'contradiction' } });
    const one = [between(3, null), between(5, 7), between(6, null)].map((range) => [figure('all', ['a'], range)]);
    expect(rangesOf(['a'], one, 'nothing-changed')).toMatchObject({
      value: { states: [[between(6, 7)], [between(6, 7)], [between(6, 7)]] },
    });
  });
  test('of several groups keep them apart', () => {
    const two = [
      [figure('a', ['a'], between(4, 4)), figure('both', ['a', 'b'], between(9, 9))],
      [figure('a', ['a'], between(6, 6)), figure('both', ['a', 'b'], between(12, 12))],
    ];
    expect(rangesOf(['a', 'b'], two, 'late-added', [['a'], ['b'], ['a', 'b']])).toEqual({
      ok: true,
      value: {
        states: [
          [between(4, 4), between(5, 5), between(9, 9)],
          [between(6, 6), between(6, 6), between(12, 12)],
        ],
        added: [[between(2, 2), between(1, 1), between(3, 3)]],
        removed: [[between(0, 0), between(0, 0), between(0, 0)]],
      },
    });
    // An atom that nothing bounds leaves the group that holds it without an upper end.
    const open = [[figure('a', ['a'], between(4, 4))], [figure('a', ['a'], between(6, 6))]];
    expect(rangesOf(['a', 'b'], open, 'late-added', [['a', 'b']])).toMatchObject({
      value: { states: [[between(4, null)], [between(6, null)]], added: [[between(2, null)]] },
    });
  });
  test('are what a list of all possible people says', () => {
    const range = fc
      .tuple(fc.nat(4), fc.nat(4))
      .map(([one, other]) => between(Math.min(one, other), Math.max(one, other)));
    fc.assert(
      fc.property(fc.array(range, { minLength: 3, maxLength: 3 }), fc.constantFrom(...readings), (three, reading) => {
        const upTo = [0, 1, 2, 3, 4];
        const possible = upTo
          .flatMap((first) => upTo.flatMap((second) => upTo.map((third) => [first, second, third])))
          .filter((counts) =>
            counts.every((count, at) => count >= (three[at]?.low ?? 0) && count <= (three[at]?.high ?? 0)),
          )
          .flatMap(([first = 0, second = 0, third = 0]) =>
            upTo.flatMap((goneFirst) =>
              upTo.map((goneSecond) => ({
                states: [first, second, third],
                added: [second - first + goneFirst, third - second + goneSecond],
                removed: [goneFirst, goneSecond],
              })),
            ),
          )
          .filter(({ states: [first = 0, second = 0], added, removed: [one = 0, two = 0] }) => {
            if (one > first || two > second || added.some((count) => count < 0)) return false;
            if (reading !== 'added-and-removed' && one + two > 0) return false;
            return reading !== 'nothing-changed' || added.every((count) => count === 0);
          });
        const told = rangesOf(
          ['a'],
          three.map((one) => [figure('all', ['a'], one)]),
          reading,
        );
        if (possible.length === 0) {
          expect(told).toMatchObject({ ok: false, refusal: { code: 'contradiction' } });
          return;
        }
        const spans = (part: 'states' | 'added' | 'removed') =>
          (possible[0]?.[part] ?? []).map((_, at) => {
            const values = possible.map((one) => one[part][at] ?? 0);
            return [between(Math.min(...values), Math.max(...values))];
          });
        expect(told).toEqual({
          ok: true,
          value: { states: spans('states'), added: spans('added'), removed: spans('removed') },
        });
      }),
      { numRuns: 60 },
    );
  });
  test('are refused by a question without a sure answer', () => {
    for (const question of [0, 1, 2])
      expect(
        withStates<Range | null>(
          failingAt(solver, question).solver,
          ['a'],
          states,
          'late-added',
          (known) => known.added[1]?.range(['a']) ?? { ok: true, value: null },
        ),
      ).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
  });
});

describe('a year corrected twice', () => {
  const audit = (...states: readonly (readonly ReleasedFigure[])[]) => {
    const found = auditCorrections(solver, { atoms: ['w', 'm'], states }, usualFloor);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const of = (women: number, all: number) => [
    figure('women', ['w'], between(women, women)),
    figure('all', ['w', 'm'], between(all, all)),
  ];
  test('names who came at which step, each group once, and what each reading makes of it', () => {
    const found = audit(of(40, 90), of(42, 92), of(42, 105));
    expect(found.readings.map(({ reading, judged }) => [reading, judged?.verdict ?? null])).toEqual([
      ['nothing-changed', null],
      ['late-added', 'block'],
      ['added-and-removed', 'pass'],
    ]);
    expect(found.verdict).toBe('block');
    const late = found.readings[1]?.judged?.findings ?? [];
    expect(
      late.map(({ of: part, state, target, range, verdict }) => [part, state, target, range.low, range.high, verdict]),
    ).toEqual([
      ['added', 1, 'w', 2, 2, 'block'],
      ['added', 1, 'm', 0, 0, 'block'],
      ['added', 1, 'all', 2, 2, 'block'],
      ['added', 2, 'w', 0, 0, 'block'],
    ]);
  });
  test('tells who must have gone, to one who allows it', () => {
    // Nine women were told, and then four at most: at least five went.
    const [before, after] = [
      [figure('women', ['w'], between(9, 9)), figure('men', ['m'], between(30, 30))],
      [figure('women', ['w'], between(0, 4)), figure('men', ['m'], between(30, 30))],
    ];
    const found = audit(before, after);
    expect(found.readings.map(({ judged }) => judged === null)).toEqual([true, true, false]);
    const both = found.readings[2]?.judged?.findings ?? [];
    expect(both.filter(({ of: part }) => part === 'removed')).toEqual([
      { of: 'removed', state: 1, target: 'w', range: between(5, 9), verdict: 'warn' },
    ]);
    expect(both.filter(({ of: part }) => part === 'state')).toEqual([
      { of: 'state', state: 0, target: 'w', range: between(9, 9), verdict: 'block' },
    ]);
  });
  test('with what somebody inside learns of any state, and with figures of different states beside each other', () => {
    // All women in the first state; the second tells the total only.
    const first = [figure('women', ['w'], between(40, 40))];
    const second = [figure('all', ['w', 'm'], between(41, 41))];
    const found = audit(first, second);
    expect(found.insiders).toBe('warn');
    expect(found.readings.map(({ judged }) => judged?.insiders)).toEqual(['warn', 'warn', 'pass']);
    expect(audit(of(40, 90), of(40, 90)).insiders).toBe('pass');
    expect(audit(of(40, 90), of(90, 90)).insiders).toBe('block');
  });
  test('is not judged when the solver has no sure answer', () => {
    const asked = { atoms: ['w', 'm'], states: [of(40, 90), of(42, 92)] };
    for (const question of [0, 1, 2, 5])
      expect(auditCorrections(failingAt(solver, question).solver, asked, usualFloor)).toMatchObject({
        ok: false,
        refusal: { code: 'not-checked' },
      });
  });
});
