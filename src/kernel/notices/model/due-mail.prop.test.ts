import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import { dueMail, urgentSent, type MailState } from './due-mail.ts';

const today = civilDate('2026-11-25');
const quiet: MailState = {
  hour: 8,
  digestOn: null,
  urgentOn: null,
  urgentCount: 0,
  waiting: 0,
  urgentWaiting: 0,
};

test('the digest comes at its hour, once, and only when something waits', () => {
  expect(dueMail({ ...quiet, waiting: 2 }, { today, hour: 7 })).toBe('not-now');
  expect(dueMail({ ...quiet, waiting: 2 }, { today, hour: 8 })).toBe('digest');
  expect(dueMail({ ...quiet, waiting: 2, digestOn: today }, { today, hour: 12 })).toBe('not-now');
  expect(dueMail(quiet, { today, hour: 8 })).toBe('nothing-waits');
});

test('what is urgent does not wait, but for the fourth of a day', () => {
  const urgent = { ...quiet, waiting: 1, urgentWaiting: 1 };
  expect(dueMail(urgent, { today, hour: 3 })).toBe('urgent');
  expect(dueMail({ ...urgent, urgentOn: today, urgentCount: 3 }, { today, hour: 3 })).toBe('not-now');
  expect(dueMail({ ...urgent, urgentOn: addDays(today, -1), urgentCount: 3 }, { today, hour: 3 })).toBe('urgent');
});

test('whatever happens, nobody gets more than four mails a day, and nothing waits past the next digest', () => {
  const arrivals = fc.array(fc.record({ urgent: fc.boolean(), minute: fc.integer({ min: 0, max: 3 * 1440 - 1 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 0, max: 23 }), (all, hour) => {
      let state: MailState = { ...quiet, hour };
      const mails = new Map<string, number>();
      for (let minute = 0; minute < 4 * 1440; minute += 1) {
        const now = { today: addDays(today, Math.floor(minute / 1440)), hour: Math.floor((minute % 1440) / 60) };
        for (const arrival of all) {
          if (arrival.minute !== minute) continue;
          const urgentWaiting = state.urgentWaiting + (arrival.urgent ? 1 : 0);
          state = { ...state, waiting: state.waiting + 1, urgentWaiting };
        }
        const due = dueMail(state, now);
        if (due === 'digest' || due === 'nothing-waits') state = { ...state, digestOn: now.today };
        if (due === 'urgent') state = { ...state, urgentCount: urgentSent(state, now.today) + 1, urgentOn: now.today };
        if (due === 'digest' || due === 'urgent') {
          mails.set(now.today, (mails.get(now.today) ?? 0) + 1);
          state = { ...state, waiting: 0, urgentWaiting: 0 };
        }
      }
      expect(Math.max(0, ...mails.values())).toBeLessThanOrEqual(4);
      expect(state.waiting).toBe(0);
      if (all.length === 0) expect(mails.size).toBe(0);
    }),
    { numRuns: 60 },
  );
});
