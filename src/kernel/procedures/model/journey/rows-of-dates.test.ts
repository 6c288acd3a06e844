import { describe, expect, test } from 'vitest';
import type { JourneyAnswer } from '../../index.ts';
import { ask } from '../../testing/ask.ts';
import { permitA, reflection, rowsOfTable } from '../../testing/rows-of-table.ts';

/** `due state confidence` of each date of a ref, in their order. */
function dates(answer: JourneyAnswer, ref: string): readonly string[] {
  return answer.deadlines
    .filter((deadline) => deadline.ref === ref)
    .map(({ due, state, confidence }) => `${due} ${state} ${confidence}`);
}

// Every row of table A2 of the fact base, the dates; a row that is missing fails at the end.
const { row, named } = rowsOfTable(test);

describe('A2, the dates', () => {
  row('D1', 'three months of reflection, the first day counts', () => {
    expect(dates(ask(reflection, '2026-02-02'), 'D1')).toEqual(['2026-04-30 running A']);
    expect(dates(ask('2026-02-01 reflection-granted until=2026-04-28', '2026-02-02'), 'D1')).toEqual([
      '2026-04-28 running A',
    ]);
    expect(dates(ask(reflection, '2026-02-02', { dublin: true }), 'D1')).toEqual([]);
  });
  row('D2', 'thirty days where another state is responsible', () => {
    expect(dates(ask(reflection, '2026-02-02', { dublin: true }), 'D2')).toEqual(['2026-03-02 running A']);
    expect(dates(ask('2023-05-17 reflection-granted', '2023-05-18', { dublin: true }), 'D2')).toEqual([]);
    expect(dates(ask('2023-05-18 reflection-granted', '2023-05-19', { dublin: true }), 'D2')).toEqual([
      '2023-06-16 running A',
    ]);
    expect(dates(ask('2026-06-30 reflection-granted', '2026-07-01', { dublin: true }), 'D2')).toEqual([
      '2026-07-29 running A',
    ]);
    expect(dates(ask('2026-07-01 reflection-granted', '2026-07-01', { dublin: true }), 'D2')).toEqual([
      '2026-07-30 running GK',
    ]);
  });
  row('D3', 'reporting each month', () => {
    expect(dates(ask(reflection, '2026-02-02'), 'D3')).toEqual(['2026-03-01 running B', '2026-04-01 running B']);
    expect(dates(ask(`${reflection}\n2026-03-01 police-reporting`, '2026-03-02'), 'D3')).toEqual([
      '2026-03-01 met B',
      '2026-04-01 running B',
    ]);
    expect(dates(ask(reflection, '2026-04-02'), 'D3')).toEqual(['2026-03-01 missed B', '2026-04-01 missed B']);
  });
  row('D4', 'two weeks to ask for the allowance', () => {
    expect(dates(ask(reflection, '2026-02-15'), 'D4')).toEqual(['2026-02-15 running B']);
    expect(dates(ask(reflection, '2026-02-16'), 'D4')).toEqual(['2026-02-15 missed B']);
    expect(dates(ask(`${reflection}\n2026-02-15 rvb-requested`, '2026-02-16'), 'D4')).toEqual(['2026-02-15 met B']);
  });
  row('D5', 'twenty-four hours, a target of the authority', () => {
    const lines = '2026-02-01 report-signed\n2026-02-02 m55-sent at=16:45';
    expect(dates(ask(lines, '2026-02-03'), 'D5')).toEqual(['2026-02-03T16:45+01:00 running A']);
    expect(dates(ask(`${lines}\n2026-02-03 permit-granted ground=a at=16:45`, '2026-02-04'), 'D5')).toEqual([
      '2026-02-03T16:45+01:00 met A',
    ]);
    expect(dates(ask(`${lines}\n2026-02-03 permit-granted ground=a at=16:46`, '2026-02-04'), 'D5')).toEqual([
      '2026-02-03T16:45+01:00 missed A',
    ]);
  });
  row('D6', 'four working weeks, read as four weeks', () => {
    expect(dates(ask('2026-02-01 report-signed', '2026-02-02', { dublin: true }), 'D6')).toEqual([
      '2026-03-01 running C',
    ]);
    expect(dates(ask('2026-02-01 report-signed', '2026-02-02'), 'D6')).toEqual([]);
  });
  row('D7', 'a permit of at most a year', () => {
    expect(dates(ask(permitA, '2025-04-01'), 'D7')).toEqual(['2026-02-28 running B']);
    expect(
      dates(ask('2025-03-01 permit-granted ground=a from=2025-03-10 until=2025-12-31', '2025-04-01'), 'D7'),
    ).toEqual(['2025-12-31 running B']);
  });
  row('D8', 'an extension makes sense from three months before', () => {
    expect(dates(ask(permitA, '2025-11-27'), 'D8')).toEqual(['2025-11-28 running B']);
    expect(dates(ask(permitA, '2025-11-28'), 'D8')).toEqual(['2025-11-28 met B']);
    expect(dates(ask(`${permitA}\n2025-11-01 extension-requested`, '2025-11-28'), 'D8')).toEqual([
      '2025-11-28 superseded B',
    ]);
  });
  row('D9', 'received at the latest the day before the permit ends', () => {
    expect(dates(ask(`${permitA}\n2026-02-27 extension-requested`, '2026-02-28'), 'D9')).toEqual(['2026-02-27 met B']);
    expect(dates(ask(`${permitA}\n2026-02-28 extension-requested`, '2026-02-28'), 'D9')).toEqual([
      '2026-02-27 missed B',
    ]);
  });
  row('D10', 'four weeks of grace after that', () => {
    expect(dates(ask(permitA, '2026-02-27'), 'D10')).toEqual([]);
    expect(dates(ask(permitA, '2026-02-28'), 'D10')).toEqual(['2026-03-28 running A']);
    expect(dates(ask(permitA, '2026-03-29'), 'D10')).toEqual(['2026-03-28 missed A']);
  });
  row('D11', 'ninety days, lengthened by months, standing still while papers are awaited', () => {
    const asked = `${permitA}\n2026-01-05 extension-requested`;
    expect(dates(ask(asked, '2026-01-06'), 'D11')).toEqual(['2026-04-07 running B']);
    expect(dates(ask(`${asked}\n2026-02-01 decision-term-extended period=P3M`, '2026-02-02'), 'D11')).toEqual([
      '2026-07-05 running B',
    ]);
    expect(
      dates(
        ask(`${asked}\n2026-01-10 completion-requested reason=general\n2026-01-20 application-completed`, '2026-02-02'),
        'D11',
      ),
    ).toEqual(['2026-04-15 running B']);
    expect(dates(ask(`${asked}\n2026-01-10 completion-requested reason=general`, '2026-03-02'), 'D11')).toEqual([
      '2026-04-20 running B',
    ]);
    expect(dates(ask(`${asked}\n2026-04-07 extension-granted`, '2026-04-08'), 'D11')).toEqual(['2026-04-07 met B']);
  });
  row('D12', 'time to complete: two weeks, four weeks, three months', () => {
    const due = (reason: string): readonly string[] =>
      dates(
        ask(
          `${permitA}\n2026-01-05 extension-requested\n2026-01-10 completion-requested reason=${reason}`,
          '2026-01-11',
        ),
        'D12',
      );
    expect([due('general'), due('travel-document'), due('guardianship'), due('general until=2026-02-20')]).toEqual([
      ['2026-01-24 running B'],
      ['2026-02-07 running B'],
      ['2026-04-10 running B'],
      ['2026-02-20 running B'],
    ]);
  });
  const refused = '2026-02-01 report-signed\n2026-11-27 permit-refused';
  row('D13', 'four weeks to object, over Christmas', () => {
    expect(dates(ask(refused, '2026-12-28'), 'D13')).toEqual(['2026-12-28 running B']);
    expect(dates(ask(refused, '2026-12-29'), 'D13')).toEqual(['2026-12-28 missed B']);
    expect(dates(ask(`${refused}\n2027-01-04 objection-lodged posted=2026-12-28`, '2027-01-05'), 'D13')).toEqual([
      '2026-12-28 met B',
    ]);
    expect(dates(ask(`${refused}\n2027-01-05 objection-lodged posted=2026-12-28`, '2027-01-05'), 'D13')).toEqual([
      '2026-12-28 missed B',
    ]);
    expect(dates(ask(`${refused}\n2027-01-04 objection-lodged posted=2026-12-29`, '2027-01-05'), 'D13')).toEqual([
      '2026-12-28 missed B',
    ]);
  });
  row('D14', 'one week against a transfer and the short asylum refusals', () => {
    expect(dates(ask('2026-02-02 transfer-decided', '2026-02-03'), 'D14')).toEqual(['2026-02-09 running B']);
    for (const kind of ['fast-track', 'inadmissible', 'manifestly-unfounded', 'not-considered'])
      expect(
        dates(
          ask(`2026-01-01 asylum-requested\n2026-02-02 asylum-decided outcome=refused kind=${kind}`, '2026-02-03'),
          'D14',
        ),
      ).toEqual(['2026-02-09 running B']);
    expect(
      dates(ask('2026-01-01 asylum-requested\n2026-02-02 asylum-decided outcome=refused', '2026-02-03'), 'D14'),
    ).toEqual([]);
  });
  row('D15', 'nineteen weeks after the term of objection', () => {
    const lodged = '2026-02-01 report-signed\n2026-03-03 permit-refused\n2026-03-20 objection-lodged';
    expect(dates(ask(lodged, '2026-03-21'), 'D15')).toEqual(['2026-08-11 running B']);
    expect(dates(ask(`${lodged}\n2026-05-01 objection-adjourned period=P6W`, '2026-05-02'), 'D15')).toEqual([
      '2026-09-22 running B',
    ]);
    expect(dates(ask(`${lodged}\n2026-05-01 objection-adjourned period=P13W`, '2026-05-02'), 'D15')).toEqual([
      '2026-11-10 running B',
    ]);
  });
  row('D16', 'four weeks to leave, or none', () => {
    expect(dates(ask(refused, '2026-12-25'), 'D16')).toEqual(['2026-12-25 running B']);
    expect(dates(ask(refused, '2026-12-28'), 'D16')).toEqual(['2026-12-25 running B']);
    expect(dates(ask(refused, '2026-12-29'), 'D16')).toEqual(['2026-12-25 missed B']);
    expect(dates(ask(`${refused}\n2026-12-10 objection-lodged`, '2026-12-29'), 'D16')).toEqual([
      '2026-12-25 superseded B',
    ]);
    expect(
      dates(ask('2026-02-01 report-signed\n2026-11-27 permit-refused departureTerm=none', '2026-12-01'), 'D16'),
    ).toEqual([]);
  });
  row('D17', 'further appeal: nobody has confirmed it', () => {
    const lines = `2026-02-01 report-signed\n2026-03-03 permit-refused\n2026-03-20 objection-lodged\n2026-05-01 objection-decided outcome=unfounded\n2026-05-10 appeal-lodged\n2026-09-01 appeal-decided outcome=unfounded`;
    expect(dates(ask(lines, '2026-09-02'), 'D17')).toEqual(['2026-09-29 running GK']);
    const asylum =
      '2026-01-01 asylum-requested\n2026-02-02 transfer-decided\n2026-02-05 asylum-appeal-lodged\n2026-03-02 asylum-appeal-decided outcome=unfounded';
    expect(dates(ask(asylum, '2026-03-03'), 'D17')).toEqual(['2026-03-09 running GK']);
  });
  row('D18', 'four weeks to pay the court', () => {
    const lines =
      '2026-02-01 report-signed\n2026-03-03 permit-refused\n2026-03-20 objection-lodged\n2026-03-25 court-fee-requested';
    expect(dates(ask(lines, '2026-03-26'), 'D18')).toEqual(['2026-04-22 running B']);
    expect(dates(ask(`${lines}\n2026-04-22 court-fee-exempted`, '2026-04-23'), 'D18')).toEqual(['2026-04-22 met B']);
  });
  row('D19', 'three months to complain, from knowing of a served notice', () => {
    expect(dates(ask('2026-05-18 case-dismissed noticeServed=true learned=2026-05-26', '2026-06-01'), 'D19')).toEqual([
      '2026-08-26 running B',
    ]);
    expect(dates(ask('2026-05-18 case-dismissed noticeServed=true', '2026-06-01'), 'D19')).toEqual([
      '2026-08-18 running B',
    ]);
    expect(dates(ask('2026-05-18 case-dismissed noticeServed=false', '2026-06-01'), 'D19')).toEqual([]);
    expect(dates(ask('2026-05-18 case-dismissed', '2026-06-01'), 'D19')).toEqual([]);
  });
  row('D20', 'three months to complain of a penalty order', () => {
    expect(dates(ask('2026-05-18 penalty-order-issued', '2026-06-01'), 'D20')).toEqual(['2026-08-18 running B']);
    expect(
      dates(
        ask('2026-05-18 penalty-order-issued learned=2026-05-26\n2026-08-26 complaint-lodged', '2026-08-27'),
        'D20',
      ),
    ).toEqual(['2026-08-26 met B']);
  });
  row('D21', 'ten years to ask the fund', () => {
    expect(dates(ask('2016-11-25 offence-ended', '2026-11-25'), 'D21')).toEqual(['2026-11-25 running B']);
    expect(dates(ask('2016-11-25 offence-ended', '2026-11-26'), 'D21')).toEqual(['2026-11-25 missed B']);
  });
  row('D22', 'twenty-six weeks, as the fund itself says', () => {
    const [one] = ask('2026-01-05 fund-application', '2026-01-06').deadlines.filter(({ ref }) => ref === 'D22');
    expect(one).toMatchObject({ due: '2026-07-06', kind: 'target', addressee: 'authority', confidence: 'B' });
  });
  row('D23', 'paid within thirty days', () => {
    expect(
      dates(
        ask('2026-01-05 fund-application\n2026-05-01 fund-decided outcome=granted madeKnown=2026-05-04', '2026-05-05'),
        'D23',
      ),
    ).toEqual(['2026-06-03 running B']);
    expect(
      dates(ask('2026-01-05 fund-application\n2026-05-01 fund-decided outcome=refused', '2026-05-05'), 'D23'),
    ).toEqual([]);
  });
  const fundRefused = '2026-01-05 fund-application\n2026-05-01 fund-decided outcome=refused';
  row('D24', 'six weeks to object to the fund', () => {
    expect(dates(ask(fundRefused, '2026-05-05'), 'D24')).toEqual(['2026-06-12 running B']);
    expect(
      dates(ask('2026-01-05 fund-application\n2026-05-01 fund-decided outcome=granted', '2026-05-05'), 'D24'),
    ).toEqual([]);
  });
  row('D25', 'six weeks, twelve with a committee, six more when adjourned', () => {
    const due = (lines: string): readonly string[] => dates(ask(`${fundRefused}\n${lines}`, '2026-06-20'), 'D25');
    expect(due('2026-06-01 fund-objection-lodged')).toEqual(['2026-07-24 running B']);
    expect(due('2026-06-01 fund-objection-lodged committee=true')).toEqual(['2026-09-04 running B']);
    expect(due('2026-06-01 fund-objection-lodged\n2026-06-10 fund-objection-adjourned')).toEqual([
      '2026-09-04 running B',
    ]);
    expect(due('2026-06-01 fund-objection-lodged committee=true\n2026-06-10 fund-objection-adjourned')).toEqual([
      '2026-10-16 running B',
    ]);
  });
  row('D26', 'two weeks after a notice of default', () => {
    const lodged = '2026-02-01 report-signed\n2026-03-03 permit-refused\n2026-03-20 objection-lodged';
    expect(dates(ask(`${lodged}\n2026-12-11 default-notice-received`, '2026-12-12'), 'D26')).toEqual([
      '2026-12-28 running B',
    ]);
    expect(dates(ask(`${fundRefused}\n2026-12-11 fund-default-notice-received`, '2026-12-12'), 'D26')).toEqual([
      '2026-12-28 running B',
    ]);
  });
  row('D27', 'three years on joined permits', () => {
    expect(dates(ask(permitA, '2025-04-01'), 'D27')).toEqual(['2028-03-01 running B']);
    expect(dates(ask('2024-02-29 permit-granted ground=b', '2024-03-01'), 'D27')).toEqual(['2027-03-01 running B']);
    expect(dates(ask(`${permitA}\n2025-06-01 permit-withdrawn`, '2025-07-01'), 'D27')).toEqual([
      '2028-03-01 superseded B',
    ]);
  });
  row('D28', 'one year on a d-permit', () => {
    expect(dates(ask('2025-03-01 permit-granted ground=d', '2026-02-28'), 'D28')).toEqual(['2026-03-01 running B']);
    expect(dates(ask('2025-03-01 permit-granted ground=d', '2026-03-01'), 'D28')).toEqual(['2026-03-01 met B']);
    expect(dates(ask('2025-03-01 permit-granted ground=d\n2025-06-01 report-signed', '2026-03-01'), 'D28')).toEqual([
      '2026-03-01 superseded B',
    ]);
  });
  row('A13', 'eight months after an order the State may advance it', () => {
    expect(dates(ask('2026-03-31 compensation-ordered', '2026-04-01'), 'A13')).toEqual(['2026-12-01 running B']);
    expect(
      dates(ask('2026-03-31 compensation-ordered\n2026-06-01 compensation-received', '2026-12-02'), 'A13'),
    ).toEqual(['2026-12-01 superseded B']);
  });
});

test('no row of the table is missing', () => {
  const all = [...Array.from({ length: 28 }, (_, at) => `D${String(at + 1)}`), 'A13'];
  expect(named()).toEqual(all.toSorted());
});
