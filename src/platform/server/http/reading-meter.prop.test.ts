import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UserId } from '#platform/base';
import { createReadingMeter, meterNeedsFrom, type LoggedReading, type Reading } from './reading-meter.ts';

// Random, so of the form of an id.
const people = [randomUUID() as UserId, randomUUID() as UserId];
const [noor = people[0] as UserId] = people;
const start = Date.parse('2026-11-25T09:00:00Z');
const at = (minutes: number): Date => new Date(start + minutes * 60_000);
const cases = (subject: string, user = noor, perHour = 3): Reading => ({
  act: 'space.opened',
  user,
  subject,
  limit: { of: 'subjects', perHour },
});
const papers = (subject: string, perHour = 3): Reading => ({
  act: 'space.document-read',
  user: noor,
  subject,
  limit: { of: 'answers', perHour },
});

test('a limit of different things refuses the next new one, says until when, and never one that was read', () => {
  const meter = createReadingMeter();
  for (const subject of ['a', 'b', 'a', 'c', 'b']) expect(meter.take(cases(subject), at(10)).ok).toBe(true);
  expect(meter.take(cases('d'), at(40))).toEqual({ ok: false, refusal: { type: 'ReadingPaused', retryAfter: 1_200 } });
  expect(meter.take(cases('a'), at(41)).ok).toBe(true);
  // In the next hour what was read is still free, and three new ones are.
  for (const subject of ['a', 'd', 'e', 'f']) expect(meter.take(cases(subject), at(61)).ok).toBe(true);
  expect(meter.take(cases('g'), at(62)).ok).toBe(false);
  // Two hours on nothing of it is left.
  for (const subject of ['x', 'y', 'z']) expect(meter.take(cases(subject), at(200)).ok).toBe(true);
  expect(meter.take(cases('a'), at(201)).ok).toBe(false);
});

test('a limit of answers counts each; limits of acts and people do not touch', () => {
  const meter = createReadingMeter();
  for (const _ of [1, 2, 3]) expect(meter.take(papers('a'), at(1)).ok).toBe(true);
  expect(meter.take(papers('a'), at(2)).ok).toBe(false);
  expect(meter.take(cases('a'), at(2)).ok).toBe(true);
  for (const user of people) for (const subject of ['a', 'b', 'c']) meter.take(cases(subject, user), at(3));
  for (const user of people) expect(meter.take(cases('d', user), at(4)).ok).toBe(false);
});

test('what one has just written may be read back while reading is paused', () => {
  const meter = createReadingMeter();
  for (const subject of ['a', 'b', 'c']) meter.take(cases(subject), at(1));
  meter.know(noor, 'written', at(2));
  expect(meter.take(cases('written'), at(3)).ok).toBe(true);
  expect(meter.take(cases('other'), at(3)).ok).toBe(false);
});

test('after a restart the event log tells what was read, also in the hour before', () => {
  const meter = createReadingMeter();
  const logged = (subject: string, minutes: number, count = 1, act = 'space.opened'): LoggedReading => ({
    act,
    user: noor,
    subject,
    hour: at(minutes),
    count,
  });
  meter.learn(
    [logged('old', 0), logged('a', 60, 7), logged('b', 60), logged('s', 60, 3, 'space.document-read')],
    at(70),
  );
  expect(meterNeedsFrom(at(70))).toEqual(at(0));
  expect(meter.take(papers('s'), at(71)).ok).toBe(false);
  expect(meter.take(cases('old'), at(71)).ok).toBe(true);
  expect(meter.take(cases('c'), at(71)).ok).toBe(true);
  expect(meter.take(cases('d'), at(71)).ok).toBe(false);
});

test('whatever is read in whatever order, no hour gives more new things than the limit, and learning again changes nothing', () => {
  const step = fc.record({ subject: fc.integer({ min: 0, max: 12 }), minutes: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), fc.integer({ min: 1, max: 6 }), (steps, perHour) => {
      const meter = createReadingMeter();
      const given = new Map<number, Map<string, number>>();
      let minutes = 0;
      for (const { subject, minutes: passed } of steps) {
        minutes += passed;
        const now = at(minutes);
        const hour = Math.floor(minutes / 60);
        const own = given.get(hour) ?? new Map<string, number>();
        given.set(hour, own);
        if (meter.take(cases(String(subject), noor, perHour), now).ok) {
          own.set(String(subject), (own.get(String(subject)) ?? 0) + 1);
        }
        const fresh = [...own.keys()].filter((one) => !given.get(hour - 1)?.has(one));
        expect(fresh.length).toBeLessThanOrEqual(perHour);
        const log = [hour - 1, hour].flatMap((of) =>
          [...(given.get(of) ?? [])].map(([one, count]) => ({ ...cases(one), hour: at(of * 60), count })),
        );
        meter.learn(log, now);
      }
    }),
  );
});
