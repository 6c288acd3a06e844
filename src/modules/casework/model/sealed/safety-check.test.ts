import { expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import { buildAppointment, buildPerson, buildSafety } from '../../testing/sealed-samples.ts';
import { lastSafetyCheck, nextSafetyCheck } from './safety-check.ts';
import type { SealedRecord } from './sealed-kinds.ts';

const today = civilDate('2026-11-25');
const last = buildSafety({ on: addDays(today, -30) });
const nextOf = (...records: SealedRecord[]) => nextSafetyCheck(records, last, today);

test('ninety days on, earlier after an incident or a new address', () => {
  expect(nextOf()).toBe(addDays(last.on, 90));
  const incident = (on: typeof today): SealedRecord => ({
    kind: 'incident',
    content: { on, at: null, kind: 'threat', words: '', done: '', coordinatorTold: true },
  });
  expect(nextOf(incident(addDays(today, -3)))).toBe(addDays(today, -2));
  expect(nextOf(incident(addDays(last.on, -1)))).toBe(addDays(last.on, 90));
  const moved = (from: string): SealedRecord => ({
    kind: 'person',
    content: buildPerson({ addresses: [{ words: 'Shelter North', from, to: null, secret: true }] }),
  });
  expect(nextOf(moved('2026-11-20'))).toBe('2026-11-20');
  expect(nextOf(moved('2026-11'))).toBe(addDays(last.on, 90));
});

test('the day before an embassy or a hearing, unless the last check is fresh', () => {
  const on = addDays(today, 4);
  const planned = (kind: 'embassy' | 'court' | 'medical'): SealedRecord => ({
    kind: 'appointment',
    content: buildAppointment({ kind, on }),
  });
  expect(nextOf(planned('court'))).toBe(addDays(on, -1));
  expect(nextOf(planned('embassy'))).toBe(addDays(on, -1));
  expect(nextOf(planned('medical'))).toBe(addDays(last.on, 90));
  const fresh = buildSafety({ on: addDays(today, -2) });
  expect(nextSafetyCheck([planned('court')], fresh, today)).toBe(addDays(fresh.on, 90));
});

test('the newest check is the one of the latest day', () => {
  const older = buildSafety({ on: addDays(today, -90), result: 'now' });
  const check = (content: typeof older): SealedRecord => ({ kind: 'safety', content });
  expect(lastSafetyCheck([check(last), check(older)])?.result).toBe('steady');
  expect(lastSafetyCheck([])).toBeNull();
});
