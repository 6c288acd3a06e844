import { describe, expect, it } from 'vitest';
import { civilDate } from '#platform/base';
import { fromSessionValues, noSession, toSessionValues } from './session-values.ts';

const where = { place: 'Room 2', link: '', accessNote: 'There is a lift.' };
const given = toSessionValues(
  { day: civilDate('2026-12-10'), from: '10:00', to: '12:00', signUpDay: civilDate('2026-12-07') },
  where,
);

describe('the form of a session', () => {
  it('gives back the session that it was made of', () => {
    expect(fromSessionValues(given)).toMatchObject({
      when: { from: '2026-12-10T10:00', to: '2026-12-10T12:00', signUpUntil: '2026-12-07T10:00', ...where },
    });
  });

  it('keeps the nearest end of sign-up that it knows', () => {
    const near = { day: civilDate('2026-12-10'), from: '10:00', to: '12:00', signUpDay: civilDate('2026-12-08') };
    expect(toSessionValues(near, where).ends).toBe('1');
  });

  it.each([
    ['DayMissing', { day: noSession.day }],
    ['TimesWrong', { from: '' }],
    ['PlacesWrong', { places: '0' }],
    ['PlacesWrong', { quota: 'x' }],
    ['LinkWrong', { link: 'http://meet.test' }],
  ])('says what is wrong: %s', (code, over) => {
    expect(fromSessionValues({ ...given, ...over })).toBe(code);
  });
});
