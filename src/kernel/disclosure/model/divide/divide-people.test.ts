import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import type { CategorySets } from '../ledger/ledger-entry.ts';
import { codesOf, countedIn, dividePeople, everybody } from './divide-people.ts';
import { listMargins } from './list-margins.ts';
import { listOverlaps } from './list-overlaps.ts';

const dimensionsOf = (named: Readonly<Record<string, readonly string[]>>) =>
  new Map(
    Object.entries(named).map(([name, codes]) => [
      name.toLowerCase(),
      { name, codes: new Map(codes.map((code) => [code.toLowerCase(), code])), whole: true },
    ]),
  );
const named = { Gender: ['W', 'M'], Form: ['A', 'B'], Region: ['X', 'Y', 'Z'] };
const dimensions = dimensionsOf(named);
const told = (...figures: readonly CategorySets[]) => expectOk(dividePeople(dimensions, figures));
const atomsOf = (people: ReturnType<typeof told>) => people.parts.map(({ atoms }) => atoms.map(({ name }) => name));
const crossOf = (one: keyof typeof named, other: keyof typeof named): readonly CategorySets[] =>
  named[one].flatMap((first) => named[other].map((second) => ({ [one]: [first], [other]: [second] })));
const tree = told(...crossOf('Gender', 'Form'), ...crossOf('Form', 'Region'));

describe('people whom figures divide', () => {
  test('by nothing are one group', () => {
    const people = told({}, {});
    expect(atomsOf(people)).toEqual([[everybody]]);
    expect([people.same, [...people.categories]]).toEqual([[], []]);
    expect(countedIn(people, {})).toEqual([[everybody]]);
    // Categories that are told together only are everybody.
    expect(atomsOf(told({ Gender: ['W', 'M'] }))).toEqual([[everybody]]);
    expect(countedIn(told({ Gender: ['W', 'M'] }), { Gender: ['W', 'M'] })).toEqual([[everybody]]);
  });

  test('by two dimensions together are crossed', () => {
    expect(atomsOf(told(...crossOf('Gender', 'Form')))).toEqual([['W · A', 'W · B', 'M · A', 'M · B']]);
    // Cells that no figure tells apart are one.
    expect(atomsOf(told({ Gender: ['W'], Form: ['A'] }))).toEqual([['W · A', 'W · B + M · A + M · B']]);
    expect(atomsOf(told({ gender: ['w'], FORM: ['a'] }))).toEqual([['W · A', 'W · B + M · A + M · B']]);
  });

  test('by dimensions that no figure joins are divided twice, and are as many by each', () => {
    const people = told({ Gender: ['W'] }, { Region: ['X'] });
    expect(atomsOf(people)).toEqual([
      ['W', 'M'],
      ['X', 'Y + Z'],
    ]);
    expect(people.same).toEqual([
      [
        ['X', 'Y + Z'],
        ['W', 'M'],
      ],
    ]);
    expect(countedIn(people, { Gender: ['M'] })).toEqual([['M'], null]);
    expect(countedIn(people, {})).toEqual([
      ['W', 'M'],
      ['X', 'Y + Z'],
    ]);
    expect(countedIn(people, { Gender: ['M'], Region: ['X'] })).toEqual([null, null]);
    expect(countedIn(people, { region: ['z', 'y'] })).toEqual([null, ['Y + Z']]);
  });

  test('by a tree of pairs are alike in what two of them share', () => {
    expect(atomsOf(tree)).toEqual([
      ['W · A', 'W · B', 'M · A', 'M · B'],
      ['A · X', 'A · Y', 'A · Z', 'B · X', 'B · Y', 'B · Z'],
    ]);
    expect(tree.same).toEqual([
      [
        ['A · X', 'A · Y', 'A · Z'],
        ['W · A', 'M · A'],
      ],
      [
        ['B · X', 'B · Y', 'B · Z'],
        ['W · B', 'M · B'],
      ],
    ]);
    expect(countedIn(tree, { Form: ['B'] })).toEqual([
      ['W · B', 'M · B'],
      ['B · X', 'B · Y', 'B · Z'],
    ]);
    expect(tree.parts[1]?.atoms.map((atom) => codesOf(atom, ['form']))).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
  });

  test('are told apart by what is shared, though no figure of the part does', () => {
    const people = told(...crossOf('Gender', 'Form'), { Form: ['A'], Region: ['X'] });
    expect(atomsOf(people)[1]).toEqual(['A · X', 'A · Y + Z', 'B · X + B · Y + Z']);
    expect(people.same[1]).toEqual([['B · X + B · Y + Z'], ['W · B', 'M · B']]);
  });

  test('by what the part that hangs on it divides people by are divided there too', () => {
    const people = told({ Gender: ['W'], Form: ['A'] }, ...crossOf('Form', 'Region'));
    expect(atomsOf(people)).toEqual([
      ['W · A', 'W · B + M · B', 'M · A'],
      ['A · X', 'A · Y', 'A · Z', 'B · X', 'B · Y', 'B · Z'],
    ]);
  });

  test('by something that everybody is in are not divided by it', () => {
    const people = told({ Gender: ['W'], Region: ['X', 'Y', 'Z'] }, { Gender: ['W'], Form: ['A'] });
    expect(people.parts.map(({ names }) => [...names])).toEqual([['gender', 'form']]);
    expect(countedIn(people, { Gender: ['W'], Region: ['X', 'Y', 'Z'] })).toEqual([['W · A', 'W · B']]);
  });

  test('by crosses that share two dimensions are alike in each cross of the two', () => {
    const more = dimensionsOf({ a: ['1', '12'], b: ['2', '22'], c: ['x', 'y'], d: ['u', 'v'] });
    const three = (third: string, code: string) =>
      ['1', '12'].flatMap((a) => ['2', '22'].map((b) => ({ a: [a], b: [b], [third]: [code] })));
    const people = expectOk(dividePeople(more, [...three('c', 'x'), ...three('d', 'u')]));
    expect(people.parts.map(({ atoms }) => atoms.length)).toEqual([8, 8]);
    expect(people.same.map(([one, other]) => [one.length, other.length])).toEqual(
      Array.from({ length: 4 }, () => [2, 2]),
    );
    expect(listOverlaps(people.parts)).toHaveLength(4 * 2 * 2);
  });

  test('are called by their dimension where two have a category of one name', () => {
    const people = expectOk(
      dividePeople(dimensionsOf({ Gender: ['W', 'unknown'], Form: ['A', 'Unknown'] }), [
        { gender: ['w'] },
        { form: ['a'] },
      ]),
    );
    expect(atomsOf(people)).toEqual([
      ['W', 'Gender: unknown'],
      ['A', 'Form: Unknown'],
    ]);
  });

  test('keep their names apart, also where a category is called like two', () => {
    const people = expectOk(
      dividePeople(dimensionsOf({ Form: ['A + B', 'A', 'B', 'C', 'D', 'E', 'F'] }), [
        { Form: ['A + B'] },
        { Form: ['C', 'D', 'E', 'F'] },
      ]),
    );
    expect(atomsOf(people)).toEqual([['A + B', 'A + B (2)', 'C + D + E + … (4)']]);
  });

  test('in more groups of one part than can be told apart are refused', () => {
    const many = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [name, Array.from({ length: 28 }, (_, at) => `${name}${String(at)}`)]),
    );
    const all = Object.entries(many).flatMap(([name, codes]) => codes.map((code) => ({ [name]: [code] })));
    const three = { a: ['a1'], b: ['b1'], c: ['c1'] };
    expect(expectOk(dividePeople(dimensionsOf(many), all)).parts).toHaveLength(3);
    expect(dividePeople(dimensionsOf(many), [...all, three])).toMatchObject({ refusal: { code: 'too-large' } });
    const fewer = all.filter((sets) => !('c' in sets && Number(sets['c']?.[0]?.slice(1)) > 23));
    // 25 x 28 x 28 are fewer than twenty thousand.
    expect(expectOk(dividePeople(dimensionsOf(many), [...fewer, three])).parts).toHaveLength(1);
  });
});

describe('groups that no figure need tell', () => {
  test('are everybody and every category, by each part that can tell them', () => {
    const margins = listMargins(tree).map(({ name, atoms }) => [name, atoms]);
    expect(margins).toHaveLength(2 + 2 + 2 + 2 + 3);
    expect(margins.slice(0, 3)).toEqual([
      [everybody, ['W · A', 'W · B', 'M · A', 'M · B']],
      ['W', ['W · A', 'W · B']],
      ['M', ['M · A', 'M · B']],
    ]);
    expect(margins).toContainEqual(['A', ['W · A', 'M · A']]);
    expect(margins).toContainEqual(['A', ['A · X', 'A · Y', 'A · Z']]);
    for (const { text, range } of listMargins(tree)) expect([text, range]).toEqual([null, { low: 0, high: null }]);
    // What lies partly in one group cannot be told apart.
    expect(listMargins(told({ Gender: ['W'], Form: ['A'] })).map(({ name }) => name)).toEqual([everybody]);
  });

  test('are what groups of two parts have in common', () => {
    const overlaps = listOverlaps(tree.parts);
    expect(overlaps).toHaveLength(2 * 2 * 3);
    expect(overlaps[1]?.of.map(({ name }) => name)).toEqual(['W · A', 'A · Y']);
    expect(overlaps[1]?.target).toEqual({
      ...{ name: 'W · A · Y', atoms: ['W · A'] },
      common: [{ atoms: ['W · A'], others: ['A · Y'], around: ['W · A', 'M · A'] }],
    });
    const pairs = new Set(overlaps.map(({ of: [one, other] }) => `${one.name}, ${other.name}`));
    expect([pairs.size, pairs.has('W · A, B · X')]).toEqual([12, false]);
    expect(listOverlaps(told({ Gender: ['W'] }, { Region: ['X'] }).parts)).toEqual([]);
    // What is all of the shared group, on one side or the other, is the other one by itself.
    const alone = told(...crossOf('Gender', 'Form'), { Form: ['A'], Region: ['X'] });
    expect(listOverlaps(alone.parts).map(({ target }) => target.name)).toEqual([
      ...['W · A · X', 'W · A · Y + Z', 'M · A · X', 'M · A · Y + Z'],
    ]);
  });
});
