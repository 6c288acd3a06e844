import { expect, test } from 'vitest';
import { listNested, listTargets } from './list-targets.ts';
import type { ReleasedFigure } from './release.ts';

const figure = (name: string, ...atoms: readonly string[]): ReleasedFigure => ({
  ...{ name, atoms, text: null },
  range: { low: 0, high: 9 },
});

test('every atom is a target, and what a figure counts that one inside it does not', () => {
  const figures = [figure('all', 'a', 'b', 'c'), figure('two', 'a', 'b'), figure('one', 'b')];
  expect(listTargets(['a', 'b', 'c'], figures)).toEqual([
    { name: 'a', atoms: ['a'] },
    { name: 'b', atoms: ['b'] },
    { name: 'c', atoms: ['c'] },
    { name: 'all - one', atoms: ['a', 'c'] },
  ]);
});

test('atoms that stand in just the same figures are one group too', () => {
  const figures = [figure('all', 'd', 'a', 'b', 'c'), figure('two', 'c', 'b'), figure('other', 'd')];
  expect(listTargets(['d', 'c', 'a', 'b'], figures)).toEqual([
    { name: 'd', atoms: ['d'] },
    { name: 'c', atoms: ['c'] },
    { name: 'a', atoms: ['a'] },
    { name: 'b', atoms: ['b'] },
    { name: 'c + b', atoms: ['c', 'b'] },
    { name: 'all - two', atoms: ['d', 'a'] },
    { name: 'all - other', atoms: ['a', 'b', 'c'] },
  ]);
});

test('a group that two pairs leave is named once, by the first of them, whatever the order of its atoms', () => {
  const figures = [
    figure('all', 'a', 'b', 'c', 'd'),
    figure('first', 'a', 'b'),
    figure('second', 'b', 'a'),
    figure('turned', 'd', 'c', 'b', 'a'),
  ];
  // Nothing tells c and d apart, so they are a group before any pair of figures is looked at; a and b are one likewise.
  expect(listTargets(['a', 'b', 'c', 'd'], figures).map(({ name }) => name)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'a + b',
    'c + d',
  ]);
  const apart = [...figures, figure('also', 'a', 'c'), figure('b and d', 'b', 'd')];
  expect(listTargets(['a', 'b', 'c', 'd'], apart).map(({ name }) => name)).toEqual([
    ...['a', 'b', 'c', 'd'],
    ...['all - first', 'all - also', 'all - b and d'],
  ]);
});

test('one figure lies inside another when the other counts all of its people and some more', () => {
  const [all, two, same, other, apart] = [
    figure('all', 'a', 'b', 'c'),
    figure('two', 'b', 'c'),
    figure('same', 'c', 'b', 'a'),
    figure('other', 'b', 'x'),
    figure('apart', 'x'),
  ];
  expect(listNested([all, two, same, other, apart])).toEqual([
    { larger: all, inner: two, outside: ['a'] },
    { larger: same, inner: two, outside: ['a'] },
    { larger: other, inner: apart, outside: ['b'] },
  ]);
});
