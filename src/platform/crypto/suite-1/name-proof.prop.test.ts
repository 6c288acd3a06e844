import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPaperCode, proveName, readPaperCode } from './name-proof.ts';

const codes = fc.uint8Array({ minLength: 26, maxLength: 26 }).map((bytes) => drawPaperCode(() => bytes));

test('a code is read as it was drawn, however it is typed, and nothing else is one', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/);
      expect(readPaperCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
      expect(readPaperCode(`${code}A`)).toBeNull();
      expect(readPaperCode(code.replaceAll('0', 'O'))).toBe(code);
    }),
  );
  for (const none of ['', 'AAAAA', '<b>', 'U'.repeat(26)]) expect(readPaperCode(none)).toBeNull();
});

test('a name is proven as HMAC-SHA-256 does it elsewhere, whatever its capitals and blanks', async () => {
  await fc.assert(
    fc.asyncProperty(codes, async (code) => {
      const proof = await proveName(code, 'Noor  de Vries ');
      expect(proof).toBe(createHmac('sha256', code).update('noor de vries').digest('base64url'));
      expect(await proveName(code, 'NOOR DE VRIES')).toBe(proof);
      expect(await proveName(code, 'Noor de Vrie')).not.toBe(proof);
      expect(await proveName(`${code}X`, 'Noor de Vries')).not.toBe(proof);
    }),
    { numRuns: 20 },
  );
});
