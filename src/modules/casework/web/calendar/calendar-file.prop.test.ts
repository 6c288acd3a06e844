import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, type CivilDate } from '#platform/base';
import { calendarFile, type CalendarChoice, type CalendarDay } from './calendar-file.ts';

const plain: CalendarChoice = { kind: 'date', nameOnly: false, alarms: false, now: new Date('2026-11-26T10:00:00Z') };
const first = civilDate('2023-01-01');
const anyDay: fc.Arbitrary<CalendarDay> = fc.record({
  id: fc.uuid({ version: 4 }),
  date: fc.integer({ min: 0, max: 4_000 }).map((days): CivilDate => addDays(first, days)),
  // Two words of a neutral list, and what would be a way out of the line if it were let.
  codeName: fc.oneof(fc.constantFrom('Linden Kite', 'Savory Ship'), fc.string({ maxLength: 80 })),
  gone: fc.boolean(),
});
const anyDays = fc.uniqueArray(anyDay, { selector: ({ id }) => id, maxLength: 40 });

/** The entries as another library reads them. */
function readBack(text: string): readonly ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
}

const day = (event: ICAL.Component, name: string): string => String(event.getFirstPropertyValue(name));

describe('days for a calendar', () => {
  it('read back as the same whole days under the same names, in every zone of the device', () => {
    const zone = process.env['TZ'];
    try {
      fc.assert(
        fc.property(
          anyDays,
          fc.constantFrom('UTC', 'Europe/Amsterdam', 'Pacific/Auckland', 'America/New_York'),
          (days, tz) => {
            process.env['TZ'] = tz;
            const events = readBack(calendarFile(days, plain));
            expect(
              events.map((event) => [
                day(event, 'uid'),
                day(event, 'dtstart'),
                day(event, 'dtend'),
                day(event, 'status'),
              ]),
            ).toEqual(days.map(({ id, date, gone }) => [id, date, addDays(date, 1), gone ? 'CANCELLED' : 'CONFIRMED']));
            for (const event of events) expect(event.getFirstProperty('dtstart')?.type).toBe('date');
          },
        ),
      );
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('say the code name at most: no line of the file holds anything else', () => {
    const known = new Set([
      'BEGIN',
      'END',
      'VERSION',
      'PRODID',
      'METHOD',
      'UID',
      'SUMMARY',
      'DTSTAMP',
      'DTSTART',
      'DTEND',
      'SEQUENCE',
      'STATUS',
      'TRANSP',
      'CLASS',
    ]);
    fc.assert(
      fc.property(anyDays, fc.boolean(), (days, nameOnly) => {
        const named = days.map((one) => ({ ...one, codeName: 'Linden Kite' }));
        const text = calendarFile(named, { ...plain, nameOnly });
        for (const line of text
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .filter((one) => one !== ''))
          expect(known.has(line.split(/[:;]/)[0] ?? '')).toBe(true);
        for (const event of readBack(text))
          expect(day(event, 'summary')).toBe(nameOnly ? 'Baken' : 'Baken, Linden Kite, date');
      }),
    );
  });
});

const one: CalendarDay = {
  id: '5b8f1f2e-7d0a-4c55-9c11-2f0c2a8f7f10',
  date: civilDate('2026-12-28'),
  codeName: 'Linden Kite',
  gone: false,
};

it('counts a later export as the newer one, so that a moved day moves', () => {
  const [before] = readBack(calendarFile([one], plain));
  const later = { ...plain, now: new Date('2026-11-26T10:01:00Z') };
  const [after] = readBack(calendarFile([{ ...one, date: civilDate('2027-01-04') }], later));
  expect([before && day(before, 'uid'), after && day(after, 'dtstart')]).toEqual([one.id, '2027-01-04']);
  expect(Number(after && day(after, 'sequence'))).toBeGreaterThan(Number(before && day(before, 'sequence')));
});

it('reminds only when asked, and never of what was struck out', () => {
  const alarms = (days: readonly CalendarDay[], choice: CalendarChoice): readonly string[] =>
    readBack(calendarFile(days, choice)).flatMap((event) =>
      event.getAllSubcomponents('valarm').map((alarm) => day(alarm, 'trigger')),
    );
  expect(alarms([one], plain)).toEqual([]);
  expect(alarms([one], { ...plain, alarms: true })).toEqual(['-P7D', '-P1D']);
  expect(alarms([{ ...one, gone: true }], { ...plain, alarms: true })).toEqual([]);
});
