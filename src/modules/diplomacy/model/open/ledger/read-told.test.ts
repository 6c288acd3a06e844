import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsText } from '#kernel/disclosure';
import { readGroups } from './read-groups.ts';
import { readNote, type TypedNote } from './read-note.ts';
import { readToldNumber } from './read-told-number.ts';

describe('groups', () => {
  test.each<[string, ReturnType<typeof readGroups>]>([
    ['', {}],
    ['gender: woman', { gender: ['woman'] }],
    ['gender: woman + man;  age :under 18 ', { gender: ['woman', 'man'], age: ['under 18'] }],
    ['age: 65+', { age: ['65+'] }],
    ['woman', null],
    ['gender:', null],
    ['gender: woman + ', null],
    ['gender: woman; gender: man', null],
    [': woman', null],
  ])('%j', (text, sets) => {
    expect(readGroups(text)).toEqual(sets);
  });

  test('are read back as they are shown', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const sets = fc.dictionary(word, fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), { maxKeys: 4 });
    fc.assert(
      fc.property(sets, (one) => {
        expect(readGroups(groupsText(one))).toEqual({ ...one });
      }),
    );
  });
});

test.each<[string, 'rounded' | 'exact', unknown]>([
  ['65', 'rounded', ['10-5', 65, null]],
  ['65', 'exact', ['exact', 65, null]],
  ['0', 'exact', ['exact', 0, null]],
  ['< 10', 'exact', ['10-5', null, 10]],
  ['<20', 'rounded', ['10-5', null, 20]],
  ['<12', 'exact', null],
  ['58–62', 'exact', ['interval', [58, 62], null]],
  ['62-58', 'exact', null],
  ['60+', 'rounded', ['interval', [60, null], null]],
  ['27 600 000', 'exact', ['exact', 27_600_000, null]],
  ['1000000000', 'exact', ['exact', 1_000_000_000, null]],
  ['1000000001', 'rounded', 'large'],
  ['5-99999999999999999999', 'exact', 'large'],
  ['9999999999+', 'exact', 'large'],
  ['-3', 'exact', null],
  ['6.5', 'exact', null],
  ['', 'exact', null],
])('a number that was told as %j, meant as %s', (text, meant, read) => {
  const told = readToldNumber(text, meant);
  expect(typeof told === 'object' && told ? [told.figure.rule, told.figure.value, told.floor] : told).toEqual(read);
});

describe('a note', () => {
  const typed: TypedNote = {
    ...{ kind: 'said', meant: 'rounded', population: ' Persons supported  2025' },
    ...{ numbers: [{ groups: 'quarter: first', number: '60' }], on: '2026-11-27', where: 'Round table' },
  };
  const today = '2026-11-28';
  const wrongOf = (part: Partial<TypedNote>) => {
    const read = readNote({ ...typed, ...part }, today);
    return 'wrong' in read ? read.wrong.map(({ field, at, why }) => [field, at, why]) : [];
  };

  test('is read with the day on which it was said', () => {
    const figures = [{ rule: '10-5', value: 60, sets: { quarter: ['first'] } }];
    const common = { population: 'Persons supported 2025', figures, floor: 10 };
    expect(readNote(typed, today)).toEqual({
      note: { ...common, kind: 'said', on: '2026-11-27', where: 'Round table' },
    });
    expect(readNote({ ...typed, kind: 'outside' }, today)).toEqual({
      note: { ...common, kind: 'outside', on: '2026-11-27', source: 'Round table' },
    });
  });

  test('asks how numbers were meant once, and only where one is plain', () => {
    const [plain, below] = [
      { groups: '', number: '60' },
      { groups: 'gender: woman', number: '<10' },
    ];
    expect(wrongOf({ meant: null, numbers: [plain, { ...plain, groups: 'gender: man' }] })).toEqual([
      ['meant', 0, 'meant'],
    ]);
    expect(wrongOf({ meant: null, numbers: [below] })).toEqual([]);
  });

  test('of several numbers keeps them together, in their order', () => {
    const numbers = [
      { groups: '', number: '65' },
      { groups: 'gender: woman', number: '40' },
      { groups: 'gender: woman; region: Africa', number: '<15' },
    ];
    expect(readNote({ ...typed, numbers }, today)).toMatchObject({
      note: {
        floor: 15,
        figures: [
          { sets: {}, rule: '10-5', value: 65 },
          { sets: { gender: ['woman'] }, value: 40 },
          { sets: { gender: ['woman'], region: ['Africa'] }, value: null },
        ],
      },
    });
  });

  test('of which parts are wrong says which, and at which number', () => {
    const numbers = [
      { groups: '', number: '61' },
      { groups: 'first', number: 'some' },
    ];
    expect(wrongOf({ numbers, population: ' ', on: '2026-11-29', where: '' })).toEqual([
      ...[
        ['population', 0, 'population'],
        ['number', 0, 'rounded'],
        ['groups', 1, 'groups'],
      ],
      ...[
        ['number', 1, 'number'],
        ['on', 0, 'on'],
        ['where', 0, 'where'],
      ],
    ]);
    expect(wrongOf({ on: '2026-02-30' })).toEqual([['on', 0, 'on']]);
  });

  test('holds no number that a ledger does not take', () => {
    const numbers = [{ groups: '', number: '5000000000' }];
    expect(wrongOf({ numbers, meant: null })).toEqual([['number', 0, 'large']]);
  });

  test('has one floor, and tells each group once', () => {
    const numbers = [
      { groups: 'gender: woman; age: old', number: '<20' },
      { groups: 'gender: man', number: '<10' },
      { groups: 'age: old', number: '15' },
      { groups: 'Age: OLD; Gender: Woman', number: '20' },
    ];
    expect(wrongOf({ numbers })).toEqual([
      ['number', 1, 'floors'],
      ['number', 2, 'rounded'],
      ['groups', 3, 'repeated'],
    ]);
  });

  test('whatever is typed is read, or is wrong somewhere', () => {
    const number = fc.constantFrom('', '0', '12', '60', '65', '<10', '<15', '<20', '3-4', '9+', 'x', '1000000001');
    const groups = fc.constantFrom('', 'gender: woman', 'gender: man', 'gender: woman + man', 'odd', 'age: old');
    const numbers = fc.array(fc.record({ groups, number }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(numbers, fc.constantFrom(null, 'exact' as const, 'rounded' as const), (told, meant) => {
        const read = readNote({ ...typed, numbers: told, meant }, today);
        if ('wrong' in read) expect(read.wrong.every(({ at }) => at < told.length)).toBe(true);
        else expect(read.note.figures.map(({ sets }) => sets)).toEqual(told.map((one) => readGroups(one.groups)));
        expect('wrong' in read && read.wrong.length === 0).toBe(false);
      }),
    );
  });
});
