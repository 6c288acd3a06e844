import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';

const spaces = fc.constantFrom('', ' ', '\n', '\t \r\n');
const trim = (text: string) => JSON.parse(text) as unknown;

test('members put together again are the object that was sent, with every sign of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), { maxLength: 4 }),
      fc.constantFrom(0, 1, 2),
      (list, indent) => {
        const text = JSON.stringify(list, null, indent);
        const read = readJson(text, 32);
        if (!read.ok) throw new Error('refused');
        const again = read.value.objects.map(
          (members) => `{${(members ?? []).map((member) => member.text).join(',')}}`,
        );
        expect(again.map(trim)).toEqual(trim(text));
        for (const member of read.value.objects.flatMap((members) => members ?? []))
          expect(text).toContain(member.text);
        expect(read.value.objects.map((members) => members?.map(({ key }) => key))).toEqual(
          list.map((one) => Object.keys(trim(JSON.stringify(one)) as object)),
        );
      },
    ),
  );
});

test('white space anywhere changes nothing', () => {
  fc.assert(
    fc.property(spaces, spaces, (before, after) => {
      const text = `${before}{${after}"a"${before}:${after}[1,"}{,"]${before},${after}"b\\"":1.0e0${before}}${after}`;
      const read = readJson(text, 32);
      expect(read.ok && read.value.objects[0]?.map(({ key }) => key)).toEqual(['a', 'b"']);
      expect(read.ok && read.value.objects[0]?.[1]?.text.endsWith('1.0e0')).toBe(true);
    }),
  );
});

test('the same name twice in one object is refused, however it is written and however deep; in two objects it is not', () => {
  for (const text of ['{"a":1,"a":2}', '{"x":[{"a":1,"\\u0061":2}]}', '[{"b":{"c":1,"c":1}}]'])
    expect(readJson(text, 32)).toMatchObject({ refusal: { type: 'TwiceNamed' } });
  expect(readJson('[{"a":{"a":"a"}},{"a":1}]', 32).ok).toBe(true);
});

test('among few names and among many the one that comes again is found, wherever it stands', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), (names, at) => {
      const write = (list: readonly string[]) => `{${list.map((name) => `${JSON.stringify(name)}:1`).join(',')}}`;
      expect(readJson(write(names), 32).ok).toBe(true);
      const again = [...names, names[at % names.length] ?? ''];
      expect(readJson(write(again), 32)).toMatchObject({ refusal: { type: 'TwiceNamed' } });
    }),
  );
});

test('depth is counted to the last level', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(readJson(nested(32), 32).ok).toBe(true);
  expect(readJson(nested(33), 32)).toMatchObject({ refusal: { type: 'TooDeep' } });
});

test('what is no object has no members, and keeps the places of the others', () => {
  const read = readJson('[1,{"a":1},[{"x":1}],null,{"b":2}]', 32);
  expect(read.ok && read.value.objects.map((members) => members?.map(({ key }) => key) ?? null)).toEqual([
    null,
    ['a'],
    null,
    null,
    ['b'],
  ]);
});
