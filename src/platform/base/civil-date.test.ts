import { expect, test } from 'vitest';
import { addDays, civilDate, dayInAmsterdam, parseCivilDate, weekday } from './index.ts';

test('only real days are days', () => {
  expect(parseCivilDate('2026-02-29')).toBeNull();
  expect(parseCivilDate('2028-02-29')).toBe('2028-02-29');
  expect(parseCivilDate('2026-2-9')).toBeNull();
});

test('weekdays and sums', () => {
  expect(weekday(civilDate('2026-12-28'))).toBe(1);
  expect(weekday(civilDate('1969-12-28'))).toBe(7);
  expect(addDays(civilDate('2026-12-31'), 1)).toBe('2027-01-01');
});

test('the day changes at midnight in Amsterdam, also in summer', () => {
  expect(dayInAmsterdam(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
  expect(dayInAmsterdam(new Date('2026-12-01T22:30:00Z'))).toBe('2026-12-01');
  // Asked one after the other, so that what is remembered of the first would be wrong for the second.
  expect(dayInAmsterdam(new Date('2026-07-01T21:59:59.999Z'))).toBe('2026-07-01');
  expect(dayInAmsterdam(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
  expect(dayInAmsterdam(new Date('2026-07-01T21:59:59.999Z'))).toBe('2026-07-01');
});
