import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInAmsterdam, daysBetween } from '#platform/base';
import { hourInAmsterdam, nextRun, retryDelay } from './next-run.ts';

const at = (text: string): Date => new Date(text);

test('a daily job runs at its hour in Amsterdam, in winter and in summer time', () => {
  expect(nextRun({ dailyAtHour: 5 }, at('2026-11-25T03:59:00Z'))).toEqual(at('2026-11-25T04:00:00Z'));
  expect(nextRun({ dailyAtHour: 5 }, at('2026-11-25T04:00:00Z'))).toEqual(at('2026-11-26T04:00:00Z'));
  expect(nextRun({ dailyAtHour: 5 }, at('2026-07-01T12:00:00Z'))).toEqual(at('2026-07-02T03:00:00Z'));
});

test('the hour that does not exist when summer time begins is the one after it', () => {
  expect(nextRun({ dailyAtHour: 2 }, at('2027-03-27T20:00:00Z'))).toEqual(at('2027-03-28T01:00:00Z'));
});

test('a daily job is never skipped and never runs twice a day', () => {
  fc.assert(
    fc.property(
      fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2030-12-31T00:00:00Z'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 23 }),
      (now, dailyAtHour) => {
        const next = nextRun({ dailyAtHour }, now);
        expect(next > now).toBe(true);
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
        expect(hourInAmsterdam(next)).toBeGreaterThanOrEqual(dailyAtHour);
        const after = nextRun({ dailyAtHour }, next);
        expect(daysBetween(dayInAmsterdam(next), dayInAmsterdam(after))).toBe(1);
      },
    ),
  );
});

test('retries come later and later, and never later than an hour', () => {
  const delays = Array.from({ length: 30 }, (_, index) => retryDelay(index + 1));
  expect(delays[0]).toBe(30_000);
  expect(delays).toEqual(delays.toSorted((left, right) => left - right));
  expect(Math.max(...delays)).toBe(3_600_000);
});
