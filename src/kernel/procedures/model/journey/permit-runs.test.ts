import { describe, expect, test } from 'vitest';
import { ask, askPacks, datesOf, packOf } from '../../testing/ask.ts';
import { permitA } from '../../testing/rows-of-table.ts';

// The permit of permitA lasts from 1 March 2025 to 28 February 2026; its grace ends on 28 March 2026.
const clock = (lines: string, on: string): readonly string[] => datesOf(ask(lines, on), 'D27');
// Three years from 1 March 2023, on a permit that is printed to last longer.
const long = '2023-02-10 report-signed\n2023-03-01 permit-granted ground=a until=2026-06-30';

describe('three years go on', () => {
  test('to the last day of a permit that nobody wants extended', () => {
    expect(clock(permitA, '2026-02-28')).toEqual(['2028-03-01 running']);
    expect(clock(permitA, '2026-03-01')).toEqual(['2028-03-01 superseded']);
  });

  test('while a change is asked for before the last day', () => {
    expect(clock(`${permitA}\n2026-02-27 continued-stay-requested`, '2026-04-15')).toEqual(['2028-03-01 running']);
    expect(clock(`${permitA}\n2026-02-28 continued-stay-requested`, '2026-04-15')).toEqual(['2028-03-01 superseded']);
  });

  test('while an extension is asked for in grace', () => {
    expect(clock(`${permitA}\n2026-03-28 extension-requested`, '2026-04-15')).toEqual(['2028-03-01 running']);
    expect(clock(`${permitA}\n2026-03-29 extension-requested`, '2026-04-15')).toEqual(['2028-03-01 superseded']);
  });

  test('not by an application that was granted before', () => {
    const extended = `${permitA}\n2026-02-01 extension-requested\n2026-02-20 extension-granted`;
    expect(clock(extended, '2027-02-28')).toEqual(['2028-03-01 running']);
    expect(clock(extended, '2027-03-01')).toEqual(['2028-03-01 superseded']);
  });

  test('over a refusal that was followed by a grant', () => {
    const lines = `${permitA}\n2026-02-01 extension-requested\n2026-03-10 extension-refused\n2026-03-20 objection-lodged\n2026-05-01 extension-granted`;
    expect(clock(lines, '2026-05-02')).toEqual(['2028-03-01 running']);
  });

  test('to the end of the permit where an extension was refused before it', () => {
    const lines = `${long}\n2026-01-10 extension-requested\n2026-02-01 extension-refused`;
    expect(clock(lines, '2026-02-28')).toEqual(['2026-03-01 running']);
    expect(clock(lines, '2026-03-01')).toEqual(['2026-03-01 met']);
  });
});

describe('three years stop', () => {
  test('when continued stay is granted, though the permit would have lasted', () => {
    const lines = `${long}\n2026-01-05 continued-stay-requested\n2026-02-01 continued-stay-granted`;
    expect(clock(lines, '2026-03-02')).toEqual(['2026-03-01 superseded']);
  });

  test('on the day from which a permit is withdrawn, not on the day of the decision', () => {
    const withdrawn = (fields: string): readonly string[] =>
      clock(`${long}\n2026-03-10 permit-withdrawn ${fields}`, '2026-03-11');
    expect(withdrawn('effective=2026-02-28')).toEqual(['2026-03-01 superseded']);
    expect(withdrawn('effective=2026-03-01')).toEqual(['2026-03-01 met']);
    expect(withdrawn('')).toEqual(['2026-03-01 met']);
    expect(clock(`${long}\n2026-02-10 permit-withdrawn`, '2026-03-11')).toEqual(['2026-03-01 superseded']);
  });

  test('on a withdrawal though the next permit joins without a gap', () => {
    const lines =
      '2024-02-10 report-signed\n2024-03-01 permit-granted ground=a\n2024-09-10 permit-withdrawn effective=2024-08-01\n2024-11-15 permit-granted ground=a from=2024-08-02';
    expect(clock(lines, '2024-11-16')).toEqual(['2027-03-01 superseded']);
  });

  test('not for a run that had ended before', () => {
    const lines =
      '2021-12-01 report-signed\n2022-01-01 permit-granted ground=a until=2025-06-30\n2025-09-01 report-signed\n2025-09-02 extension-requested\n2025-09-10 permit-granted ground=a from=2025-09-01\n2025-10-01 permit-withdrawn';
    expect(clock(lines, '2025-10-02')).toEqual(['2025-01-01 met', '2028-09-01 superseded']);
  });
});

describe('permits that do not join', () => {
  const gaps = (lines: string, on: string): readonly (readonly unknown[])[] =>
    ask(lines, on).warnings.flatMap(({ code, from, to }) => (code === 'permit-gap' ? [[from, to]] : []));

  test('leave a gap that a new permit closes', () => {
    const late = `${permitA}\n2026-05-15 extension-requested`;
    expect(gaps(late, '2026-06-01')).toEqual([['2026-03-01', undefined]]);
    expect(gaps(`${late}\n2026-07-15 permit-granted ground=a from=2026-05-15`, '2026-08-01')).toEqual([
      ['2026-03-01', '2026-05-14'],
    ]);
    expect(gaps(`${late}\n2026-07-15 permit-granted ground=a from=2026-03-01`, '2026-08-01')).toEqual([]);
  });

  test('end where the first withdrawal said, not a later one', () => {
    const lines = `${permitA}\n2025-06-01 permit-withdrawn\n2025-07-01 continued-stay-granted\n2025-09-01 permit-withdrawn\n2025-10-01 permit-granted ground=a from=2025-08-01`;
    expect(gaps(lines, '2025-10-02')).toEqual([['2025-06-02', '2025-07-31']]);
  });

  test('end on their last day where a withdrawal names a later one', () => {
    const lines = `${permitA}\n2026-03-05 permit-withdrawn effective=2026-04-01\n2026-04-10 permit-granted ground=a from=2026-03-20`;
    expect(gaps(lines, '2026-04-11')).toEqual([['2026-03-01', '2026-03-19']]);
  });

  test('are none where stay was granted and withdrawn without a permit before', () => {
    const lines =
      '2026-01-05 report-signed\n2026-02-01 permit-refused\n2026-03-01 continued-stay-granted\n2026-05-01 permit-withdrawn';
    const answer = ask(lines, '2026-05-02');
    expect(answer.stages.find(({ track }) => track === 'residence')?.stage).toBe('S7');
    expect([datesOf(answer, 'D7'), datesOf(answer, 'D27'), gaps(lines, '2026-05-02')]).toEqual([[], [], []]);
  });
});

test('a condition on a permit is asked as things stood when its fact came', () => {
  const residence = packOf('nl-residence');
  const deadlines = residence.deadlines.map((rule) =>
    rule.ref === 'D18' ? { ...rule, when: { permit: ['a'] } } : rule,
  );
  const asked = (before: string, after: string): readonly string[] =>
    datesOf(
      askPacks(
        [{ ...residence, deadlines }],
        `${before}\n2026-03-03 permit-withdrawn\n2026-03-20 objection-lodged\n2026-03-25 court-fee-requested\n${after}`,
        '2026-04-20',
      ),
      'D18',
    );
  const granted = (day: string, ground: string): string => `${day} permit-granted ground=${ground}`;
  expect(asked(granted('2026-01-10', 'a'), granted('2026-04-10', 'b'))).toEqual(['2026-04-22 running']);
  expect(asked(granted('2026-01-10', 'b'), granted('2026-04-10', 'a'))).toEqual([]);
});
