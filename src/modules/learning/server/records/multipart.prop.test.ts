import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMore, writeMore } from './more-token.ts';
import { readMultipart, writeMultipart } from './multipart.ts';
import type { IndexKey, StoreId } from '../../model/open/statement/record-ids.ts';

const type = 'multipart/mixed; boundary="between"';

describe('a body in parts', () => {
  test('is read as it was written, whatever bytes are in it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 5 }), (bodies) => {
        const written = writeMultipart(
          'between',
          bodies.map((body) => ({ headers: { 'X-Part': 'one' }, body })),
        );
        const read = readMultipart(written, type);
        expect(read.ok && read.value.map(({ bytes }) => [...bytes])).toEqual(bodies.map((body) => [...body]));
        expect(read.ok && read.value.every(({ headers }) => headers.get('x-part') === 'one')).toBe(true);
      }),
    );
  });

  test('that is cut anywhere is refused, and never read as something else', () => {
    const whole = writeMultipart('between', [
      { headers: { 'Content-Type': 'application/json' }, body: '{}' },
      { headers: { 'Content-Type': 'text/plain' }, body: 'x\r\n--betwee' },
    ]);
    for (let length = 0; length < whole.length - 4; length += 1)
      expect(readMultipart(whole.subarray(0, length), type).ok, String(length)).toBe(false);
    expect(readMultipart(whole, type).ok).toBe(true);
  });

  test.each([
    ['multipart/mixed', '--between\r\n\r\nx\r\n--between--', 'content-type-has-a-boundary'],
    [type, 'Content-Type: text/plain\r\n\r\nx', 'begins-with-the-boundary'],
    [type, '--between\r\nno header\r\n\r\nx\r\n--between--', 'part-has-headers-and-an-empty-line'],
    [type, '--between\r\nA: b\r\n\r\nx', 'ends-with-the-boundary'],
    [type, `${'--between\r\nA: b\r\n\r\nx\r\n'.repeat(1_001)}--between--`, 'has-few-parts'],
  ])('is refused by its rule (%#)', (contentType, body, rule) => {
    expect(readMultipart(Buffer.from(body), contentType)).toMatchObject({ refusal: { rule } });
  });
});

describe('the address of a next page', () => {
  const store = 'a' as StoreId;
  const filters = { verb: null, registration: null, activity: null, agent: { key: 'k' as IndexKey, related: true } };
  const more = {
    ...{ filters: { ...filters, ascending: false }, limit: 5, format: 'exact' as const, attachments: false },
    ...{ above: 3, upTo: 90 },
  };

  test('is read where it was written', () => {
    const token = writeMore('secret', store, more);
    expect(readMore('secret', store, token)).toEqual(more);
    expect(readMore('other', store, token)).toBeNull();
    expect(readMore('secret', 'b' as StoreId, token)).toBeNull();
  });

  test('is not read when any sign of it was changed, added or left out', () => {
    const token = writeMore('secret', store, more);
    fc.assert(
      fc.property(fc.nat(token.length), fc.string({ maxLength: 2 }), fc.nat(2), (at, put, out) => {
        const changed = token.slice(0, at) + put + token.slice(at + out);
        if (changed !== token) expect(readMore('secret', store, changed)).toBeNull();
      }),
    );
  });
});
