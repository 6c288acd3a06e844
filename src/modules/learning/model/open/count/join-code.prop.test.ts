import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawJoinCode, readJoinCode } from './join-code.ts';

const codes = fc.uint8Array({ minLength: 9, maxLength: 9 }).map((bytes) => drawJoinCode(() => bytes));

test('a code is read as it was drawn, however it is typed', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('', ' ', '-', '  '), (code, between) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/);
      expect(readJoinCode(code)).toBe(code);
      expect(readJoinCode(code.toLowerCase().replaceAll('-', between))).toBe(code);
      expect(readJoinCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
    }),
  );
});

test('one wrong sign is told', () => {
  fc.assert(
    fc.property(
      codes,
      fc.nat({ max: 11 }),
      fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
      (code, at, sign) => {
        const wrong = `${code.slice(0, at)}${sign}${code.slice(at + 1)}`;
        fc.pre(wrong !== code && code[at] !== '-');
        expect(readJoinCode(wrong)).toBeNull();
      },
    ),
  );
  for (const none of ['', 'ABC', 'ABC-DEFG-HJKM-N', '<script>', 'ABC-DEFG-H*K']) expect(readJoinCode(none)).toBeNull();
});
