import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, type SpaceId, type UserId } from '#platform/base';
import type { CaseState } from './case-state.ts';
import { dueSides, dueWeights, type Due, type DueId } from './due.ts';
import { furthestStep, remindersOfCase, reminderSteps } from './reminders.ts';

// Short names stand for ids here.
const user = (name: string): UserId => name as UserId;
const caseId = 'case' as SpaceId;
const on = civilDate('2026-11-25');
const active: CaseState = { name: 'active', on, lead: user('lead') };
const members = [
  { user: user('lead'), relation: 'lead' },
  { user: user('second'), relation: 'second' },
  { user: user('coordinator'), relation: 'coordinator' },
] as const;
const dueIn = (days: number, of: Partial<Due> = {}): Due => ({
  id: 'due' as DueId,
  type: 'permit',
  date: addDays(on, days),
  whose: 'person',
  weight: 'hard',
  metOn: null,
  ...of,
});
const told = (due: Due, state: CaseState = active, team: Parameters<typeof remindersOfCase>[0]['members'] = members) =>
  remindersOfCase({ id: caseId, state, due: [due], members: team }, on).map(
    ({ user: who, kind, step, urgent }) => `${who} ${kind} ${step}${urgent ? ' urgent' : ''}`,
  );

test('a hard date is told 30, 14, 7 and 1 day before, to the lead', () => {
  expect(told(dueIn(31))).toEqual([]);
  expect(told(dueIn(30))).toEqual(['lead due-soon 30']);
  expect(told(dueIn(15))).toEqual(['lead due-soon 30']);
  expect(told(dueIn(14))).toEqual(['lead due-soon 14']);
  expect(told(dueIn(7))).toEqual(['lead due-soon 7']);
  expect(told(dueIn(2))).toEqual(['lead due-soon 7']);
  expect(told(dueIn(1))).toEqual(['lead due-soon 1']);
  expect(told(dueIn(0))).toEqual(['lead due-soon 1']);
  expect(told(dueIn(-1))).toEqual(['lead due-late null urgent', 'coordinator due-late null urgent']);
});

test('target and soft dates are told 14 days before, a duty 3', () => {
  for (const weight of ['target', 'soft'] as const) {
    expect(told(dueIn(15, { weight }))).toEqual([]);
    expect(told(dueIn(14, { weight }))).toEqual(['lead due-soon 14']);
  }
  expect(told(dueIn(4, { weight: 'duty' }))).toEqual([]);
  expect(told(dueIn(3, { weight: 'duty' }))).toEqual(['lead due-soon 3']);
  expect(told(dueIn(-1, { weight: 'soft' }))).toEqual(['lead due-late null', 'coordinator due-late null']);
});

test('an authority is named when it is over its day, never before, and is not our lateness', () => {
  expect(told(dueIn(0, { whose: 'authority' }))).toEqual([]);
  expect(told(dueIn(-1, { whose: 'authority' }))).toEqual(['lead authority-late null']);
});

test('without a lead the coordinators are told; of a resting case whoever watches it', () => {
  const coordinator = [members[2]];
  expect(told(dueIn(7), { name: 'accepted', on }, coordinator)).toEqual(['coordinator due-soon 7']);
  const paused: CaseState = { name: 'paused', on, resumeOn: addDays(on, 30), watcher: user('second') };
  expect(told(dueIn(7), paused)).toEqual(['second due-soon 7']);
});

test('a safety check that is late is urgent, an answer that is late is not', () => {
  const rowsOf = (state: CaseState) => remindersOfCase({ id: caseId, state, due: [], members }, on);
  expect(rowsOf({ name: 'intake', on, safetyBy: on })).toEqual([]);
  expect(rowsOf({ name: 'intake', on, safetyBy: addDays(on, -1) })).toMatchObject([
    { user: 'coordinator', kind: 'safety-check-late', urgent: true },
  ]);
  expect(rowsOf({ name: 'referred', on, answerBy: addDays(on, -1) })).toMatchObject([
    { user: 'coordinator', kind: 'answer-late', urgent: false },
  ]);
});

test('one person is told of one date at most once, never of what is met, and ever nearer steps', () => {
  const anyDue = fc.record({
    days: fc.integer({ min: -40, max: 60 }),
    whose: fc.constantFrom(...dueSides),
    weight: fc.constantFrom(...dueWeights),
    met: fc.boolean(),
  });
  fc.assert(
    fc.property(anyDue, ({ days, whose, weight, met }) => {
      const due = dueIn(days, { whose, weight, metOn: met ? on : null });
      const reminders = remindersOfCase({ id: caseId, state: active, due: [due], members }, on);
      expect(new Set(reminders.map(({ user: who }) => who)).size).toBe(reminders.length);
      if (met || days > furthestStep) expect(reminders).toEqual([]);
      for (const { step } of reminders) {
        if (step !== null)
          expect([...reminderSteps[weight]].some((known) => known === step && days <= step)).toBe(true);
      }
      const tomorrow = remindersOfCase({ id: caseId, state: active, due: [due], members }, addDays(on, 1));
      // What was told once stays until it is met: it never falls silent by waiting.
      expect(tomorrow.length).toBeGreaterThanOrEqual(reminders.length);
    }),
  );
});
