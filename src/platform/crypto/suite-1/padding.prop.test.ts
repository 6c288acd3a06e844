import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToHex, expectOk } from '#platform/base';
import { pad, paddedDocumentLength, paddedLength, unpad } from './padding.ts';
import { fromWords, toWords } from './words.ts';

test('padding comes off again, grows with the content and costs little', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40_000 }), fc.nat(200_000), (content, more) => {
      const padded = pad(content, paddedLength);
      expect(unpad(padded)).toEqual(new Uint8Array(content));
      expect(padded.length).toBeGreaterThanOrEqual(256);
      const length = content.length + 4;
      expect(paddedLength(length + more)).toBeGreaterThanOrEqual(paddedLength(length));
      if (length > 16_384) expect(padded.length).toBeLessThanOrEqual(Math.ceil(length * 1.12));
    }),
    { numRuns: 60 },
  );
});

test('few lengths come out, whatever goes in', () => {
  expect([1, 256, 257, 16_384].map(paddedLength)).toEqual([256, 256, 512, 16_384]);
  expect(paddedDocumentLength(10)).toBe(65_536);
  expect(new Set(Array.from({ length: 4_000 }, (_, at) => paddedLength(20_000 + at))).size).toBeLessThan(10);
});

test('padding that is not all zeros, or a length that cannot be, is refused', () => {
  const padded = pad(new Uint8Array([1, 2, 3]), paddedLength);
  padded[200] = 1;
  expect(unpad(padded)).toBeNull();
  expect(unpad(new Uint8Array([0, 0, 1, 0, 9]))).toBeNull();
  expect(unpad(new Uint8Array(3))).toBeNull();
});

test('words bring every secret back, however they are typed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.constantFrom(' ', '  ', ', ', '\n', ' 1. '),
      (secret, between) => {
        const typed = toWords(secret).join(between);
        expect(bytesToHex(expectOk(fromWords(typed.toUpperCase(), 16)))).toBe(bytesToHex(secret));
      },
    ),
    { numRuns: 60 },
  );
});
