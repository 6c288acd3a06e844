import { expect, test } from 'vitest';
import { createId, type SpaceId } from '#platform/base';
import { codeNameOf, isCodeName } from './code-name.ts';
import { firstWords, secondWords } from './code-name-words.ts';

test('the lists are large, without doubles and without each other', () => {
  expect(firstWords.length).toBeGreaterThanOrEqual(256);
  expect(secondWords.length).toBeGreaterThanOrEqual(256);
  expect(firstWords.length * secondWords.length).toBeGreaterThan(100_000);
  expect(new Set([...firstWords, ...secondWords]).size).toBe(firstWords.length + secondWords.length);
  for (const word of [...firstWords, ...secondWords]) expect(word).toMatch(/^[A-Z][a-z]{1,11}$/);
  for (const word of ['Red', 'Cross', 'Crescent'])
    expect([...firstWords, ...secondWords].includes(word), word).toBe(false);
});

test('an id always has the same name, and ids spread over the names', () => {
  const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const names = Array.from({ length: 2_000 }, () => codeNameOf(createId<SpaceId>(bytes)));
  expect(new Set(names).size).toBeGreaterThan(1_950);
  for (const name of names) expect(isCodeName(name)).toBe(true);
  expect(isCodeName('Linden')).toBe(false);
  expect(isCodeName('Amina Kite')).toBe(false);
  expect(isCodeName('Linden Kite Kite')).toBe(false);
});
