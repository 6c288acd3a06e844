import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, plainSigns } from '#platform/base';
import { keyedText } from '#platform/crypto';
import {
  fromReceiptCode,
  packagedReceiptText,
  packagedRun,
  packagedRunText,
  packagedTag,
  toReceiptCode,
} from './packaged-receipt.ts';
import { readReceiptCode, receiptText, writeReceiptCode } from './receipt-code.ts';

const signs = (length: number) =>
  fc
    .array(fc.constantFrom(...plainSigns.split('')), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const days = fc.integer({ min: 0, max: 32_767 }).map((count) => addDays(civilDate('2026-01-01'), count));
const said = fc.record({ exported: signs(4), run: signs(6), day: days });
const receipts = fc.record({ exported: signs(4), run: signs(6), day: days, tag: signs(7) });

test('a receipt of a package is read as it was written, in 20 signs', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      const written = writeReceiptCode(toReceiptCode(receipt));
      expect(written).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
      const read = readReceiptCode(written.toLowerCase());
      expect(read && fromReceiptCode(read)).toEqual(receipt);
    }),
  );
});

test('any 20 signs are read as one receipt of a package alone', () => {
  fc.assert(
    fc.property(signs(20), (typed) => {
      const read = readReceiptCode(typed);
      const written = read && writeReceiptCode(toReceiptCode(fromReceiptCode(read))).replaceAll('-', '');
      expect(written).toBe(typed);
    }),
  );
});

test('the tag holds for one package, run and day under one key, and for no receipt whose number the server gave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), said, said, async (key, one, other) => {
      const hash = await keyedText(key, packagedReceiptText(one));
      const bytes = [...createHmac('sha256', key).update(packagedReceiptText(one)).digest()];
      expect(packagedTag(hash)).toBe(
        bytes
          .slice(0, 7)
          .map((byte) => plainSigns[byte & 31])
          .join(''),
      );
      expect(packagedReceiptText(one) === packagedReceiptText(other)).toBe(
        JSON.stringify(one) === JSON.stringify(other),
      );
      const given = { course: one.exported, version: one.run, number: one.exported, day: one.day };
      expect(packagedReceiptText(one)).not.toBe(receiptText(given));
    }),
    { numRuns: 50 },
  );
});

test('a run has one number however often it is asked, and numbers of many runs are hardly ever the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 40 }), async (seeds) => {
      const number = async (seed: string): Promise<string> =>
        packagedRun(await keyedText('key', packagedRunText(seed)));
      const numbers = await Promise.all(seeds.map(number));
      expect(await Promise.all(seeds.map(number))).toEqual(numbers);
      expect(numbers.every((one) => /^[0-9A-Z]{6}$/.test(one))).toBe(true);
      expect(new Set(numbers).size).toBe(seeds.length);
    }),
    { numRuns: 30 },
  );
});
