import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64urlToBytes, bytesToBase64url, canonicalJson } from './index.ts';

test('base64url comes back as the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64urlToBytes(bytesToBase64url(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('only one spelling is accepted: spare bits must be zero', () => {
  expect(base64urlToBytes('AA')).toEqual(new Uint8Array([0]));
  expect(base64urlToBytes('AB')).toBeNull();
  expect(base64urlToBytes('AA==')).toBeNull();
});

test('canonical JSON does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.maxSafeInteger()), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).toReversed());
      expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      expect(JSON.parse(canonicalJson(object))).toEqual(object);
    }),
  );
});
