import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import { buildPracticeWorld } from './build-practice-world.ts';

const on = civilDate('2026-11-24');

describe('the practice world', () => {
  test('equal input gives equal output', () => {
    expect(JSON.stringify(buildPracticeWorld({ seed: 7, on }))).toBe(
      JSON.stringify(buildPracticeWorld({ seed: 7, on })),
    );
    expect(JSON.stringify(buildPracticeWorld({ seed: 8, on }))).not.toBe(
      JSON.stringify(buildPracticeWorld({ seed: 7, on })),
    );
  });

  test('has 2 coordinators, 12 volunteers and 70 cases over all stages', () => {
    const world = buildPracticeWorld({ seed: 7, on });
    expect(world.colleagues.filter(({ role }) => role === 'coordinator')).toHaveLength(2);
    expect(world.colleagues.filter(({ role }) => role === 'volunteer')).toHaveLength(12);
    expect(world.cases).toHaveLength(70);
    expect(new Set(world.cases.map(({ stage }) => stage))).toEqual(
      new Set(['start', 'reflection', 'awaiting', 'permit', 'extension']),
    );
  });

  test('a few cases go by the first rules still, so that there is something to move to newer ones', () => {
    const older = buildPracticeWorld({ seed: 7, on }).cases.filter(({ rules }) => rules === 'first');
    expect(older.length).toBeGreaterThan(4);
    expect(older.length).toBeLessThan(12);
    expect(older.every(({ acceptedOn }) => acceptedOn !== null)).toBe(true);
  });

  test('nothing that happened lies in the future', () => {
    for (const { facts, contacts, papers, consents } of buildPracticeWorld({ seed: 7, on }).cases) {
      for (const dated of [...facts, ...contacts, ...papers, ...consents]) expect(dated.on <= on).toBe(true);
    }
  });

  test('has people around the person, one check that says now, some that are late, appointments past and coming', () => {
    const accepted = buildPracticeWorld({ seed: 7, on }).cases.filter(({ acceptedOn }) => acceptedOn !== null);
    expect(accepted.every(({ parties, safety }) => parties.length > 0 && safety.length > 0)).toBe(true);
    const results = accepted.map(({ safety }) => safety.at(-1));
    expect(results.filter((check) => check?.result === 'now')).toHaveLength(1);
    expect(results.some((check) => check && addDays(check.on, 90) < on)).toBe(true);
    expect(accepted.every(({ safety }) => safety.every((check) => check.on <= on))).toBe(true);
    const appointments = accepted.flatMap((practice) => practice.appointments);
    expect(appointments.filter((one) => one.on >= on).length).toBeGreaterThan(30);
    expect(appointments.some((one) => one.on < on && one.outcome === null)).toBe(true);
    expect(appointments.every((one) => one.on < on || one.outcome === null)).toBe(true);
  });

  test('has family, what happened, dangers, accounts and incidents in several cases, none of it in the future', () => {
    const inner = buildPracticeWorld({ seed: 7, on }).cases.map((practice) => practice.inner);
    const count = (has: (one: (typeof inner)[number]) => boolean) => inner.filter(has).length;
    expect(count(({ family }) => family.length > 0)).toBeGreaterThan(10);
    expect(count(({ events }) => events.length > 0)).toBeGreaterThan(10);
    expect(count(({ threats }) => threats.length > 0)).toBeGreaterThan(8);
    expect(count(({ account }) => typeof account?.agreedOn === 'string')).toBeGreaterThan(0);
    expect(count(({ account }) => account?.agreedOn === null)).toBeGreaterThan(0);
    expect(count(({ incidents }) => incidents.length > 0)).toBeGreaterThan(3);
    expect(count(({ talk }) => talk.waiting !== null)).toBeGreaterThan(2);
    const days = inner.flatMap(({ incidents, events, account, talk }) => [
      ...incidents.map((incident) => incident.on),
      ...events.flatMap(({ from, to }) => [from, to ?? from]),
      ...[account?.agreedOn, talk.asked?.on].filter((day) => typeof day === 'string'),
    ]);
    expect(days.every((day) => day <= on)).toBe(true);
    // Somebody who looks around finds one case with everything.
    expect(
      inner.some((one) => [one.family, one.events, one.threats, one.incidents].every(({ length }) => length > 0)),
    ).toBe(true);
  });

  test('contains a silent case, a withdrawn consent, a case without lead and a role that ended', () => {
    const { cases, colleagues } = buildPracticeWorld({ seed: 7, on });
    expect(cases.some(({ lead, acceptedOn }) => lead === null && acceptedOn !== null)).toBe(true);
    expect(cases.some(({ consents }) => consents.some(({ answer }) => answer === 'withdrawn'))).toBe(true);
    expect(colleagues.some(({ roleUntil }) => roleUntil !== null && roleUntil < on)).toBe(true);
  });
});
