import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTotalsFile } from './read-totals-file.ts';
import { writeCsv } from '#kernel/disclosure';

const line = fc
  .record({
    from: fc.integer({ min: 1, max: 12 }),
    more: fc.nat(11),
    people: fc.nat(500_000),
    again: fc.nat(500_000),
  })
  .map(({ from, more, people, again }) => ({
    ...{ from, until: Math.min(12, from + more), people, completions: people + again },
  }));

test('sums are read as they were written, with a heading or without, by whatever cells are parted', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.boolean(),
      fc.constantFrom(',', ';', '\t'),
      (lines, headed, mark) => {
        const rows = lines.map(({ from, until, people, completions }) => [from, until, people, completions]);
        const written = writeCsv([...(headed ? [['from', 'until', 'people', 'runs']] : []), ...rows]);
        expect(readTotalsFile(written.replaceAll(',', mark))).toEqual({ ok: true, lines });
      },
    ),
  );
});

test('runs that are left out are as many as people', () => {
  expect(readTotalsFile('1;3;20\r\n\r\n"4";"4";"11";""\n')).toEqual({
    ok: true,
    lines: [
      { from: 1, until: 3, people: 20, completions: 20 },
      { from: 4, until: 4, people: 11, completions: 11 },
    ],
  });
});

test.each([
  ['from,until,people\n1,13,20', 2],
  ['3,2,20', 1],
  ['1,1,20\n2,2,20,19', 2],
  ['1,1,about twenty', 1],
  ['1,1,-3', 1],
  ['1,1,3.5', 1],
  ['1,1,3,4,Anna', 1],
  ['1,1,20\nfrom,until,people', 2],
])('what cannot be read is told by its line (%#)', (text, at) => {
  expect(readTotalsFile(text)).toEqual({ ok: false, line: at });
});
