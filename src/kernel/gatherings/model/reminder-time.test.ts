import { expect, test } from 'vitest';
import { isNear, reminderTime } from './reminder-time.ts';

test('people are reminded by day, as the clocks in the Netherlands go, of what begins within two days', () => {
  const isOpen = (now: string): boolean => reminderTime(new Date(now)) !== null;
  // Summer time, and winter time.
  expect(
    ['2026-07-01T05:59:00Z', '2026-07-01T06:00:00Z', '2026-07-01T18:59:00Z', '2026-07-01T19:00:00Z'].map(isOpen),
  ).toEqual([false, true, true, false]);
  expect(
    ['2026-12-01T06:59:00Z', '2026-12-01T07:00:00Z', '2026-12-01T19:59:00Z', '2026-12-01T20:00:00Z'].map(isOpen),
  ).toEqual([false, true, true, false]);
  const now = new Date('2026-12-01T09:00:00Z');
  expect(reminderTime(now)).toEqual({ after: now, until: new Date('2026-12-03T09:00:00Z') });
  expect(isNear({ startsAt: new Date('2026-12-03T09:00:00Z') }, now)).toBe(true);
  expect(isNear({ startsAt: new Date('2026-12-03T09:00:01Z') }, now)).toBe(false);
});
