import { beforeAll, describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { failingAt } from '../../../../tests/support/failing-solver.ts';
import type { Known } from './ask-groups.ts';
import type { Range } from './count-rule.ts';
import { withKnown, type KnownFigure } from './known-figures.ts';
import type { Solver } from './program.ts';
import type { Target } from './release.ts';
import { boundedTogether, type SameGroups } from './same-groups.ts';
import { usualFloor } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const between = (low: number, high: number | null): Range => ({ low, high });
const figure = (atoms: string, low: number, high: number | null): KnownFigure => ({
  ...{ atoms: atoms.split(' '), range: between(low, high) },
});
/** A larger group of both sides, divided into a and b by one, into x and y by the other. */
const same: SameGroups = [
  [
    ['a', 'b'],
    ['x', 'y'],
  ],
];
const atoms = ['a', 'b', 'x', 'y'];
const commonOf = (own: string, other: string, larger: string): Target => ({
  ...{ name: `${own} and ${other}`, atoms: own.split(' ') },
  common: [{ atoms: own.split(' '), others: other.split(' '), around: larger.split(' ') }],
});
const both = commonOf('a', 'x', 'a b');
const ask = <Value>(figures: readonly KnownFigure[], work: (known: Known) => Value, of = solver): Value =>
  expectOk(withKnown(of, atoms, figures, (known) => ({ ok: true, value: work(known) }), same));
const rangeOf = (figures: readonly KnownFigure[], target = both) =>
  ask(figures, (known) => expectOk(known.rangeOf(target)));
const smallOf = (figures: readonly KnownFigure[], target = both) =>
  ask(figures, (known) => expectOk(known.smallRange(target, usualFloor)));

describe('what two groups of a larger one have in common', () => {
  test('is at least what both are more than it, and at most the fewer', () => {
    expect(rangeOf([figure('a b', 20, 20), figure('a', 15, 16), figure('x', 12, 14)])).toEqual(between(7, 14));
    expect(rangeOf([figure('a b', 20, 20), figure('a', 3, 4), figure('x', 12, 14)])).toEqual(between(0, 4));
    // Both together: where one is many, the other is few.
    const shared = [figure('a b', 40, 40), figure('a x', 0, 12)];
    expect(rangeOf(shared)).toEqual(between(0, 6));
  });

  test('is bounded by either of them', () => {
    expect(rangeOf([figure('a', 5, 5)])).toEqual(between(0, 5));
    expect(rangeOf([figure('x', 6, 6)])).toEqual(between(0, 6));
    expect(rangeOf([])).toEqual(between(0, null));
    // Who is left of one side bounds it from below as well as who is left of the other.
    expect(rangeOf([figure('x', 10, 10), figure('b', 0, 3)])).toEqual(between(7, 10));
    expect(rangeOf([figure('a', 10, 10), figure('y', 0, 3)])).toEqual(between(7, 10));
    expect(rangeOf([figure('a', 10, null), figure('x', 12, null), figure('y', 2, 2)])).toEqual(between(8, null));
    expect(rangeOf([figure('a', 10, 10), figure('x', 10, 10)])).toEqual(between(0, 10));
    expect(rangeOf([figure('a b', 12, 12), figure('a', 10, 10), figure('x', 9, 9)])).toEqual(between(7, 9));
  });

  test('is bounded by all of a side, not by a part of it', () => {
    const wide: SameGroups = [
      [
        ['a', 'b', 'c'],
        ['x', 'y', 'z'],
      ],
    ];
    const asked = (figures: readonly KnownFigure[], target: Target) =>
      expectOk(withKnown(solver, wide.flat(2), figures, (known) => known.rangeOf(target), wide));
    const three = commonOf('a', 'x', 'a b c');
    // Those of b may be any number, and so those of y: then nobody need be in both.
    expect(asked([figure('a', 9, 9), figure('x', 9, 9), figure('c', 2, 2), figure('z', 2, 2)], three)).toEqual(
      between(0, 9),
    );
    expect(asked([figure('a', 9, 9), figure('x', 9, 9), figure('b', 1, 1), figure('c', 2, 2)], three)).toEqual(
      between(6, 9),
    );
    expect(asked([figure('a', 9, 9), figure('x', 9, 9), figure('y', 1, 1), figure('z', 2, 2)], three)).toEqual(
      between(6, 9),
    );
    const two = commonOf('a b', 'x y', 'a b c');
    expect(asked([figure('a', 4, 4), figure('x', 5, 5)], two)).toEqual(between(0, null));
    expect(asked([figure('a', 4, 4), figure('x', 5, 5), figure('y', 1, 1)], two)).toEqual(between(0, 6));
    expect(asked([figure('a', 4, 4), figure('b', 1, 1), figure('x', 5, 5)], two)).toEqual(between(0, 5));
    expect(asked([figure('a', 4, 4)], { name: '', atoms: ['a', 'b'] })).toEqual(between(4, null));
  });

  test('is a whole number of people', () => {
    expect(rangeOf([figure('a b', 40, 40), figure('a x', 0, 13)])).toEqual(between(0, 6));
    // Of three groups each two have at most one: all three have at most one, and not one and a half.
    const pairs = [figure('a b', 0, 1), figure('b x', 0, 1), figure('a x', 0, 1)];
    const found = withKnown(solver, ['a', 'b', 'x'], pairs, (known) => known.range(['a', 'b', 'x']));
    expect(expectOk(found)).toEqual(between(0, 1));
  });

  test('is small where few are in both, whatever each of them is', () => {
    expect(smallOf([figure('a b', 20, 20), figure('a', 14, 14), figure('x', 9, 9)])).toEqual(between(3, 9));
    expect(smallOf([figure('a b', 20, 20), figure('a', 15, 15), figure('x', 3, 3)])).toEqual(between(0, 3));
    expect(smallOf([figure('a b', 40, 40), figure('a', 10, 10), figure('x', 10, 10)])).toBeNull();
    expect(smallOf([figure('a b', 40, 40), figure('a', 9, 9), figure('x', 4, 4)])).toBeNull();
    expect(smallOf([])).toBeNull();
  });
});

describe('a group of one side', () => {
  const a: Target = { name: 'a', atoms: ['a'] };
  test('has the range that its figures prove', () => {
    expect(rangeOf([figure('a b', 20, 22), figure('b', 15, 16)], a)).toEqual(between(4, 7));
    expect(rangeOf([figure('x y', 20, 22), figure('b', 15, 16)], a)).toEqual(between(4, 7));
    expect(rangeOf([figure('b', 15, 16)], a)).toEqual(between(0, null));
    expect(ask([figure('a b', 3, 5)], (known) => expectOk(known.range(['a', 'b'])))).toEqual(between(3, 5));
  });
  test('is small where the figures prove it, and else passes', () => {
    expect(smallOf([figure('a', 1, 9)], a)).toEqual(between(1, 9));
    expect(smallOf([figure('a', 0, 3)], a)).toEqual(between(0, 3));
    expect(smallOf([figure('a', 0, 9)], a)).toBeNull();
    expect(smallOf([figure('a', 1, 10)], a)).toBeNull();
    expect(smallOf([figure('a', 1, null)], a)).toBeNull();
  });
  test('is not asked about where counts on the way answer it', () => {
    const questions = (
      figures: readonly KnownFigure[],
      target: Target,
      also: (known: Known) => unknown = () => null,
    ) => {
      const counting = failingAt(solver, -1);
      ask(
        figures,
        (known) => {
          also(known);
          const before = counting.asked;
          expectOk(known.smallRange(target, usualFloor));
          return counting.asked - before;
        },
        counting.solver,
      );
      return counting.asked;
    };
    expect(questions([figure('a', 12, 12)], a)).toBe(1);
    expect(questions([figure('a', 9, 9)], a)).toBe(3);
    // Its range shows nobody and nine: it is not asked again.
    expect(questions([figure('a', 0, 9)], a, (known) => known.range(['a']))).toBe(3);
    expect(questions([figure('a', 0, 3)], a, (known) => known.range(['a']))).toBe(5);
    // As many as the floor, or as few as one less than the values that must stay possible.
    expect(questions([figure('a', 10, 10)], a)).toBe(1);
    expect(questions([figure('a', 0, 4)], a, (known) => known.range(['a']))).toBe(3);
    // The most is the floor: how few there are is not asked.
    expect(questions([figure('a', 1, 10), figure('a b', 1, 10)], a)).toBeLessThan(3);
    expect(questions([figure('a', 1, null)], a)).toBe(1);
    const common = [figure('a b', 40, 40), figure('a', 12, 12), figure('x', 12, 12)];
    expect(questions(common, both)).toBe(1);
  });
});

test('what was found of a common part is seen by whoever asks next', () => {
  const figures = [figure('a b', 40, 40), figure('a', 0, 12), figure('x', 0, 12)];
  const counting = failingAt(solver, -1);
  ask(
    figures,
    (known) => {
      expectOk(known.rangeOf(both));
      const before = counting.asked;
      expect(expectOk(known.smallRange({ name: 'a', atoms: ['a'] }, usualFloor))).toBeNull();
      expect(counting.asked).toBe(before);
    },
    counting.solver,
  );
});

test('counts on the way show how many there may be', () => {
  const seen = ask([figure('a', 2, 9), figure('b', 3, 3)], (known) => {
    const before = [1, 2, 9].map((count) => known.wasSeenAbove(['a'], count));
    expectOk(known.range(['a']));
    const after = [8, 9].map((count) => known.wasSeenAbove(['a'], count));
    return [[before[0], before[2]], after, [known.wasSeenAbove(['a', 'b'], 11)]];
  });
  expect(seen).toEqual([[true, false], [true, false], [true]]);
});

test('a question without a sure answer leaves all of it without one', () => {
  const figures = [figure('a b', 40, 40), figure('a x', 0, 12), figure('b', 30, 36)];
  const run = (of: Solver) => withKnown(of, atoms, figures, (known) => known.rangeOf(both), same);
  const counting = failingAt(solver, -1);
  expect(run(counting.solver).ok).toBe(true);
  expect(counting.asked).toBe(3);
  for (let question = 0; question < 3; question += 1)
    expect(run(failingAt(solver, question).solver)).toMatchObject({ refusal: { code: 'not-checked' } });
  const small = (of: Solver) => withKnown(of, atoms, figures, (known) => known.smallRange(both, usualFloor), same);
  const asked = failingAt(solver, -1);
  expect(small(asked.solver)).toEqual({ ok: true, value: null });
  for (let question = 0; question < asked.asked; question += 1)
    expect(small(failingAt(solver, question).solver)).toMatchObject({ refusal: { code: 'not-checked' } });
});

test('what bounds all of a group bounds the same people by other atoms, and theirs in turn', () => {
  const chain: SameGroups = [
    [
      ['a', 'b'],
      ['x', 'y'],
    ],
    [['y'], ['m', 'n']],
  ];
  const of = (...bounded: readonly string[]) => [...boundedTogether(new Set(bounded), chain)].toSorted();
  expect(of('a')).toEqual(['a']);
  expect(of('a', 'b')).toEqual(['a', 'b', 'm', 'n', 'x', 'y']);
  expect(of('m', 'n')).toEqual(['m', 'n', 'y']);
  expect(of('m', 'n', 'x')).toEqual(['a', 'b', 'm', 'n', 'x', 'y']);
  expect([...boundedTogether(new Set(['q']), [])]).toEqual(['q']);
});
