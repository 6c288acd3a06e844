import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { writeCsv, type Cell } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '+31', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', 'a,b', 'a"b', 'a\r\nb', ' blank ', '<&>', ''),
);
const rows: fc.Arbitrary<readonly (readonly Cell[])[]> = fc.array(
  fc.array(fc.oneof(words, fc.nat()), { minLength: 2, maxLength: 5 }),
  { minLength: 1, maxLength: 6 },
);

/** Reads text with commas as the standard says, by its signs alone. */
function readCsv(text: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') [row, cell] = [[...row, cell], ''];
    else if (sign === '\r' && text[at + 1] === '\n') {
      found.push([...row, cell]);
      [row, cell, at] = [[], '', at + 1];
    } else cell += sign;
  }
  return found;
}

test('a table reads back as it was written, and no cell of it begins a formula', () => {
  fc.assert(
    fc.property(rows, (table) => {
      const text = writeCsv(table);
      expect(text.startsWith('\uFEFF')).toBe(true);
      const read = readCsv(text.slice(1));
      expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
        table.map((row) => row.map((cell) => String(cell).replace(/^'/, ''))),
      );
      for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
  );
});

// oxlint-disable-next-line no-control-regex -- these are the signs that XML cannot hold
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;
const plain = (cell: string): string => cell.replaceAll(notInXml, '').replaceAll(/\r\n?/g, '\n');

test('a workbook holds numbers as numbers and everything else as words, whatever the words are', () => {
  fc.assert(
    fc.property(rows, (table) => {
      const files = unzipSync(writeWorkbook([{ name: 'Figures', rows: table }]));
      const found: (readonly [type: string, value: string])[] = [];
      let [type, value, inValue] = ['', '', false];
      const parser = new SaxesParser();
      parser.on('opentag', ({ name, attributes }) => {
        expect(name).not.toBe('f');
        if (name === 'c') [type, value] = [attributes['t'] ?? 'n', ''];
        if (name === 'v' || name === 't') inValue = true;
      });
      parser.on('text', (text) => {
        if (inValue) value += text;
      });
      parser.on('closetag', ({ name }) => {
        if (name === 'v' || name === 't') inValue = false;
        if (name === 'c') found.push([type, value]);
      });
      for (const [name, bytes] of Object.entries(files)) {
        if (name.endsWith('sheet1.xml')) parser.write(strFromU8(bytes)).close();
        else new SaxesParser().write(strFromU8(bytes)).close();
      }
      expect(found).toEqual(
        table.flat().map((cell) => (typeof cell === 'number' ? ['n', String(cell)] : ['inlineStr', plain(cell)])),
      );
    }),
  );
});
