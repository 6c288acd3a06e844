import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIn } from './find-bytes.ts';

const text = 'Kq3Canary9Zt7';

test('a text is found in every form that it is searched in, wherever it stands', () => {
  const around = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(around, around, (before, after) => {
      const plain = Buffer.concat([before, Buffer.from(text), after]);
      const wide = Buffer.from(text, 'utf16le');
      const places = {
        plain,
        base64: Buffer.from(plain.toString('base64')),
        base64url: Buffer.from(plain.toString('base64url')),
        hex: Buffer.from(plain.toString('hex')),
        HEX: Buffer.from(plain.toString('hex').toUpperCase()),
        little: Buffer.concat([before, wide, after]),
        big: Buffer.concat([before, Buffer.from(wide).swap16(), after]),
        small: Buffer.from(`${before.toString('latin1')}${text.toLowerCase()}`),
      };
      for (const [place, content] of Object.entries(places)) expect(findIn(place, content, [text])).toHaveLength(1);
    }),
  );
});

test('and not found where it is not', () => {
  expect(findIn('elsewhere', Buffer.from('Kq3Canary9Zt6 Kq3 Canary 9Zt7'), [text])).toEqual([]);
});

test('a short text is not found by a few letters that it has in common with others', () => {
  const [other] = ['Galamte', 'Selamte'].map((name) => Buffer.from(`x${name}`).toString('base64'));
  expect(findIn('elsewhere', Buffer.from(other ?? ''), ['Selamte'])).toEqual([]);
  expect(findIn('there', Buffer.from(Buffer.from('xSelamte').toString('base64')), ['Selamte'])).toHaveLength(1);
});
