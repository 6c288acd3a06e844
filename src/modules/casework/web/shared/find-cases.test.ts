import { expect, test } from 'vitest';
import type { SpaceId } from '#platform/base';
import type { CaseloadEntry } from '#modules/casework/client';
import { createCaseFinder, foldText } from './find-cases.ts';

const entry = (id: string, codeName: string, find: readonly string[]): CaseloadEntry =>
  // Only what the finder reads is filled in.
  ({ id: id as SpaceId, open: { codeName }, head: { find, line: '' } }) as unknown as CaseloadEntry;

const finder = createCaseFinder([
  entry('a', 'Linden Kite', ['Selamte Okparinde', '280 100 7919']),
  entry('b', 'Copper Finch', ['بنت الماء', 'Łucja']),
]);

test('finds by code name, by the beginning of a name, by a number without spaces, with a slip', () => {
  expect(finder.find('linden')).toEqual(['a']);
  expect(finder.find('sela')).toEqual(['a']);
  expect(finder.find('2801007919')).toEqual(['a']);
  expect(finder.find('okparinda')).toEqual(['a']);
  expect(finder.find('lucja')).toEqual(['b']);
  expect(finder.find('nobody')).toEqual([]);
});

test('one spelling for letters that people type differently', () => {
  expect(foldText('أحمد')).toBe(foldText('احمد'));
  expect(foldText('٢٨٠')).toBe('280');
});
