import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64urlToBytes } from '#platform/base';
import { listPlaces, statusBits } from '../../model/open/badge/status-bits.ts';
import { encodeStatusBits } from './encode-status-bits.ts';

/** As a reader does it (Bitstring Status List 1.0, 3.3), which nothing of ours is. */
function decode(encoded: string): Uint8Array {
  expect(encoded[0]).toBe('u');
  return gunzipSync(base64urlToBytes(encoded.slice(1)) ?? new Uint8Array(), { maxOutputLength: listPlaces / 8 });
}

test('the list of the recommendation in which nothing is set is ours', () => {
  // Bitstring Status List 1.0 (W3C Recommendation of 15 May 2025), examples of 2.2 and A.2.
  const published = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
  expect(decode(published)).toEqual(decode(encodeStatusBits(statusBits([]))));
  expect(decode(published).length).toBe(16_384);
  expect(encodeStatusBits(statusBits([])).length).toBe(published.length);
});

test('the first place is the leftmost bit of the first byte', () => {
  expect([...statusBits([0, 9], 16)]).toEqual([0b1000_0000, 0b0100_0000]);
  expect(statusBits([listPlaces - 1]).at(-1)).toBe(1);
});

test('exactly the places that were revoked are set, in whatever order they come', () => {
  const place = fc.nat({ max: listPlaces - 1 });
  fc.assert(
    fc.property(fc.uniqueArray(place, { maxLength: 300 }), fc.array(place, { maxLength: 50 }), (revoked, asked) => {
      const bits = decode(encodeStatusBits(statusBits(revoked)));
      const isSet = (at: number): boolean => ((bits[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0;
      for (const at of [...revoked, ...asked]) expect(isSet(at)).toBe(revoked.includes(at));
      let count = 0;
      for (const byte of bits) for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1;
      expect(count).toBe(revoked.length);
    }),
    { numRuns: 60 },
  );
});

test('a place that is none is refused', () => {
  for (const place of [-1, 0.5, Number.NaN, listPlaces]) expect(() => statusBits([place])).toThrow(RangeError);
});
