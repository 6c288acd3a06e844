import { describe, expect, test } from 'vitest';
import type { DeadlineRule, JourneyAnswer } from '../../index.ts';
import { ask, askPacks, datesOf, packOf } from '../../testing/ask.ts';

// Ninety days from 5 January 2026 end on 5 April, Easter Sunday, so on Tuesday 7 April.
const asked = '2025-02-10 report-signed\n2025-03-01 permit-granted ground=a\n2026-01-05 extension-requested';
const decision = (lines: string, on = '2026-04-08'): readonly string[] => datesOf(ask(`${asked}\n${lines}`, on), 'D11');

function sentences(answer: JourneyAnswer, ref: string, code: string): readonly string[] {
  return answer.deadlines
    .filter((deadline) => deadline.ref === ref)
    .flatMap(({ steps }) => steps.filter((step) => step.code === code).map(({ text }) => text));
}

describe('a decision term that is extended', () => {
  test('on its last day at the latest', () => {
    expect(decision('2026-04-07 decision-term-extended period=P1M')).toEqual(['2026-05-05 running']);
    expect(decision('2026-04-08 decision-term-extended period=P1M')).toEqual(['2026-04-07 missed']);
  });

  test('goes on to the same day of a later month, or to the last day of that month', () => {
    // From 2 October 2025: 31 December by counting, and February has no such day.
    const lines = asked.replace('2026-01-05', '2025-10-02');
    const answer = ask(`${lines}\n2025-11-01 decision-term-extended period=P2M`, '2026-01-06');
    expect(datesOf(answer, 'D11')).toEqual(['2026-02-28 running']);
  });

  test('says so, and why no weekend moves it', () => {
    const answer = ask(`${asked}\n2026-02-01 decision-term-extended period=P3M`, '2026-02-02');
    expect(sentences(answer, 'D11', 'lengthened')).toEqual([
      'The decision term was extended by 3 months, to Sunday 5 July 2026.',
    ]);
    expect(answer.deadlines.find(({ ref }) => ref === 'D11')?.steps.map(({ reason }) => reason)).toContain('months');
  });
});

describe('a decision term that stands still', () => {
  test('while papers are awaited, from a request on its last day at the latest', () => {
    expect(decision('2026-04-07 completion-requested reason=general')).toEqual(['2026-04-20 running']);
    expect(decision('2026-04-08 completion-requested reason=general')).toEqual(['2026-04-07 missed']);
  });

  test('no longer than the time that was set', () => {
    expect(
      decision('2026-01-10 completion-requested reason=general\n2026-02-10 application-completed', '2026-02-11'),
    ).toEqual(['2026-04-20 running']);
    expect(decision('2026-01-10 completion-requested reason=travel-document')).toEqual(['2026-05-04 running']);
    expect(decision('2026-01-10 completion-requested reason=guardianship')).toEqual(['2026-07-06 running']);
    expect(decision('2026-01-10 completion-requested reason=general until=2026-01-20')).toEqual(['2026-04-15 running']);
  });

  test('and is never made shorter by a time set before it was asked', () => {
    expect(decision('2026-01-10 completion-requested reason=general until=2026-01-08', '2026-01-11')).toEqual([
      '2026-04-07 running',
    ]);
  });

  test('again for each request, whose papers come after it', () => {
    const first = '2026-01-10 completion-requested reason=general\n2026-01-20 application-completed';
    expect(decision(`${first}\n2026-02-01 completion-requested reason=general`)).toEqual(['2026-04-29 running']);
  });

  test('and says for how many days', () => {
    const lines = '2026-01-10 completion-requested reason=general\n2026-01-20 application-completed';
    const answer = ask(`${asked}\n${lines}`, '2026-02-02');
    expect(sentences(answer, 'D11', 'standstill')).toEqual([
      'The term stood still for 10 days while papers were awaited, to Wednesday 15 April 2026.',
    ]);
  });
});

test('what happens after the next application belongs to that application', () => {
  const lines =
    '2026-02-01 continued-stay-requested\n2026-02-10 decision-term-extended period=P3M\n2026-02-20 completion-requested reason=general';
  expect(decision(lines)).toEqual(['2026-04-07 missed', '2026-08-16 running']);
});

describe('a pack whose terms grow in one way only', () => {
  const residence = packOf('nl-residence');
  const lines = `${asked}\n2026-01-10 completion-requested reason=general\n2026-01-20 application-completed\n2026-02-01 decision-term-extended period=P3M`;
  const without = (member: 'lengthened' | 'standsStill'): readonly string[] => {
    const deadlines = residence.deadlines.map(
      (rule) =>
        // Object.fromEntries knows nothing of what it is given: both members may be absent.
        Object.fromEntries(Object.entries(rule).filter(([name]) => name !== member)) as unknown as DeadlineRule,
    );
    return datesOf(askPacks([{ ...residence, deadlines }], lines, '2026-02-02'), 'D11');
  };

  test('by standing still, or by months', () => {
    expect(without('lengthened')).toEqual(['2026-04-15 running']);
    expect(without('standsStill')).toEqual(['2026-07-05 running']);
  });
});

describe('a decision on an objection that is adjourned', () => {
  const lodged = '2026-02-01 report-signed\n2026-03-03 permit-refused\n2026-03-20 objection-lodged';

  test('on the last day at the latest', () => {
    const on = (day: string): readonly string[] =>
      datesOf(ask(`${lodged}\n${day} objection-adjourned period=P6W`, '2026-08-12'), 'D15');
    expect(on('2026-08-11')).toEqual(['2026-09-22 running']);
    expect(on('2026-08-12')).toEqual(['2026-08-11 missed']);
  });

  test('says so', () => {
    const answer = ask(`${lodged}\n2026-05-01 objection-adjourned period=P6W`, '2026-05-02');
    expect(sentences(answer, 'D15', 'adjourned')).toEqual([
      'The decision was adjourned by 6 weeks, to Tuesday 22 September 2026.',
    ]);
    const codes = answer.deadlines
      .filter(({ ref }) => ref === 'D15')
      .flatMap(({ steps }) => steps.map((step) => step.code));
    expect(codes).toEqual(['start', 'adjourned', 'count', 'end']);
  });

  test('belongs to the objection that was pending', () => {
    const again = '2026-04-01 report-signed\n2026-04-10 permit-refused\n2026-04-20 objection-lodged';
    const answer = ask(`${lodged}\n${again}\n2026-05-01 objection-adjourned period=P6W`, '2026-05-02');
    expect(datesOf(answer, 'D15')).toEqual(['2026-08-11 running', '2026-10-30 running']);
  });
});
