import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSigns } from '#platform/base';
import { drawResumeCode, readResumeCode } from './resume-code.ts';

const codes = fc.uint8Array({ minLength: 11, maxLength: 11 }).map((bytes) => drawResumeCode(() => bytes));

test('a code is read however it is typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(readResumeCode(code)).toBe(code);
      expect(
        readResumeCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`),
      ).toBe(code);
    }),
  );
});

test('one wrong sign is always seen', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.nat(30), (code, at, step) => {
      const signs = code.replaceAll('-', '').split('');
      const wrong = plainSigns[(plainSigns.indexOf(signs[at] ?? '') + step + 1) % plainSigns.length] ?? '';
      expect(readResumeCode(signs.with(at, wrong).join(''))).toBeNull();
    }),
  );
});

test('what is too short, too long or of other signs is none', () => {
  for (const typed of ['', '7KM2-QXA9', '7KM2-QXA9-4T0C-1', '7KM2-QXA9-4T0U', '7KM2_QXA9_4T0C'])
    expect(readResumeCode(typed)).toBeNull();
});
