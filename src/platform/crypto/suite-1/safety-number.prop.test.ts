import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToBase64url, expectOk } from '#platform/base';
import { safetyNumber, type SafetyParty } from './safety-number.ts';

const thumbprint = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bytesToBase64url(bytes));
const party = fc.record({ user: fc.uuid(), encryption: thumbprint, signing: thumbprint });

/** A thumbprint with one bit of it turned. */
function turned(text: string, bit: number): string {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64url'));
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytesToBase64url(bytes);
}

describe('the safety number', () => {
  test('is sixty digits, the same for both, and another for any other key', async () => {
    await fc.assert(
      fc.asyncProperty(
        party,
        party,
        fc.constantFrom('encryption' as const, 'signing' as const),
        fc.nat({ max: 255 }),
        async (first, second, key, bit) => {
          const number = expectOk(await safetyNumber(first, second));
          expect(number).toMatch(/^(\d{5} ){11}\d{5}$/);
          expect(expectOk(await safetyNumber(second, first))).toBe(number);
          const swapped: SafetyParty = { ...second, [key]: turned(second[key], bit) };
          expect(expectOk(await safetyNumber(first, swapped))).not.toBe(number);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  test('is refused where a thumbprint is none: never digits of fewer keys', async () => {
    const anything = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 64 }).map((bytes) => bytesToBase64url(bytes)),
      fc.constantFrom('', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, ` ${'A'.repeat(43)}`),
    );
    const isNone = (text: string) => !/^[A-Za-z0-9_-]{43}$/.test(text);
    await fc.assert(
      fc.asyncProperty(
        party,
        party,
        anything.filter(isNone),
        fc.constantFrom('encryption' as const, 'signing' as const),
        async (first, second, wrong, key) => {
          const refused = { ok: false, refusal: { type: 'ThumbprintUnreadable' } };
          expect(await safetyNumber({ ...first, [key]: wrong }, second)).toEqual(refused);
          expect(await safetyNumber(first, { ...second, [key]: wrong })).toEqual(refused);
        },
      ),
    );
  }, 60_000);
});
