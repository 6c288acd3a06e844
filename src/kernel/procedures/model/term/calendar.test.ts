import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { releasedPacks, termGroundOf } from '../../index.ts';
import { dayText, isDay, lengthOfMonth, numberOfDay, numberOfParts, partsOfNumber, weekdayOf } from './day-number.ts';
import { easterSunday, holidaysOf, offDay } from './holidays.ts';
import { localTimeText, readLocalTime } from './local-time.ts';
import { addMonths, parsePeriod } from './period.ts';

const ground = termGroundOf(releasedPacks, 'nl-atw');
if (ground === null) throw new Error('no calendar');
const { calendar } = ground;
const zone = calendar.timeZone;

describe('days as numbers', () => {
  test('agree with the calendar of the platform from year 1 to 9999, both ways', () => {
    const first = Date.UTC(2000, 0, 1) / 86_400_000 - 730_119;
    fc.assert(
      fc.property(fc.integer({ min: first, max: 2_932_896 }), (number) => {
        const date = new Date(number * 86_400_000);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(partsOfNumber(number)).toEqual(parts);
        expect(numberOfParts(parts.year, parts.month, parts.day)).toBe(number);
        expect(weekdayOf(number)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
        expect(dayText(number)).toBe(date.toISOString().slice(0, 10));
        expect(numberOfDay(dayText(number))).toBe(number);
      }),
      { numRuns: 5_000, examples: [[-1], [0], [59], [60], [11_016], [-25_508], [-25_509], [47_540], [47_541]] },
    );
  });

  test('know the length of each month, and of February every four, hundred and four hundred years', () => {
    const lengths = (year: number): readonly number[] => [...Array(12).keys()].map((at) => lengthOfMonth(year, at + 1));
    expect(lengths(2026)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([2024, 2100, 2000, 1900].map((year) => lengthOfMonth(year, 2))).toEqual([29, 28, 29, 28]);
  });

  test('are read only as days that exist', () => {
    expect(numberOfDay('2026-03-01T10:00')).toBe(numberOfDay('2026-03-01'));
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-03-01T10:00', '20260301'])
      expect([text, isDay(text)]).toEqual([text, false]);
    expect([isDay('2024-02-29'), isDay('2024-02-29')]).toEqual([true, true]);
  });
});

describe('months away', () => {
  test('keep the day number, and are clipped where there is none', () => {
    const away = (from: string, months: number, clip: 'up' | 'down') => {
      const { day, clipped } = addMonths(numberOfDay(from), months, clip);
      return `${dayText(day)} ${String(clipped)}`;
    };
    expect(away('2026-01-31', 1, 'down')).toBe('2026-02-28 true');
    expect(away('2026-01-31', 1, 'up')).toBe('2026-03-01 true');
    expect(away('2026-01-28', 1, 'down')).toBe('2026-02-28 false');
    expect(away('2026-01-28', 1, 'up')).toBe('2026-02-28 false');
    expect(away('2026-12-15', 1, 'down')).toBe('2027-01-15 false');
    expect(away('2026-01-15', -1, 'down')).toBe('2025-12-15 false');
    expect(away('2026-01-15', -13, 'down')).toBe('2024-12-15 false');
    expect(away('2026-03-31', -1, 'down')).toBe('2026-02-28 true');
    expect(away('2026-11-30', 12, 'down')).toBe('2027-11-30 false');
  });
});

describe('a period', () => {
  test.each([
    ['P1D', { unit: 'days', amount: 1 }],
    ['P12W', { unit: 'weeks', amount: 12 }],
    ['P3M', { unit: 'months', amount: 3 }],
    ['P10Y', { unit: 'years', amount: 10 }],
    ['PT24H', { unit: 'hours', amount: 24 }],
    ['P99999D', { unit: 'days', amount: 99_999 }],
    ['P100000D', null],
    ['PT100000H', null],
    ['P0D', null],
    ['PT0H', null],
    ['P1M2D', null],
    ['P', null],
    ['PT', null],
    ['P1', null],
    ['P1H', null],
    ['PT1D', null],
    ['PT1M', null],
    ['p1d', null],
    ['P-1D', null],
    ['P1.5D', null],
    [' P1D', null],
    ['P1D ', null],
    ['', null],
  ])('%s', (text, expected) => {
    // Twice: the second answer is the kept one.
    expect([parsePeriod(text), parsePeriod(text)]).toEqual([expected, expected]);
  });
});

describe('holidays', () => {
  // Easter Sundays as every almanac has them, the earliest and the latest that can be among them.
  test.each([
    [1818, '03-22'],
    [1943, '04-25'],
    [1954, '04-18'],
    [1961, '04-02'],
    [1981, '04-19'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2019, '04-21'],
    [2023, '04-09'],
    [2024, '03-31'],
    [2025, '04-20'],
    [2026, '04-05'],
    [2027, '03-28'],
    [2028, '04-16'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
    [2100, '03-28'],
    [2200, '04-06'],
    [2285, '03-22'],
  ])('Easter of %i', (year, day) => expect(dayText(easterSunday(year))).toBe(`${String(year)}-${day}`));

  test('of a Dutch year, with how sure each is', () => {
    const told = [...holidaysOf(calendar, 2027)].toSorted(([left], [right]) => left - right);
    expect(
      told.map(([day, { name, confidence, source }]) => `${dayText(day)} ${name} ${confidence} ${source}`),
    ).toEqual([
      '2027-01-01 new-year B Atw 3(1)',
      '2027-03-26 good-friday B Atw 3(2)',
      '2027-03-29 easter-monday B Atw 3(1)',
      '2027-04-27 kings-day C Atw 3(1)',
      '2027-05-05 liberation-day B Atw 3(1)',
      '2027-05-06 ascension B Atw 3(1)',
      '2027-05-07 decreed C Atw 3(3)',
      '2027-05-17 whit-monday B Atw 3(1)',
      '2027-12-25 christmas-day B Atw 3(1)',
      '2027-12-26 second-christmas-day B Atw 3(1)',
    ]);
    expect(holidaysOf(calendar, 2027)).toBe(holidaysOf(calendar, 2027));
  });

  test('a day that is several things has the name listed first; the 27th of April gives way on a Sunday only', () => {
    const nameOn = (day: string): string => {
      const off = offDay(calendar, numberOfDay(day));
      return off === null ? 'open' : off.code === 'weekend' ? 'weekend' : off.name;
    };
    // Ascension Day of 2016 was the fifth of May; in 2008 it was the first.
    expect(nameOn('2016-05-05')).toBe('liberation-day');
    expect(nameOn('2025-04-26')).toBe('kings-day');
    expect(nameOn('2025-04-27')).toBe('weekend');
    expect(nameOn('2024-04-27')).toBe('kings-day');
    expect(nameOn('2026-04-27')).toBe('kings-day');
    expect(nameOn('2026-04-26')).toBe('weekend');
    expect([nameOn('2026-11-27'), nameOn('2026-11-28'), nameOn('2026-11-29'), nameOn('2026-11-30')]).toEqual([
      'open',
      'weekend',
      'weekend',
      'open',
    ]);
  });

  test('a rule that names no day gives none', () => {
    const odd = { ...calendar, holidays: [{ name: 'odd', confidence: 'B', source: 'none', month: 3 }] } as const;
    expect([...holidaysOf(odd, 2026)]).toEqual([]);
    const other = { ...calendar, holidays: [{ name: 'odd', confidence: 'B', source: 'none', day: 3 }] } as const;
    expect([...holidaysOf(other, 2026)]).toEqual([]);
  });
});

describe('local time', () => {
  const read = (text: string): string => {
    const time = readLocalTime(text, zone);
    return time.ok ? new Date(time.time).toISOString().slice(0, 16) : time.code;
  };
  test.each([
    ['2026-01-15T10:30', '2026-01-15T09:30'],
    ['2026-07-15T10:30', '2026-07-15T08:30'],
    // Skipped: on 29 March 2026 clocks go from 02:00 to 03:00.
    ['2026-03-29T01:59', '2026-03-29T00:59'],
    ['2026-03-29T02:00', 'time-nonexistent'],
    ['2026-03-29T02:59', 'time-nonexistent'],
    ['2026-03-29T03:00', '2026-03-29T01:00'],
    // Twice: on 25 October 2026 clocks go from 03:00 to 02:00.
    ['2026-10-25T01:59', '2026-10-24T23:59'],
    ['2026-10-25T02:00', '2026-10-25T00:00'],
    ['2026-10-25T02:59', '2026-10-25T00:59'],
    ['2026-10-25T03:00', '2026-10-25T02:00'],
    ['2026-10-25T02:30+01:00', '2026-10-25T01:30'],
    ['2026-10-25T02:30+02:00', '2026-10-25T00:30'],
    ['2026-10-25T02:30Z', '2026-10-25T02:30'],
    ['2026-10-25T02:30-03:30', '2026-10-25T06:00'],
    ['2026-10-25T02:30+14:59', '2026-10-24T11:31'],
    ['2026-10-25T02:30+15:00', 'date-malformed'],
    ['2026-10-25T24:00', 'date-malformed'],
    ['2026-10-25T23:59', '2026-10-25T22:59'],
    ['2026-10-25T19:00', '2026-10-25T18:00'],
    ['2026-10-25T02:60', 'date-malformed'],
    ['2026-02-30T02:00', 'date-malformed'],
    ['2026-10-25T2:30', 'date-malformed'],
    [' 2026-10-25T02:30', 'date-malformed'],
    ['2026-10-25T02:30 ', 'date-malformed'],
    ['2026-10-25T02:30+1:00', 'date-malformed'],
    ['2026-10-25', 'date-malformed'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test('is told with its offset, in every zone', () => {
    const told = (instant: string, where = zone): string => localTimeText(Date.parse(instant), where);
    expect(told('2026-10-25T00:30Z')).toBe('2026-10-25T02:30+02:00');
    expect(told('2026-10-25T01:30Z')).toBe('2026-10-25T02:30+01:00');
    expect(told('2026-12-31T23:05Z')).toBe('2027-01-01T00:05+01:00');
    expect(told('2026-07-01T12:00Z', 'America/St_Johns')).toBe('2026-07-01T09:30-02:30');
    expect(told('2026-07-01T12:00Z', 'Asia/Kathmandu')).toBe('2026-07-01T17:45+05:45');
    expect(told('2026-07-01T12:00Z', 'UTC')).toBe('2026-07-01T12:00+00:00');
  });
});
