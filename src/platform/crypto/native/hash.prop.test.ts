import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as web from '../suite-1/hash.ts';
import * as native from './hash.ts';

test('hashes of the server and of devices are the same, whatever is hashed', async () => {
  const anything = fc.record({
    text: fc.string({ unit: 'binary', maxLength: 300 }),
    bytes: fc.uint8Array({ maxLength: 300 }),
    coded: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
    x: fc.string(),
  });
  await fc.assert(
    fc.asyncProperty(anything, async ({ text, bytes, coded, x }) => {
      expect(await native.hashText(text)).toBe(await web.hashText(text));
      expect(await native.hashBytes(bytes)).toBe(await web.hashBytes(bytes));
      expect(await native.hashCoded(coded)).toBe(await web.hashCoded(coded));
      const key = { crv: 'Ed25519', kty: 'OKP', x };
      expect(await native.thumbprintOf(key)).toBe(await web.thumbprintOf(key));
    }),
  );
});
