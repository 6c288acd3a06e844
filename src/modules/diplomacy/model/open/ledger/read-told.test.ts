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
  ['65', 'rounded', ['10-5', 65, 10]],
  ['65', 'exact', ['exact', 65, 10]],
  ['66', 'rounded', null],
  ['5', 'rounded', null],
  ['0', 'exact', ['exact', 0, 10]],
  ['< 10', 'exact', ['10-5', null, 10]],
  ['<20', 'rounded', ['10-5', null, 20]],
  ['<12', 'exact', null],
  ['58–62', 'exact', ['interval', [58, 62], 10]],
  ['62-58', 'exact', null],
  ['60+', 'rounded', ['interval', [60, null], 10]],
  ['-3', 'exact', null],
  ['6.5', 'exact', null],
  ['', 'exact', null],
])('a number that was told as %j, meant as %s', (text, meant, read) => {
  const told = readToldNumber(text, meant);
  expect(told && [told.figure.rule, told.figure.value, told.floor]).toEqual(read);
});

describe('a note', () => {
  const typed: TypedNote = {
    ...{
      kind: 'said',
      number: '60',
      meant: 'rounded',
      population: ' Persons supported  2025',
      groups: 'quarter: first',
    },
    ...{ on: '2026-11-27', where: 'Round table' },
  };

  test('is read with the day on which it was said', () => {
    const figures = [{ rule: '10-5', value: 60, sets: { quarter: ['first'] } }];
    const common = { population: 'Persons supported 2025', figures, floor: 10 };
    expect(readNote(typed, '2026-11-28')).toEqual({
      note: { ...common, kind: 'said', on: '2026-11-27', where: 'Round table' },
    });
    expect(readNote({ ...typed, meant: null }, '2026-11-28')).toEqual({ wrong: ['number'] });
    expect(readNote({ ...typed, meant: null, number: '<10' }, '2026-11-28')).toMatchObject({ note: { floor: 10 } });
    expect(readNote({ ...typed, kind: 'outside' }, '2026-11-28')).toEqual({
      note: { ...common, kind: 'outside', on: '2026-11-27', source: 'Round table' },
    });
  });

  test('of which parts are wrong says which', () => {
    const odd = { ...typed, number: '61', population: ' ', groups: 'first', on: '2026-11-29', where: '' };
    expect(readNote(odd, '2026-11-28')).toEqual({ wrong: ['number', 'population', 'groups', 'on', 'where'] });
    expect(readNote({ ...typed, on: '2026-02-30' }, '2026-11-28')).toEqual({ wrong: ['on'] });
  });
});
