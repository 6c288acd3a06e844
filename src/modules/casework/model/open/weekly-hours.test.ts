import { expect, it } from 'vitest';
import { weeklyHours } from './weekly-hours.ts';

it('is the average of this month so far', () => {
  expect(weeklyHours({ minutesThisMonth: 14 * 60, minutesLastMonth: 999 }, '2026-11-14')).toBe(7);
  expect(weeklyHours({ minutesThisMonth: 30 * 60, minutesLastMonth: 0 }, '2026-11-21')).toBe(10);
});

it('takes the month before along in the first week of a month', () => {
  // 3 days of March and 28 of February.
  expect(weeklyHours({ minutesThisMonth: 3 * 60, minutesLastMonth: 28 * 60 }, '2026-03-03')).toBe(7);
  expect(weeklyHours({ minutesThisMonth: 0, minutesLastMonth: 31 * 60 }, '2026-01-07')).toBe(5.7);
});

it('is nothing where nothing was written down', () => {
  expect(weeklyHours({ minutesThisMonth: 0, minutesLastMonth: 0 }, '2026-11-01')).toBe(0);
});
