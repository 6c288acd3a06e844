import { describe, expect, test } from 'vitest';
import { parseCivilDate } from '#platform/base';
import { fromTypedDate, noDate, readPastedDate, toTypedDate } from './typed-date.ts';

const typed = (day: string, month: string, year: string) => fromTypedDate({ day, month, year });

describe('a typed date', () => {
  test.each([
    ['27', '11', '2026', '2026-11-27'],
    [' 7 ', '1', '2026', '2026-01-07'],
    ['29', '2', '2028', '2028-02-29'],
  ])('%s %s %s is a day', (day, month, year, expected) => {
    expect(parseCivilDate(typed(day, month, year))).toBe(expected);
  });

  test.each([
    ['31', '02', '2026'],
    ['29', '2', '2026'],
    ['27', '13', '2026'],
    ['27', '11', '26'],
    ['27', '11', '026'],
    ['27', '11', ''],
    ['27', 'nov', '2026'],
    ['-1', '11', '2026'],
    ['0', '0', '0'],
  ])('%s %s %s is none, and not nothing either', (day, month, year) => {
    expect(typed(day, month, year)).not.toBe('');
    expect(parseCivilDate(typed(day, month, year))).toBeNull();
  });

  test('that is empty is nothing', () => {
    expect(fromTypedDate(noDate)).toBe('');
    expect(typed(' ', '', '')).toBe('');
  });

  test('that was a day comes back as the same', () => {
    expect(fromTypedDate(toTypedDate('2026-01-07'))).toBe('2026-01-07');
  });
});

describe('a pasted date', () => {
  test.each([
    '27-11-2026',
    ' 27/11/2026 ',
    '27.11.2026',
    '27 11 2026',
    '2026-11-27',
    '27 november 2026',
    '27 Nov. 2026',
    'vrijdag 27 november 2026',
    'Friday, 27 November 2026',
    '27\u00a0november\u00a02026',
  ])('%s fills the boxes', (text) => {
    expect(readPastedDate(text)).toEqual({ day: '27', month: '11', year: '2026' });
  });

  test.each([
    ['1 maart 2026', '3'],
    ['1 mrt 2026', '3'],
    ['1 March 2026', '3'],
    ['1 mei 2026', '5'],
    ['1 okt 2026', '10'],
  ])('%s has month %s', (text, month) => {
    expect(readPastedDate(text)).toEqual({ day: '1', month, year: '2026' });
  });

  test.each([
    '27',
    '27-11-26',
    '27 xyz 2026',
    'november 2026',
    '1 2 3 2026',
    '27 11 2026 9',
    'Friday',
    '',
    '27-11-20266',
  ])('%j is left to be pasted as it is', (text) => {
    expect(readPastedDate(text)).toBeNull();
  });

  test('a day that does not exist fills the boxes, so that it is seen and explained', () => {
    expect(readPastedDate('31 februari 2026')).toEqual({ day: '31', month: '2', year: '2026' });
  });
});
