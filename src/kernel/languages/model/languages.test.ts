import { describe, expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { createMessages, directionOf, formatDay, formatPartDate, formatShortDay } from '../index.ts';

const today = civilDate('2026-12-14');

describe('dates in words', () => {
  test('are written as people write them', () => {
    expect(formatDay(civilDate('2026-12-28'), 'en')).toBe('Monday 28 December 2026');
    expect(formatDay(civilDate('2026-12-28'), 'nl')).toBe('maandag 28 december 2026');
    expect(formatShortDay(civilDate('2026-12-28'), 'en', today)).toBe('Mon 28 Dec');
    expect(formatShortDay(civilDate('2026-12-28'), 'nl', today)).toBe('ma 28 dec');
    expect(formatShortDay(civilDate('2027-01-04'), 'en', today)).toBe('Mon 4 Jan 2027');
  });

  test('say as much of a date as is known', () => {
    expect(formatPartDate('1990-08-17', 'nl')).toBe('17 augustus 1990');
    expect(formatPartDate('1990-08', 'en')).toBe('August 1990');
    expect(formatPartDate('1990', 'nl')).toBe('1990');
  });
});

describe('messages', () => {
  const t = createMessages('en', [
    { 'x.days': '{count, plural, one {# day left} other {# days left}}', 'x.plain': "the person's words" },
  ]);

  test('count, and are plain text without values', () => {
    expect(t('x.days', { count: 1 })).toBe('1 day left');
    expect(t('x.days', { count: 14 })).toBe('14 days left');
    expect(t('x.plain')).toBe("the person's words");
  });

  test('take values as text and never as markup', () => {
    const named = createMessages('en', [{ 'x.name': 'Case {name}' }]);
    expect(named('x.name', { name: '<b>{count}</b>' })).toBe('Case <b>{count}</b>');
  });

  test('a key that does not exist is a defect', () => {
    expect(() => t('x.none')).toThrow('no message x.none');
  });
});

test('direction follows the language, not its region', () => {
  expect(directionOf('ar-SY')).toBe('rtl');
  expect(directionOf('nl')).toBe('ltr');
});
