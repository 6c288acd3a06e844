import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, daysBetween } from '#platform/base';
import { dueReminder } from './due-reminder.ts';

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(civilDate('2027-06-01'), days));

test('over any span each step is told at most once, on or after its day, and the last one never after the day itself', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -100, max: 120 }), fc.boolean(), (by, before, everyDay) => {
      const askedOn = addDays(by, -before);
      const told: number[] = [];
      // The job may miss days; it never tells a step again that was told.
      for (let left = 130; left >= -5; left -= everyDay ? 1 : 3) {
        const on = addDays(by, -left);
        if (on < askedOn) continue;
        const step = dueReminder(by, askedOn, on);
        if (step === null) continue;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(step);
        expect(daysBetween(askedOn, addDays(by, -step))).toBeGreaterThan(0);
        if (!told.includes(step)) told.push(step);
      }
      expect(told).toEqual(told.toSorted((one, two) => two - one));
      if (everyDay) expect(told).toEqual([60, 14, 0].filter((step) => before > step));
    }),
  );
});

test('over a leap day: sixty days before 29 February 2028 is 31 December', () => {
  const [by, asked] = [civilDate('2028-02-29'), civilDate('2027-01-01')];
  expect(dueReminder(by, asked, civilDate('2027-12-30'))).toBeNull();
  expect(dueReminder(by, asked, civilDate('2027-12-31'))).toBe(60);
  expect(dueReminder(by, asked, civilDate('2028-02-15'))).toBe(14);
  expect(dueReminder(by, asked, civilDate('2028-02-29'))).toBe(0);
  expect(dueReminder(by, asked, civilDate('2028-03-01'))).toBeNull();
});
