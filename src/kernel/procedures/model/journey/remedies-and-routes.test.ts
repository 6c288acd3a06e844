import { describe, expect, test } from 'vitest';
import type { JourneyAnswer } from '../../index.ts';
import { ask } from '../../testing/ask.ts';
import { permitA } from '../../testing/rows-of-table.ts';

const codes = (answer: JourneyAnswer): readonly string[] => answer.warnings.map(({ code }) => code);
const basis = (answer: JourneyAnswer): unknown => {
  const stay = answer.rights.find(({ id }) => id === 'stay');
  return stay?.allowed === true ? stay.basis : stay?.allowed;
};
const guardsOf = (answer: JourneyAnswer, by: string, route?: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    answer.next
      .filter((step) => step.by === by && step.route === route)
      .flatMap(({ guards }) => guards.map(({ id, state }) => [id, state])),
  );

describe('of several refusals the last one counts', () => {
  // The first term to object ended on 31 March, the second ends on 18 May.
  const twice =
    '2026-02-01 report-signed\n2026-03-03 permit-refused\n2026-04-10 report-signed\n2026-04-20 permit-refused';

  test('its term runs, though the first was missed', () => {
    const answer = ask(twice, '2026-05-18');
    expect(guardsOf(answer, 'objection-lodged')).toEqual({ 'in-time': 'met' });
    expect([basis(answer), codes(answer).includes('final-unless-excused')]).toEqual(['Vw 8(h)', false]);
  });

  test('its term is missed, though the first was met', () => {
    const lines = twice.replace('2026-04-10', '2026-03-20 objection-lodged\n2026-04-10');
    const late = ask(`${lines}\n2026-05-19 objection-lodged`, '2026-05-20');
    expect(basis(late)).toBe(false);
    const warned = late.warnings.filter(({ code }) => code === 'late-objection');
    expect(warned.map(({ fact }) => fact)).toEqual([{ fact: 'objection-lodged', on: '2026-05-19' }]);
  });

  test('and a term of asylum is another matter', () => {
    const asylum = '2026-04-21 asylum-requested\n2026-04-25 asylum-decided outcome=refused madeKnown=2026-04-01';
    expect(guardsOf(ask(`${twice}\n${asylum}`, '2026-05-05'), 'objection-lodged')).toEqual({ 'in-time': 'met' });
  });

  test('of a penalty order and a dismissal too', () => {
    const lines = '2026-01-05 penalty-order-issued\n2026-05-01 case-dismissed noticeServed=true';
    expect(guardsOf(ask(lines, '2026-06-01'), 'complaint-lodged')).toEqual({ 'in-time': 'met' });
    const other = '2026-01-05 case-dismissed noticeServed=true\n2026-05-01 penalty-order-issued';
    expect(guardsOf(ask(other, '2026-06-01'), 'complaint-lodged')).toEqual({ 'in-time': 'met' });
    expect(guardsOf(ask(other, '2026-08-10'), 'complaint-lodged')).toEqual({ 'in-time': 'unmet' });
  });
});

test('a notice of default is too early until the day after a decision was due, and when it came in time', () => {
  const asked = `${permitA}\n2026-01-05 extension-requested`;
  const early = (lines: string): boolean =>
    codes(ask(`${asked}\n${lines}`, '2026-05-01')).includes('default-notice-too-early');
  expect(early('2026-04-07 default-notice-received')).toBe(true);
  expect(early('2026-04-08 default-notice-received')).toBe(false);
  expect(early('2026-03-01 extension-granted\n2026-04-20 default-notice-received')).toBe(true);
});

test('a notice of default may be sent while any decision is overdue and none was sent yet', () => {
  // Ninety days from 1 June 2025 end on Saturday 30 August, so on Monday 1 September.
  const lines = `${permitA}\n2025-06-01 extension-requested\n2025-09-01 continued-stay-requested`;
  const offered = (more: string, on: string): readonly string[] =>
    ask(`${lines}${more}`, on)
      .next.map(({ by }) => by)
      .filter((by) => by === 'default-notice-received' || by === 'appeal-for-silence');
  expect(offered('', '2025-09-01')).toEqual([]);
  expect(offered('', '2025-09-02')).toEqual(['default-notice-received']);
  const sent = '\n2025-09-02 default-notice-received';
  expect([offered(sent, '2025-09-16'), offered(sent, '2025-09-17')]).toEqual([[], ['appeal-for-silence']]);
});

test('a withdrawal warns when it reaches back before its own day', () => {
  const warned = (fields: string): readonly unknown[] =>
    ask(`${permitA}\n2025-06-01 permit-withdrawn ${fields}`, '2025-06-02').warnings.flatMap(({ code, effective }) =>
      code === 'retroactive-withdrawal' ? [effective] : [],
    );
  expect(warned('effective=2025-05-31')).toEqual(['2025-05-31']);
  expect([warned('effective=2025-06-01'), warned('effective=2025-07-01'), warned('')]).toEqual([[], [], []]);
});

test('a permit keeps its rights through its last day, in the stages after it too', () => {
  const on = (lines: string): readonly unknown[] =>
    ['2026-02-28', '2026-03-01'].map((day) => basis(ask(`${permitA}\n${lines}`, day)));
  expect(on('2025-05-01 case-dismissed')).toEqual(['Vw 8(a)', undefined]);
  expect(on('2026-01-05 extension-requested')).toEqual(['Vw 8(a)', 'Vw 8(g)']);
});

describe('a named route', () => {
  const ended = `${permitA}\n2025-05-01 case-dismissed`;
  const warned = (fields: string): boolean =>
    ask(`${ended}\n2025-06-01 continued-stay-requested ${fields}`, '2025-06-02').warnings.some(
      ({ code, guard }) => code === 'guard-unmet' && guard === 'route-open',
    );

  test('must be open itself; without a name any open one will do', () => {
    expect([warned('route=R5'), warned(''), warned('route=R1')]).toEqual([false, false, true]);
  });

  test('over three years is not open once they stopped', () => {
    expect(guardsOf(ask(permitA, '2026-04-15'), 'continued-stay-requested', 'R4')).toEqual({
      'case-running': 'met',
      'three-years-held': 'unmet',
    });
  });
});

describe('a document', () => {
  const asked = `${permitA}\n2025-05-01 prosecution-decided\n2025-06-01 continued-stay-requested route=R1`;
  const state = (lines: string, id: string, on: string): unknown =>
    ask(`${asked}\n${lines}`, on).documents.find((document) => document.id === id)?.state;

  test('is held through the last day it is valid', () => {
    const told = '2025-06-02 document-held document=passport until=2025-06-30';
    expect([state(told, 'passport', '2025-06-30'), state(told, 'passport', '2025-07-01')]).toEqual(['held', 'needed']);
    const issued = '2025-06-02 passport-issued until=2025-06-30';
    expect([state(issued, 'passport', '2025-06-30'), state(issued, 'passport', '2025-07-01')]).toEqual([
      'held',
      'needed',
    ]);
    expect(state('2025-06-02 passport-issued', 'passport', '2030-01-01')).toBe('held');
  });

  test('is not held because another one is', () => {
    expect(state('2025-06-02 document-held document=passport', 'fee-proof', '2025-06-30')).toBe('needed');
    expect(state('2025-06-02 hardship-of-proof-accepted', 'passport', '2025-06-30')).toBe('needed');
    expect(state('2025-06-02 hardship-of-proof-accepted', 'hardship-of-proof', '2025-06-30')).toBe('held');
  });
});

test('an embassy that was never asked needs no safety check any more', () => {
  expect(codes(ask('2026-03-01 hardship-of-proof-accepted', '2026-03-02'))).not.toContain('safety-check-first');
  const late = '2026-02-01 embassy-contact answer=none\n2026-03-01 safety-check-done';
  expect(codes(ask(late, '2026-03-02'))).toContain('safety-check-first');
});
