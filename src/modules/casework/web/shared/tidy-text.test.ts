import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInAmsterdam } from '#platform/base';
import { writeSealed } from '../../model/sealed/read-sealed.ts';
import { tidyText } from './tidy-text.ts';

const note = (words: string) =>
  writeSealed('note', {
    on: dayInAmsterdam(new Date('2026-11-25T12:00:00Z')),
    at: null,
    title: null,
    words,
    audience: 'team',
  });

test('any text of any length that fits can be saved once it is tidy', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      const tidy = tidyText(text);
      expect(note(tidy).ok).toBe(true);
      expect(tidyText(tidy)).toBe(tidy);
    }),
  );
});

test('names in other scripts and emoji stay as they are', () => {
  for (const name of ['ሰላም ኣለም', 'مريم العلي', 'Nguyễn Thị Ánh', 'דוד', '👩🏽‍⚕️ Lea', 'O’Neill-Żak'])
    expect(tidyText(name)).toBe(name);
});

test('what came along with a paste is taken out, line breaks stay', () => {
  expect(tidyText('one\r\ntwo\tthree\u0000\u0007')).toBe('one\ntwo three');
  expect(tidyText('a\u202Eb\uD800c')).toBe('abc');
  expect(note('one\u0000two').ok).toBe(false);
});
