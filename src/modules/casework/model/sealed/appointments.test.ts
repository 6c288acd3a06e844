import { describe, expect, test } from 'vitest';
import { addDays, civilDate, createId, type RecordId, type UserId } from '#platform/base';
import { buildAppointment, buildSafety } from '../../testing/sealed-samples.ts';
import { blockOf, compareAppointments, doersOf, gapsOf, outcomeIsLate, tasksAfter, timeOf } from './appointments.ts';

const today = civilDate('2026-11-25');
let counter = 0;
const newId = () => createId<RecordId>((length) => new Uint8Array(length).fill((counter += 1)));
const user = (at: number) => createId<UserId>((length) => new Uint8Array(length).fill(at));

describe('where an appointment stands', () => {
  test('its own day is still coming; the day after it is asked about, and late after two days', () => {
    const on = (day: string) => buildAppointment({ on: civilDate(day) });
    expect(timeOf(on('2026-11-25'), today)).toBe('coming');
    expect(timeOf(on('2026-11-24'), today)).toBe('to-ask');
    expect(outcomeIsLate(on('2026-11-23'), today)).toBe(false);
    expect(outcomeIsLate(on('2026-11-22'), today)).toBe(true);
    const over = buildAppointment({ on: addDays(today, 3), state: { name: 'cancelled', on: today, words: '' } });
    expect(timeOf(over, today)).toBe('past');
    expect(outcomeIsLate(over, addDays(today, 30))).toBe(false);
  });

  test('an hour comes before a day without one', () => {
    const at = (time: string | null) => buildAppointment({ at: time });
    expect([at(null), at('14:00'), at('09:30')].toSorted(compareAppointments).map((one) => one.at)).toEqual([
      '09:30',
      '14:00',
      null,
    ]);
  });
});

describe('what is still open', () => {
  test('a wish for company without anybody, an interpreter to find, no meeting point, no safe way', () => {
    const told = { told: true, source: 'person', on: today } as const;
    expect(gapsOf(buildAppointment({ goes: [], wantsCompany: told, interpreter: 'needed', safeWay: ' ' }))).toEqual([
      'company',
      'interpreter',
      'safe-way',
    ]);
    expect(gapsOf(buildAppointment({ goes: [], wantsCompany: { notTold: 'not-asked' } }))).toEqual([
      'company-not-asked',
    ]);
    expect(gapsOf(buildAppointment({ goes: [user(1)], meetingPoint: null }))).toEqual(['meeting-point']);
    expect(gapsOf(buildAppointment({ goes: [user(1)], meetingPoint: 'Side entrance' }))).toEqual([]);
  });

  test('nothing once it is over', () => {
    expect(gapsOf(buildAppointment({ safeWay: '', state: { name: 'took-place', on: today, words: '' } }))).toEqual([]);
  });
});

describe('an embassy', () => {
  const embassy = { kind: 'embassy', lawyer: null } as const;
  const lawyer = (answer: 'may-go' | 'may-not') => ({
    kind: 'embassy' as const,
    lawyer: { answer, on: today, words: '' },
  });
  const checked = (told: boolean | null, on = today) => ({
    kind: 'safety' as const,
    content: buildSafety({
      on,
      homeAuthoritiesMayKnow: told === null ? { notTold: 'does-not-want-to-say' } : { told, source: 'person', on },
    }),
  });

  test('needs a check, and the lawyer when the check says no or nothing', () => {
    expect(blockOf([], embassy)).toBe('no-check');
    expect(blockOf([], lawyer('may-go'))).toBe('no-check');
    expect(blockOf([checked(null)], embassy)).toBe('not-answered');
    expect(blockOf([checked(false)], embassy)).toBe('said-no');
    expect(blockOf([checked(false)], lawyer('may-not'))).toBe('said-no');
    expect(blockOf([checked(false)], lawyer('may-go'))).toBeNull();
    expect(blockOf([checked(true)], embassy)).toBeNull();
    expect(blockOf([], { kind: 'court', lawyer: null })).toBeNull();
  });

  test('the newest check counts, in whatever order they were written', () => {
    expect(blockOf([checked(false), checked(true, addDays(today, -40))], embassy)).toBe('said-no');
  });
});

describe('rows of the work lists', () => {
  test('one for each who goes along, one to ask how it went when nobody does', () => {
    expect(doersOf({ kind: 'court', goes: [user(1), user(2)] }, user(9))).toEqual([
      { user: user(1), kind: 'go-along' },
      { user: user(2), kind: 'go-along' },
    ]);
    expect(doersOf({ kind: 'other', goes: [user(1)] }, user(9))).toEqual([{ user: user(1), kind: 'meet' }]);
    expect(doersOf({ kind: 'court', goes: [] }, user(9))).toEqual([{ user: user(9), kind: 'call' }]);
  });

  test('stay with who stays, are dropped for who leaves, and are new for who comes back', () => {
    const first = tasksAfter(
      [],
      [
        { user: user(1), kind: 'go-along' },
        { user: user(2), kind: 'go-along' },
      ],
      newId,
    );
    const second = tasksAfter(first, [{ user: user(1), kind: 'go-along' }], newId);
    expect(second.map(({ id, dropped }) => [id, dropped])).toEqual([
      [first[0]?.id, false],
      [first[1]?.id, true],
    ]);
    const third = tasksAfter(second, [{ user: user(2), kind: 'go-along' }], newId);
    expect(third.filter(({ dropped }) => !dropped).map((task) => task.user)).toEqual([user(2)]);
    expect(new Set(third.map(({ id }) => id)).size).toBe(third.length);
  });
});
