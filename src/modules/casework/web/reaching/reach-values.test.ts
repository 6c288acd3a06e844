import { expect, test } from 'vitest';
import { civilDate, type UserId } from '#platform/base';
import { writeSealed } from '../../model/sealed/read-sealed.ts';
import { buildReach } from '../../testing/sealed-samples.ts';
import { rowsOfText, textOfRows } from '../shared/typed-rows.ts';
import { blankChannel, fromTypedReach, mistakesIn, toTypedReach } from './reach-values.ts';

const on = civilDate('2026-11-24');
// Any id will do.
const by = '2f1c3b0e-5a77-4c3e-9d1a-000000000001' as UserId;
const full = buildReach({
  channels: [
    { id: 'phone', kind: 'call', reach: '06 0000 1001', safe: 'yes', voicemail: true },
    { id: 'way-2', kind: 'mail', reach: 'a@example.org', safe: 'after-text', voicemail: false },
  ],
  windows: [
    { days: [1, 3], from: '10:00', until: '12:00' },
    { days: [6], from: '18:00', until: '20:00' },
  ],
  letters: { to: 'Box 12', plainEnvelope: true },
  never: ['Through the neighbour', 'In the evening'],
  ifNotReached: { days: 5, whom: 'Coordinator', what: 'Visit the shelter' },
  everyDays: 14,
  quietUntil: civilDate('2026-12-01'),
  interpreter: true,
});

test('a plan that is opened and saved changes in nothing but its days', () => {
  const saved = fromTypedReach(toTypedReach(full), full, on, by);
  expect(saved).toEqual({ ...full, agreedOn: on, reviewBy: '2027-02-22' });
  expect(writeSealed('reach', saved).ok).toBe(true);
});

test('numbers that were saved are not in the form', () => {
  const typed = JSON.stringify(toTypedReach(full));
  expect(typed).not.toContain('1001');
  expect(typed).not.toContain('example.org');
});

test('a way is added, rewritten and taken out by itself', () => {
  const [first] = rowsOfText(toTypedReach(full).channels, blankChannel);
  const rows = [
    { ...(first ?? blankChannel), reach: ' 06 0000 2002 ' },
    { ...blankChannel, kind: 'text', reach: '06 0000 3003', safe: 'no' },
    blankChannel,
  ];
  const saved = fromTypedReach({ ...toTypedReach(full), channels: textOfRows(rows) }, full, on, by);
  expect(saved.changed).toEqual({ by, seen: [by] });
  expect(saved.channels).toEqual([
    { id: 'phone', kind: 'call', reach: '06 0000 2002', safe: 'yes', voicemail: true },
    { id: 'way-3', kind: 'text', reach: '06 0000 3003', safe: 'no', voicemail: false },
  ]);
});

test('a first plan offers a way and working hours', () => {
  const typed = toTypedReach(null);
  expect(fromTypedReach(typed, null, on, by)).toMatchObject({
    channels: [],
    windows: [{ days: [1, 2, 3, 4, 5], from: '10:00', until: '17:00' }],
    zone: 'Europe/Amsterdam',
  });
  expect(mistakesIn(typed)).toEqual([]);
});

test('hours that end before they begin and half an agreement are told', () => {
  const typed = toTypedReach(full);
  const window = (from: string, until: string) => textOfRows([{ days: '1', from, until }]);
  expect(mistakesIn({ ...typed, windows: window('17:00', '10:00') })).toEqual(['window']);
  expect(mistakesIn({ ...typed, windows: window('', '10:00') })).toEqual(['window']);
  expect(mistakesIn({ ...typed, notReachedDays: '' })).toEqual(['not-reached']);
  expect(mistakesIn({ ...typed, notReachedDays: '400' })).toEqual(['not-reached']);
  expect(mistakesIn({ ...typed, everyDays: 'often' })).toEqual(['every-days']);
});

test('quiet until a day is agreed, taken back, and told when it is no day', () => {
  const typed = toTypedReach(full);
  expect(fromTypedReach({ ...typed, quiet: '15/12/2026' }, full, on, by).quietUntil).toBe('2026-12-15');
  expect(fromTypedReach({ ...typed, quiet: '' }, full, on, by)).toMatchObject({
    quietUntil: null,
    changed: { by, seen: [by] },
  });
  expect(mistakesIn({ ...typed, quiet: '31/2/2027' })).toEqual(['quiet']);
});
