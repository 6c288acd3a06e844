import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listNames, readListTable } from './read-list-table.ts';
import { sameDigits, tableText } from './run-record.ts';

const examples = join(import.meta.dirname, '../../../../../kernel/disclosure/examples/mse');
const uk = readFileSync(join(examples, 'uk2013_5lists.csv'), 'utf8');

test('a published table is read as it stands, and written in one way whatever parted its cells', () => {
  const read = readListTable(uk, []);
  expect(read).toMatchObject({ ok: true, value: { lists: ['LA', 'NG', 'PFNCA', 'GO', 'GP'] } });
  expect(listNames(uk)).toEqual(['LA', 'NG', 'PFNCA', 'GO', 'GP']);
  for (const sign of ['\t', ';', ' , ']) {
    const other = readListTable(uk.replaceAll(',', sign), []);
    if (!read.ok || !other.ok) throw new Error('a published table was refused');
    expect(tableText(other.value)).toBe(tableText(read.value));
  }
});

test('a list of ours, too few persons and what is no table of lists are refused with their place', () => {
  const refusalOf = (text: string, ours: readonly string[] = []) => {
    const read = readListTable(text, ours);
    return read.ok ? null : [read.refusal.type, read.refusal.row, read.refusal.column];
  };
  expect(refusalOf(uk, ['NG'])).toEqual(['OwnList', 1, 2]);
  expect(refusalOf('')).toEqual(['ListsEmpty', 1, 1]);
  expect(refusalOf('A,B,count\n1,0,100\n0,1,49')).toEqual(['FewPersons', 1, 1]);
  expect(refusalOf('A,B,count\n1,0,100\n0,1,50')).toBeNull();
  expect(refusalOf('A,count\n1,200')).toEqual(['ListsNumber', 1, 1]);
  expect(refusalOf('A,A,count\n1,0,200')).toEqual(['ListTwice', 1, 2]);
  expect(refusalOf('A,B,count\n1,0,200\n1,2,3')).toEqual(['MarkMalformed', 3, 2]);
  expect(refusalOf('A,B,count\n1,0,200\n0,0,3')).toEqual(['NobodyRow', 3, 1]);
  expect(refusalOf('A,B,count\n1,0,200\n1,1,3.5')).toEqual(['PersonsMalformed', 3, 3]);
});

test('whatever is pasted is read or refused, and what is read holds at least 150 persons and no list of ours', () => {
  const cell = fc.constantFrom('0', '1', '2', '70', '', 'A', 'B', 'x');
  const table = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    .map((rows) => rows.map((row) => row.join(',')).join('\n'));
  fc.assert(
    fc.property(table, (text) => {
      const read = readListTable(text, ['A']);
      if (!read.ok) return;
      expect(read.value.rows.reduce((sum, row) => sum + (row.at(-1) ?? 0), 0)).toBeGreaterThanOrEqual(150);
      expect(read.value.lists).not.toContain('A');
      // What is written is read again as the same.
      expect(readListTable(tableText(read.value), [])).toEqual(read);
    }),
  );
});

test('one other digit is not the same run', () => {
  const found = {
    estimate: {
      ...{ seen: 200, listTotals: {}, overlaps: {}, chapman: {}, models: [], range: [210, 220], warnings: [] },
      critique: { text: '', source: '' },
    },
    bootstrap: null,
    code: 'estimate 1',
  };
  // The words of the critique are fixed; here they do not matter.
  const run = found as unknown as Parameters<typeof sameDigits>[0];
  expect(sameDigits(run, structuredClone(run))).toBe(true);
  expect(sameDigits(run, { ...run, code: 'estimate 2' })).toBe(false);
  expect(sameDigits(run, { ...run, estimate: { ...run.estimate, range: [210, 220.000001] } })).toBe(false);
});
