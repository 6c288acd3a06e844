import { describe, expect, test } from 'vitest';
import type { Condition, FactPattern, Parameters } from '../../index.ts';
import { askPacks, packOf } from '../../testing/ask.ts';

const residence = packOf('nl-residence');

/** Whether a condition holds on a day: it is asked by a warning of its own, of each such fact where some are named. */
function holdsOn(day: string, condition: Condition, lines: string, each?: string, parameters?: Parameters): boolean {
  const probe = { code: 'probe', when: condition, ...(each === undefined ? {} : { each: [{ name: each }] }) };
  const pack = { ...residence, warnings: [probe] };
  const options = parameters === undefined ? {} : { parameters };
  return askPacks([pack], lines, day, options).warnings.some(({ code }) => code === 'probe');
}

const of = (name: string, where?: FactPattern['where']): readonly FactPattern[] => [
  { name, ...(where === undefined ? {} : { where }) },
];
const two = '2026-02-01 signal\n2026-03-01 signal';

describe('a fact', () => {
  test('that came, came from a day on, or came often enough', () => {
    const asked = (condition: object, lines = two): boolean =>
      holdsOn('2026-04-01', { fact: of('signal'), ...condition }, lines);
    expect([asked({}), asked({}, '2026-02-01 intake-talk')]).toEqual([true, false]);
    expect([asked({ from: '2026-03-01' }), asked({ from: '2026-03-02' })]).toEqual([true, false]);
    expect([asked({ atLeast: 2 }), asked({ atLeast: 3 })]).toEqual([true, false]);
    expect(asked({ atLeast: 2 }, '2026-02-01 signal\n2026-03-01 intake-talk')).toBe(false);
  });

  test('unless another came later: it is not later than itself', () => {
    const condition: Condition = { fact: [...of('signal'), ...of('intake-talk')], unlessLater: of('intake-talk') };
    expect(holdsOn('2026-04-01', condition, two)).toBe(true);
    expect(holdsOn('2026-04-01', condition, `${two}\n2026-02-15 intake-talk`)).toBe(true);
    expect(holdsOn('2026-04-01', condition, `${two}\n2026-03-02 intake-talk`)).toBe(true);
    const signal: Condition = { fact: of('signal'), unlessLater: of('intake-talk') };
    expect(holdsOn('2026-04-01', signal, `${two}\n2026-03-02 intake-talk`)).toBe(false);
    expect(holdsOn('2026-04-01', signal, `${two}\n2026-02-15 intake-talk`)).toBe(true);
  });

  test('without another before the first of them', () => {
    const condition: Condition = { without: of('intake-talk'), beforeFirst: of('signal') };
    expect(holdsOn('2026-04-01', condition, two)).toBe(true);
    expect(holdsOn('2026-04-01', condition, `${two}\n2026-02-15 intake-talk`)).toBe(true);
    expect(holdsOn('2026-04-01', condition, `${two}\n2026-01-15 intake-talk`)).toBe(false);
    expect(holdsOn('2026-04-01', condition, '2026-02-01 report-signed')).toBe(false);
  });

  test('with a field of one of these values', () => {
    const condition: Condition = { fact: of('signal', { by: ['police', 'kmar'] }) };
    expect(holdsOn('2026-04-01', condition, '2026-02-01 signal by=kmar')).toBe(true);
    expect(holdsOn('2026-04-01', condition, '2026-02-01 signal by=other')).toBe(false);
    expect(holdsOn('2026-04-01', condition, '2026-02-01 signal')).toBe(false);
  });
});

describe('the fact that brought it up', () => {
  test('is of a kind, or came from a day on', () => {
    const lines = '2026-02-01 signal by=police';
    expect(holdsOn('2026-04-01', { trigger: of('signal', { by: ['police'] }) }, lines, 'signal')).toBe(true);
    expect(holdsOn('2026-04-01', { trigger: of('signal', { by: ['other'] }) }, lines, 'signal')).toBe(false);
    expect(holdsOn('2026-04-01', { triggerFrom: '2026-02-01' }, lines, 'signal')).toBe(true);
    expect(holdsOn('2026-04-01', { triggerFrom: '2026-02-02' }, lines, 'signal')).toBe(false);
  });

  test('names an earlier day than its own', () => {
    const asked = (fields: string): boolean =>
      holdsOn(
        '2026-05-01',
        { backdated: 'effective' },
        `2025-03-01 permit-granted ground=a\n2025-06-01 permit-withdrawn ${fields}`,
        'permit-withdrawn',
      );
    expect([
      asked('effective=2025-05-31'),
      asked('effective=2025-06-01'),
      asked('effective=2025-06-02'),
      asked(''),
    ]).toEqual([true, false, false, false]);
  });

  test('came after a date that was missed, not on it, and not after one that was met', () => {
    const refused = '2026-02-01 report-signed\n2026-03-03 permit-refused';
    const asked = (lines: string): boolean =>
      holdsOn('2026-05-01', { missedBefore: ['D13'] }, `${refused}\n${lines}`, 'intake-talk');
    // Four weeks after 3 March end on 31 March.
    expect(asked('2026-04-01 intake-talk')).toBe(true);
    expect(asked('2026-03-31 intake-talk')).toBe(false);
    expect(asked('2026-03-20 objection-lodged\n2026-04-01 intake-talk')).toBe(false);
  });

  test('met a date', () => {
    const lines =
      '2026-02-01 report-signed\n2026-03-03 permit-refused\n2026-03-20 objection-lodged\n2026-03-25 intake-talk';
    expect(holdsOn('2026-05-01', { meets: ['D13'] }, lines, 'objection-lodged')).toBe(true);
    expect(holdsOn('2026-05-01', { meets: ['D16', 'D13'] }, lines, 'objection-lodged')).toBe(true);
    expect(holdsOn('2026-05-01', { meets: ['D13'] }, lines, 'intake-talk')).toBe(false);
    // The objection gives the time to leave up: that date is superseded by it, not met.
    expect(holdsOn('2026-05-01', { meets: ['D16'] }, lines, 'objection-lodged')).toBe(false);
  });

  test.each<[string, Condition]>([
    ['trigger', { trigger: of('signal') }],
    ['triggerFrom', { triggerFrom: '2020-01-01' }],
    ['backdated', { backdated: 'effective' }],
    ['missedBefore', { missedBefore: ['D13'] }],
  ])('is needed: %s does not hold where none did', (_, condition) => {
    const lines = '2026-01-01 signal\n2026-02-01 report-signed\n2026-03-03 permit-refused';
    expect(holdsOn('2026-05-01', condition, lines)).toBe(false);
  });
});

describe('a permit', () => {
  const permit = '2025-02-10 report-signed\n2025-03-01 permit-granted ground=a';

  test('of a kind, the newest', () => {
    expect(holdsOn('2025-04-01', { permit: ['a'] }, permit)).toBe(true);
    expect(holdsOn('2025-04-01', { permit: ['b', 'c'] }, permit)).toBe(false);
    expect(holdsOn('2025-04-01', { permit: ['a', ''] }, '2025-02-10 report-signed')).toBe(false);
  });

  test('before its last day, not ended on it, ended after it', () => {
    const states = (day: string, lines = permit): readonly boolean[] =>
      (['before-last-day', 'not-ended', 'ended'] as const).map((permitIs) => holdsOn(day, { permitIs }, lines));
    expect(states('2026-02-27')).toEqual([true, true, false]);
    expect(states('2026-02-28')).toEqual([false, true, false]);
    expect(states('2026-03-01')).toEqual([false, false, true]);
    expect(states('2026-03-01', '2025-02-10 report-signed')).toEqual([false, false, false]);
  });

  test('within a term that is counted from it', () => {
    expect(holdsOn('2026-03-28', { within: 'D10' }, permit)).toBe(true);
    expect(holdsOn('2026-03-29', { within: 'D10' }, permit)).toBe(false);
    expect(holdsOn('2026-03-28', { within: 'D10' }, '2025-02-10 report-signed')).toBe(false);
    expect(holdsOn('2026-03-28', { within: 'D10' }, '2025-03-01 permit-granted ground=d')).toBe(false);
  });

  test('that an application came too late for, though a newer one followed', () => {
    const asked = (day: string): boolean =>
      holdsOn(
        '2026-06-01',
        { late: of('extension-requested') },
        `${permit}\n${day} extension-requested\n2026-05-01 extension-granted`,
      );
    expect([asked('2026-02-27'), asked('2026-02-28'), asked('2026-03-20')]).toEqual([false, true, true]);
    const bare = '2025-03-01 permit-granted ground=a\n2026-03-20 extension-requested';
    expect(holdsOn('2026-06-01', { late: of('extension-requested') }, bare)).toBe(true);
    expect(holdsOn('2026-06-01', { late: of('extension-requested') }, permit)).toBe(false);
    expect(holdsOn('2026-06-01', { late: of('report-signed') }, '2026-02-10 report-signed')).toBe(false);
  });
});

describe('the case and the day', () => {
  test('a parameter, and the day that is asked about', () => {
    expect(holdsOn('2026-04-01', { parameter: 'eu', is: true }, two, undefined, { eu: true })).toBe(true);
    expect(holdsOn('2026-04-01', { parameter: 'eu', is: true }, two)).toBe(false);
    expect(holdsOn('2026-04-01', { askedFrom: '2026-04-01' }, two)).toBe(true);
    expect(holdsOn('2026-03-31', { askedFrom: '2026-04-01' }, two)).toBe(false);
  });

  test('a stage, with its outcome', () => {
    const lines = '2026-02-01 reflection-granted\n2026-02-10 reflection-declined';
    const asked = (condition: object): boolean =>
      holdsOn('2026-04-01', { track: 'residence', stage: ['S8'], ...condition }, lines);
    expect([asked({}), asked({ stage: ['S1'] }), asked({ track: 'no-such' })]).toEqual([true, false, false]);
    expect([asked({ outcome: ['declined'] }), asked({ outcome: ['left'] })]).toEqual([true, false]);
    expect(asked({ track: 'remedy', stage: ['none'], outcome: ['declined'] })).toBe(false);
  });

  test('all, any, not', () => {
    const [yes, no]: readonly Condition[] = [{ askedFrom: '2026-01-01' }, { askedFrom: '2027-01-01' }];
    if (yes === undefined || no === undefined) throw new Error('two conditions');
    const asked = (condition: Condition): boolean => holdsOn('2026-04-01', condition, two);
    expect([asked({ all: [yes, yes] }), asked({ all: [yes, no] })]).toEqual([true, false]);
    expect([asked({ any: [no, yes] }), asked({ any: [no, no] })]).toEqual([true, false]);
    expect([asked({ not: no }), asked({ not: yes })]).toEqual([true, false]);
  });

  test('a guard that is met; one that the pack does not have is not', () => {
    const report = '2026-02-01 report-signed';
    expect(holdsOn('2026-04-01', { guard: 'case-running' }, report)).toBe(true);
    expect(holdsOn('2026-04-01', { guard: 'case-ended' }, report)).toBe(false);
    expect(holdsOn('2026-04-01', { guard: 'special-circumstances' }, report)).toBe(false);
    expect(holdsOn('2026-04-01', { guard: 'detention-consent' }, report)).toBe(false);
    expect(holdsOn('2026-04-01', { guard: 'no-such' }, report)).toBe(false);
  });
});
