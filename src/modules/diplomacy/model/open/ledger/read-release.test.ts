import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createId } from '#platform/base';
import { floors, type LedgerEntryId } from '#kernel/disclosure';
import { readRelease, type TypedRelease } from './read-release.ts';

const typed: TypedRelease = {
  ...{ population: 'Persons supported 2025', rows: 'entry', columns: 'gender', document: 'Year report' },
  ...{ version: '1', audience: 'public', corrects: null, why: '', floor: 10 },
};
const parts = { cells: true, rowTotals: true, columnTotals: true };
const id = createId<LedgerEntryId>((length) => new Uint8Array(length));

describe('a release of a table', () => {
  test('tells nothing below its floor, and what is signed says which floor that is', () => {
    const counts = fc.array(fc.array(fc.nat(60), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(counts, fc.constantFrom(...floors), (table, floor) => {
        const rows = table.map((_, at) => `row ${String(at)}`);
        const read = readRelease(typed, { table: { rows, columns: ['a', 'b'], counts: table }, parts }, { id, floor });
        if ('wrong' in read) throw new Error('it was typed whole');
        expect(read.draft.floor).toBe(floor);
        const sums = table.map((line) => line.reduce((sum, one) => sum + one, 0));
        const columns = ['a', 'b'].map((_, at) => table.reduce((sum, line) => sum + (line[at] ?? 0), 0));
        const all = sums.reduce((sum, one) => sum + one, 0);
        const trueCounts = [...table.flatMap((line, at) => [...line, sums[at] ?? 0]), ...columns, all];
        expect(read.draft.figures.map(({ value }) => value === null)).toEqual(trueCounts.map((one) => one < floor));
        expect(read.draft.figures.every(({ value }) => value === null || Number(value) >= floor)).toBe(true);
      }),
    );
  });

  test('of which parts are missing says which', () => {
    const table = { rows: ['x', 'y'], columns: ['a', 'b'], counts: [] };
    const blank = { ...typed, population: ' ', rows: '', columns: '', document: '', version: '' };
    expect(readRelease(blank, { table, parts }, { id, floor: 10 })).toEqual({
      wrong: ['population', 'rows', 'columns', 'document', 'version'],
    });
    expect(readRelease({ ...typed, columns: 'Entry' }, { table, parts }, { id, floor: 10 })).toEqual({
      wrong: ['columns'],
    });
    expect(readRelease({ ...typed, corrects: id }, { table, parts }, { id, floor: 10 })).toEqual({ wrong: ['why'] });
  });
});
