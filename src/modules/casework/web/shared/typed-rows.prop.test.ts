import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOfText, textOfRows, withRow } from './typed-rows.ts';

const blank = { kind: 'call', reach: '' };
const row = fc.record({ kind: fc.string(), reach: fc.string() });

test('rows come back as they were typed', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(rowsOfText(textOfRows(rows), blank)).toEqual(rows);
    }),
  );
});

test('any text gives rows with the fields of the form and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const read of rowsOfText(text, blank)) {
        expect(Object.keys(read)).toEqual(['kind', 'reach']);
        for (const value of Object.values(read)) expect(typeof value).toBe('string');
      }
    }),
  );
  expect(rowsOfText('[{"reach":"x","bsn":"1"},null,7]', blank)).toEqual([
    { kind: 'call', reach: 'x' },
    { kind: 'call', reach: '' },
    { kind: 'call', reach: '' },
  ]);
});

test('a change touches one row', () => {
  expect(withRow([blank, blank], 1, { reach: 'x' })).toEqual([blank, { kind: 'call', reach: 'x' }]);
});
