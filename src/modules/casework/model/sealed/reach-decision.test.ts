import { expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { buildReach } from '../../testing/sealed-samples.ts';
import { reachDecision } from './reach-decision.ts';

const answerAt = (at: string, over: Parameters<typeof buildReach>[0] = {}, channel = 'phone') => {
  const decision = reachDecision(buildReach(over), { channel, at: new Date(at) });
  if (decision.answer === 'not-before') return `not-before ${decision.on} ${decision.at}`;
  return decision.answer === 'yes' ? 'yes' : `${decision.answer} ${decision.why}`;
};

// Tuesday 24 November 2026; Amsterdam is one hour ahead of UTC.
test.each([
  ['2026-11-24T09:00:00Z', 'yes'],
  ['2026-11-24T08:59:00Z', 'not-before 2026-11-24 10:00'],
  ['2026-11-24T14:59:59Z', 'yes'],
  ['2026-11-24T15:00:00Z', 'not-before 2026-11-25 10:00'],
  ['2026-11-27T15:00:00Z', 'not-before 2026-11-30 10:00'],
  ['2026-11-28T10:00:00Z', 'not-before 2026-11-30 10:00'],
])('at %s the answer is %s', (at, expected) => {
  expect(answerAt(at)).toBe(expected);
});

test('the hour is that of the place, also across the change of clocks', () => {
  expect(answerAt('2026-10-23T08:00:00Z')).toBe('yes');
  expect(answerAt('2026-10-26T08:00:00Z')).toBe('not-before 2026-10-26 10:00');
  expect(answerAt('2026-10-26T09:00:00Z')).toBe('yes');
});

test('flags go before hours', () => {
  const at = '2026-11-24T10:00:00Z';
  const unsafe = [{ id: 'phone', kind: 'call' as const, reach: '06 0000 1001', safe: 'no' as const, voicemail: true }];
  expect(answerAt(at, { doNotContact: true })).toBe('no do-not-contact');
  expect(answerAt(at, { channels: unsafe })).toBe('no channel-unsafe');
  expect(answerAt(at, {}, 'other')).toBe('no no-such-channel');
  expect(answerAt(at, { reviewBy: civilDate('2026-11-23') })).toBe('ask-first review-overdue');
  expect(answerAt(at, { reviewBy: civilDate('2026-11-24') })).toBe('yes');
  expect(answerAt(at, { windows: [] })).toBe('ask-first unknown');
  expect(answerAt(at, { quietUntil: civilDate('2026-12-01') })).toBe('not-before 2026-12-01 10:00');
});

test('yes says what to do and what name to use', () => {
  const decision = reachDecision(buildReach(), { channel: 'phone', at: new Date('2026-11-24T10:00:00Z') });
  expect(decision).toMatchObject({
    answer: 'yes',
    script: { mayLeaveMessage: false, textFirst: false, nameWeUse: 'the library' },
  });
});
