import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUnstorable, isStorable } from './find-unstorable.ts';

/** Every unit of UTF-16 there is, alone or in a pair. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 6 })
  .map((units) => String.fromCharCode(...units));
const goodText = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
const hostile = fc
  .tuple(anyText, fc.constantFrom('\0', '\uD800', '\uDC00', '\uDFFF\uD83D'), goodText)
  .map(([one, bad, other]) => `${one}${bad}${other}`)
  .filter((text) => !isStorable(text));
const goodBody = fc.jsonValue({ stringUnit: 'binary' }).filter((value) => !JSON.stringify(value).includes('\\u0000'));
const find = (value: unknown): string | null => findUnstorable(JSON.stringify(value), value);

test('a text is told apart as UTF-8 would: whatever comes back another, or has the sign that PostgreSQL refuses', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const back = new TextDecoder().decode(new TextEncoder().encode(text));
      // A mark of byte order at the start is taken for one when it is read.
      const same = back === text || `\uFEFF${back}` === text;
      expect(isStorable(text)).toBe(same && !text.includes('\0'));
    }),
  );
});

test('what every database holds is let through', () => {
  fc.assert(fc.property(goodBody, (value) => find(value) === null));
});

test('a hostile text is found wherever it stands, and named by its place', () => {
  const step = fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/), fc.nat({ max: 3 }));
  fc.assert(
    fc.property(hostile, fc.array(step, { maxLength: 8 }), goodBody, (text, path, beside) => {
      const put = (at: number): unknown => {
        const name = path[at];
        if (name === undefined) return text;
        if (typeof name === 'string') return { [`${name}_`]: beside, [name]: put(at + 1) };
        return [...Array.from({ length: name }, () => beside), put(at + 1)];
      };
      expect(find(put(0))).toBe(path.join('.'));
    }),
  );
});

test('a name of a property is a text, too, and is not told back', () => {
  expect(find({ outer: { 'a\0': 1 } })).toBe('outer');
});

test('the depth of a body is no matter', () => {
  const deep = `${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`;
  let value: unknown = '\0';
  for (let depth = 0; depth < 2_000; depth += 1) value = [value];
  expect(findUnstorable(deep, value)?.length).toBe(3_999);
  // Ways copied from part to part would be more than a memory holds.
  for (let depth = 2_000; depth < 200_000; depth += 1) value = [value];
  expect(findUnstorable(deep, value)?.length).toBe(399_999);
});
