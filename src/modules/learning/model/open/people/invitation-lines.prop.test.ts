import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestLabel, readInvitationLines, toLabel } from './invitation-lines.ts';

describe('lines of people to invite', () => {
  test('every wrong line is named with why, and the others are taken', () => {
    const text = [
      'Label;Mail',
      'P-104;heron@mail.test',
      '',
      '  P-105  ',
      'p-104',
      'P-106;no address',
      ';stork@mail.test',
      'stork@mail.test',
      'P-9',
      `${'x'.repeat(longestLabel + 1)}`,
      'P-107;a@b.test;more',
      '"Night; desk 2";owl@mail.test',
    ].join('\r\n');
    expect(readInvitationLines(text, ['p-9'])).toEqual({
      people: [
        { label: 'P-104', mail: 'heron@mail.test' },
        { label: 'P-105', mail: null },
        { label: 'Night; desk 2', mail: 'owl@mail.test' },
      ],
      wrong: [
        { line: 5, fault: 'LabelTwice' },
        { line: 6, fault: 'MailWrong' },
        { line: 7, fault: 'LabelMissing' },
        { line: 8, fault: 'LabelIsMail' },
        { line: 9, fault: 'LabelTaken' },
        { line: 10, fault: 'LabelLong' },
        { line: 11, fault: 'LineWide' },
      ],
    });
  });

  test('whatever a program for tables writes in quotes comes back, by each of the three signs', () => {
    const label = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map(toLabel)
      .filter((text) => text !== '' && text.length <= longestLabel && !/[@\r\n\p{C}]/u.test(text));
    const labels = fc.uniqueArray(label, { minLength: 1, maxLength: 8, selector: (text) => text.toLowerCase() });
    fc.assert(
      fc.property(labels, fc.constantFrom(',', ';', '\t'), (all, parter) => {
        const quoted = all.map((one) => `"${one.replaceAll('"', '""')}"${parter}a@mail.test`);
        const { people, wrong } = readInvitationLines(`label${parter}mail\n${quoted.join('\n')}`, []);
        expect(wrong).toEqual([]);
        expect(people).toEqual(all.map((one) => ({ label: one, mail: 'a@mail.test' })));
      }),
    );
  });

  test('no line is lost: each is taken, named, empty or the heading', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 80 })), (lines) => {
        const text = lines.map((line) => line.replaceAll(/[\r\n]/g, '')).join('\n');
        const { people, wrong } = readInvitationLines(`label\n${text}`, []);
        const told = text.split('\n').filter((line) => line.trim() !== '');
        expect(people.length + wrong.length).toBe(told.length);
        expect(new Set(people.map(({ label }) => label.toLowerCase())).size).toBe(people.length);
      }),
    );
  });
});
