import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, plainSigns } from '#platform/base';
import { keyedText } from '#platform/crypto';
import { readReceiptCode, receiptDay, receiptTag, receiptText, writeReceiptCode } from './receipt-code.ts';

const signs = (length: number) =>
  fc
    .array(fc.constantFrom(...plainSigns.split('')), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const days = fc.integer({ min: 0, max: 32_767 }).map((count) => addDays(civilDate('2026-01-01'), count));
const codes = fc.record({ number: signs(8), day: days, tag: signs(9) });

test('a receipt is read as it was written, however it is typed, in 20 signs', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const written = writeReceiptCode(code);
      expect(written).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
      expect(readReceiptCode(written)).toEqual(code);
      expect(readReceiptCode(` ${written.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`)).toEqual(code);
    }),
  );
});

test('nothing else is a receipt, and any 20 signs are read as themselves alone', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 19 }), (typed) => {
      expect(readReceiptCode(typed)).toBeNull();
    }),
  );
  fc.assert(
    fc.property(signs(20), (typed) => {
      const read = readReceiptCode(typed);
      expect(read === null ? null : writeReceiptCode(read).replaceAll('-', '')).toBe(typed);
    }),
  );
  for (const none of ['', '<b>', 'U'.repeat(20), 'A'.repeat(21)]) expect(readReceiptCode(none)).toBeNull();
});

test('the tag holds for one course, version, number and day under one key: 45 bits of HMAC-SHA-256', async () => {
  const said = fc.record({ course: fc.string(), version: fc.string(), number: signs(8), day: days });
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), said, said, async (key, one, other) => {
      const hash = await keyedText(key, receiptText(one));
      expect(hash).toBe(createHmac('sha256', key).update(receiptText(one)).digest('base64url'));
      const bytes = [...createHmac('sha256', key).update(receiptText(one)).digest()].slice(0, 9);
      expect(receiptTag(hash)).toBe(bytes.map((byte) => plainSigns[byte & 31]).join(''));
      expect(receiptText(one) === receiptText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 50 },
  );
});

test('the day on a receipt lies between the day its number was given and today, whatever the clock did', () => {
  fc.assert(
    fc.property(days, days, days, (last, today, given) => {
      const day = receiptDay(last, today, given);
      expect(day >= given).toBe(true);
      if (today >= given) expect(day <= today).toBe(true);
      if (last >= given && last <= today) expect(day).toBe(last);
    }),
  );
});
