import { expect, test } from 'vitest';
import { describePack, findPack, releasedPacks } from '#kernel/procedures';
import { chapterOf, chaptersShown, everything } from './pack-route.ts';
import { rulesWithWords } from './rules-with-words.ts';

const pack = findPack(releasedPacks, 'nl-residence@2026.1');
if (pack === null) throw new Error('the pack was released');
const document = describePack(pack, 'nl');

test('rules are found by all words, whatever their case and accents, and by code first', () => {
  const codes = (typed: string): readonly (string | null)[] =>
    rulesWithWords(document, typed).map(({ rule }) => rule.code);
  expect(codes('D13').slice(0, 3)).toEqual(['D13', 'D13', 'D13']);
  expect(codes('GRIFFIERECHT betalen')[0]).toBe('D18');
  expect(codes('een jaar vergunning')).toContain('D28');
  expect(codes('griffierecht giraf')).toEqual([]);
  expect(codes('d')).toEqual([]);
  expect(codes('  ')).toEqual([]);
  // Also by what a rule rests on.
  expect(codes('8:41')).toContain('D18');
});

test('a rule opens the chapter it stands in; an unknown place opens the first', () => {
  expect(chapterOf(document, 'd18')).toBe('dates');
  expect(chapterOf(document, 'tracks-0-transitions-0')).toBe('track-residence');
  expect(chapterOf(document, 'nowhere')).toBeNull();
  const shown = (place: Parameters<typeof chaptersShown>[1]): readonly string[] =>
    chaptersShown(document, place).map(({ anchor }) => anchor);
  expect(shown({ rule: 'd18' })).toEqual(['dates']);
  expect(shown({ chapter: 'rights' })).toEqual(['rights']);
  expect(shown({})).toEqual(['look']);
  expect(shown({ chapter: 'nowhere', rule: 'nowhere' })).toEqual(['look']);
  expect(shown({ chapter: everything })).toHaveLength(document.chapters.length);
});
