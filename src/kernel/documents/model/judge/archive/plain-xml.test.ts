import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainXml } from './plain-xml.ts';

it.each([
  [
    '<?xml version="1.0"?><a  b = \'c "d" > e\'>x<!-- y --><![CDATA[<z>]]></a >',
    '<a b="c &quot;d&quot; &gt; e">x&lt;z&gt;</a>',
  ],
  ['<a b="&#104;&#x74;tp&amp;amp;"/>', '<a b="http&amp;amp;"/>'],
  ['<a>&apos;&lt;</a>', "<a>'&lt;</a>"],
])('writes %s in one spelling', (text, plain) => {
  expect(plainXml(text)).toBe(plain);
  expect(plainXml(plain)).toBe(plain);
});

it.each(['<a b=c/>', '<a b="<"/>', '<a', '<!-- a', '<![CDATA[a', '&nbsp;', 'a & b', '&#0;', '<!DOCTYPE a>', '< a/>'])(
  'refuses %s',
  (text) => {
    expect(plainXml(text)).toBeNull();
  },
);

it('keeps the words and leaves no sign in a value that could end its tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, words) => {
      const write = (text: string): string =>
        Array.from(text, (sign) => `&#${sign.codePointAt(0) === 0 ? 1 : sign.codePointAt(0)};`).join('');
      const plain = plainXml(`<a b='${write(value)}'>${write(words)}</a>`);
      expect(plain).toMatch(/^<a b="[^"<>]*">[^<>]*<\/a>$/u);
      expect(plainXml(plain ?? '')).toBe(plain);
    }),
  );
});

it('takes time in proportion to the length', () => {
  const start = performance.now();
  expect(plainXml(`<a ${'b="c" '.repeat(200_000)}`)).toBeNull();
  expect(plainXml(`<a>${'<!-- '.repeat(200_000)}`)).toBeNull();
  expect(performance.now() - start).toBeLessThan(2_000);
});
