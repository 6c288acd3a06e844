import { expect, test } from 'vitest';
import { keepBy, keepFor, keepUpTo } from './index.ts';

test('an answer about an object is made once', () => {
  const asked: object[] = [];
  const ask = keepFor((key: object) => asked.push(key));
  const [one, other] = [{}, {}];
  expect([ask(one), ask(other), ask(one)]).toEqual([1, 2, 1]);
  expect(asked).toEqual([one, other]);
});

test('no more answers are kept than the most', () => {
  const asked: string[] = [];
  const ask = keepUpTo(2, (key: string) => {
    asked.push(key);
    return key.length;
  });
  expect(['a', 'bb', 'a', 'ccc', 'ccc', 'a'].map(ask)).toEqual([1, 2, 1, 3, 3, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});

test('what a text tells apart is made once for each', () => {
  let times = 0;
  const ask = keepBy(
    9,
    ({ name, loud }: { readonly name: string; readonly loud: boolean }) => `${name} ${String(loud)}`,
    ({ name, loud }) => {
      times += 1;
      return loud ? name.toUpperCase() : name;
    },
  );
  const all = [true, false, true].map((loud) => ask({ name: 'so', loud }));
  expect([all, times]).toEqual([['SO', 'so', 'SO'], 2]);
});
