import { describe, expect, test } from 'vitest';
import type { DeadlineRule, JourneyAnswer } from '../../index.ts';
import { ask, askPacks, datesOf, packOf } from '../../testing/ask.ts';
import { permitA, reflection } from '../../testing/rows-of-table.ts';

const residence = packOf('nl-residence');
const stageOf = (answer: JourneyAnswer): readonly unknown[] => {
  const now = answer.stages.find(({ track }) => track === 'residence');
  return [now?.stage, now?.since];
};

describe('in time', () => {
  const sent = '2026-02-01 report-signed\n2026-02-02 m55-sent at=16:45';
  const decision = (fact: string): readonly string[] => datesOf(ask(`${sent}\n${fact}`, '2026-02-05'), 'D5');

  test('is to the minute where hours are counted and the time is known', () => {
    expect(decision('2026-02-02 permit-granted ground=a at=23:00')).toEqual(['2026-02-03T16:45+01:00 met']);
    expect(decision('2026-02-03 permit-granted ground=a at=16:45')).toEqual(['2026-02-03T16:45+01:00 met']);
    expect(decision('2026-02-03 permit-granted ground=a at=16:46')).toEqual(['2026-02-03T16:45+01:00 missed']);
    expect(decision('2026-02-03 permit-granted ground=a')).toEqual(['2026-02-03T16:45+01:00 met']);
    expect(decision('2026-02-04 permit-granted ground=a at=00:01')).toEqual(['2026-02-03T16:45+01:00 missed']);
  });

  test('is the whole day where days are counted', () => {
    expect(datesOf(ask(`${permitA}\n2026-02-27 extension-requested at=23:59`, '2026-03-01'), 'D9')).toEqual([
      '2026-02-27 met',
    ]);
  });

  test('runs through its day, in hours too', () => {
    expect(datesOf(ask(sent, '2026-02-03'), 'D5')).toEqual(['2026-02-03T16:45+01:00 running']);
    expect(datesOf(ask(sent, '2026-02-04'), 'D5')).toEqual(['2026-02-03T16:45+01:00 missed']);
  });
});

describe('the first fact in order decides', () => {
  const refused = '2026-02-01 report-signed\n2026-11-27 permit-refused';

  test('the time to leave: gone before the objection, or after it', () => {
    const gone = ask(`${refused}\n2026-12-05 departed`, '2026-12-28');
    expect([datesOf(gone, 'D13'), datesOf(gone, 'D16')]).toEqual([['2026-12-28 superseded'], ['2026-12-25 met']]);
    const after = ask(`${refused}\n2026-12-10 objection-lodged\n2026-12-15 departed`, '2026-12-28');
    expect([datesOf(after, 'D13'), datesOf(after, 'D16')]).toEqual([['2026-12-28 met'], ['2026-12-25 superseded']]);
  });

  test('the time to leave that no objection belongs to', () => {
    const lines = '2026-02-01 return-decided';
    expect(datesOf(ask(lines, '2026-03-01'), 'D16')).toEqual(['2026-03-01 running']);
    expect(datesOf(ask(lines, '2026-03-02'), 'D16')).toEqual(['2026-03-01 missed']);
    expect(datesOf(ask(`${lines}\n2026-02-20 return-decided`, '2026-03-02'), 'D16')).toEqual([
      '2026-03-01 superseded',
      '2026-03-20 running',
    ]);
  });

  test('a date in the past of its trigger is not met by what came before it', () => {
    const lines = '2026-01-10 rvb-requested\n2026-02-01 reflection-granted';
    expect(datesOf(ask(lines, '2026-02-16'), 'D4')).toEqual(['2026-02-15 missed']);
  });

  test('of two occasions that begin a date once, the first', () => {
    expect(datesOf(ask(`${reflection}\n2026-02-10 report-signed`, '2026-02-11'), 'D4')).toEqual(['2026-02-15 running']);
  });
});

describe('reporting each month', () => {
  const duties = (lines: string, on = '2026-06-01', parameters = {}): readonly string[] =>
    datesOf(ask(lines, on, parameters), 'D3');

  test('for each month begun before the stage was left', () => {
    expect(duties(`${reflection}\n2026-03-01 report-signed`)).toEqual(['2026-03-01 superseded']);
    expect(duties(`${reflection}\n2026-03-02 report-signed`)).toEqual(['2026-03-01 missed', '2026-04-01 superseded']);
  });

  test('and due by the end of the period, the printed one too', () => {
    expect(duties('2026-02-01 reflection-granted until=2026-03-31')).toEqual(['2026-03-01 missed']);
    expect(duties('2026-02-01 reflection-granted until=2026-04-01')).toEqual([
      '2026-03-01 missed',
      '2026-04-01 missed',
    ]);
    expect(duties('2026-02-01 reflection-granted', '2026-06-01', { dublin: true })).toEqual(['2026-03-01 missed']);
  });

  test('is met from the day of the grant, and each time after the date before', () => {
    expect(duties(`${reflection}\n2026-02-01 police-reporting`, '2026-03-02')).toEqual([
      '2026-03-01 met',
      '2026-04-01 running',
    ]);
    expect(duties(`${reflection}\n2026-03-02 police-reporting`, '2026-03-03')).toEqual([
      '2026-03-01 missed',
      '2026-04-01 met',
    ]);
  });

  test('not for a period that was left on the day it began', () => {
    expect(duties(`${reflection}\n2026-02-01 report-signed`)).toEqual([]);
  });

  test('each two months where a pack says so', () => {
    const deadlines = residence.deadlines.map((rule) =>
      rule.ref === 'D3' ? { ...rule, terms: [{ term: 'P2M' }] } : rule,
    );
    const lines = '2026-02-01 reflection-granted until=2026-08-31\n2026-04-15 report-signed';
    expect(datesOf(askPacks([{ ...residence, deadlines }], lines, '2026-04-16'), 'D3')).toEqual([
      '2026-04-01 missed',
      '2026-06-01 superseded',
    ]);
  });

  test('in each of two periods', () => {
    const lines = `${reflection}\n2026-02-10 reflection-declined\n2026-03-05 reflection-granted`;
    expect(duties(lines, '2026-03-06')).toEqual(['2026-03-01 superseded', '2026-04-05 running', '2026-05-05 running']);
  });
});

describe('a rule of a pack', () => {
  const withRule = (ref: string, change: Partial<DeadlineRule>) => ({
    ...residence,
    deadlines: residence.deadlines.map((rule) => (rule.ref === ref ? { ...rule, ...change } : rule)),
  });

  test('holds for triggers from its first day through its last', () => {
    const pack = withRule('D12', { validFrom: '2026-02-01', validUntil: '2026-02-28' });
    const asked = (day: string): number =>
      datesOf(
        askPacks([pack], `${permitA}\n2026-01-05 extension-requested\n${day} completion-requested reason=general`, day),
        'D12',
      ).length;
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(asked)).toEqual([0, 1, 1, 0]);
  });

  test('takes the first term whose condition held when the trigger came', () => {
    const terms = [{ when: { fact: [{ name: 'intake-talk' }] }, term: 'P1W' }, { term: 'P2W' }];
    const asked = (talk: string): readonly string[] =>
      datesOf(askPacks([withRule('D4', { terms })], `${reflection}\n${talk} intake-talk`, '2026-02-03'), 'D4');
    expect([asked('2026-01-31'), asked('2026-02-02')]).toEqual([['2026-02-08 running'], ['2026-02-15 running']]);
  });

  test('gives no date where none of its terms is meant', () => {
    const terms = [{ when: { fact: [{ name: 'intake-talk' }] }, term: 'P1W' }];
    expect(datesOf(askPacks([withRule('D4', { terms })], reflection, '2026-02-03'), 'D4')).toEqual([]);
  });
});

describe('a timer', () => {
  test('does not fire before the stage began', () => {
    const answer = ask('2026-02-10 reflection-granted until=2026-02-05', '2026-02-10');
    expect(stageOf(answer)).toEqual(['S8', '2026-02-10']);
  });

  test('runs from the newest permit', () => {
    const lines = `${permitA}\n2026-02-01 extension-requested\n2026-02-20 extension-granted`;
    expect(stageOf(ask(lines, '2027-02-28'))).toEqual(['S3a', '2026-02-20']);
    expect(stageOf(ask(lines, '2027-03-01'))).toEqual(['S6', '2027-03-01']);
  });

  test('fires before a fact of the same day', () => {
    expect(stageOf(ask(`${reflection}\n2026-05-01 report-signed`, '2026-05-01'))).toEqual(['S2', '2026-05-01']);
    const answer = ask(`${reflection}\n2026-05-01 reflection-declined`, '2026-05-01');
    expect(answer.stages.find(({ track }) => track === 'residence')?.outcome).toBe('period-ended');
  });
});

describe('a fact that is not permitted', () => {
  const warned = (lines: string): readonly [readonly unknown[], boolean] => {
    const { issues, warnings } = ask(lines, '2027-01-01');
    return [
      issues.map(({ code, stage }) => `${code} ${String(stage)}`),
      warnings.some(({ code }) => code === 'extension-not-permitted'),
    ];
  };

  test('warns of more only in the stage and of the fact that the pack names', () => {
    expect(warned('2026-02-01 permit-granted ground=d\n2026-03-01 extension-requested')).toEqual([
      ['not-permitted S3d'],
      true,
    ]);
    expect(warned('2026-02-01 permit-granted ground=d\n2026-03-01 extension-granted')).toEqual([
      ['not-permitted S3d'],
      false,
    ]);
    expect(warned('2026-02-01 report-signed\n2026-03-01 extension-requested')).toEqual([['not-permitted S2'], false]);
  });

  test('moves, meets and supersedes nothing, and begins no date', () => {
    const answer = ask(
      '2026-02-01 report-signed\n2026-03-01 extension-requested\n2026-03-02 objection-lodged',
      '2026-03-03',
    );
    expect([datesOf(answer, 'D11'), datesOf(answer, 'D15'), stageOf(answer)]).toEqual([[], [], ['S2', '2026-02-01']]);
  });
});

describe('dates are told', () => {
  test('by the day they are due, then by their id', () => {
    const { deadlines } = ask(
      '2026-02-01 report-signed\n2026-02-01 reflection-granted\n2026-02-03 permit-refused\n2026-02-04 permit-granted ground=a',
      '2026-02-05',
    );
    const keys = deadlines.map(({ due, id }) => `${due} ${id}`);
    expect(keys.length).toBeGreaterThan(6);
    expect(keys).toEqual(keys.toSorted());
    expect(new Set(deadlines.map(({ due }) => due)).size).toBeLessThan(keys.length);
  });

  test('with what is printed, which counts', () => {
    const steps = (lines: string): readonly unknown[] =>
      ask(lines, '2026-02-02')
        .deadlines.filter(({ ref }) => ref === 'D1')
        .flatMap((deadline) => deadline.steps.slice(2).map(({ code, date, text }) => [code, date, text]));
    expect(steps('2026-02-01 reflection-granted until=2026-04-28')).toEqual([
      ['printed', '2026-04-28', 'The date printed on the document is Tuesday 28 April 2026; that date counts.'],
      ['end', '2026-04-28', 'The last day is Tuesday 28 April 2026.'],
    ]);
    expect(steps(reflection)).toEqual([['end', '2026-04-30', 'The last day is Thursday 30 April 2026.']]);
  });

  test('as the first day on which something is possible', () => {
    const [d8] = ask(permitA, '2025-11-28').deadlines.filter(({ ref }) => ref === 'D8');
    expect(d8?.steps.at(-1)).toEqual({
      code: 'end',
      date: '2025-11-28',
      text: 'It is possible from Friday 28 November 2025.',
    });
    expect(d8?.steps.filter(({ code }) => code === 'end')).toHaveLength(1);
  });
});
