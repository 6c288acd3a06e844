import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarInvitation, type Invitation } from './calendar-invitation.ts';

const plain: Invitation = {
  method: 'REQUEST',
  uid: '5b8f1f2e-7d0a-4c55-9c11-2f0c2a8f7f10@baken.test',
  sequence: 3,
  title: 'Training',
  organiser: 'baken@baken.test',
  attendee: 'heron47@mail.test',
  at: { startsAt: new Date('2026-12-03T09:00:00Z'), endsAt: new Date('2026-12-03T11:30:00Z') },
  now: new Date('2026-11-27T10:00:00Z'),
};

/** What the first library reads, by the zone that the file itself describes. */
function readByIcal(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [zone] = calendar.getAllSubcomponents('vtimezone');
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  if (!event || more.length > 0) return expect.unreachable('one event');
  const described = zone === undefined ? ICAL.Timezone.utcTimezone : new ICAL.Timezone(zone);
  const instant = (name: 'dtstart' | 'dtend'): Date => {
    const value = event.getFirstPropertyValue(name);
    if (!(value instanceof ICAL.Time)) return expect.unreachable('a time');
    // A time of a zone is in the zone that the file describes, and any other one in that of the world.
    expect(value.zone === ICAL.Timezone.utcTimezone).toBe(zone === undefined);
    const { year, month, day, hour, minute } = value;
    const local = new ICAL.Time({ year, month, day, hour, minute, second: 0, isDate: false }, described);
    return new Date(local.toUnixTime() * 1000);
  };
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    summary: event.getFirstPropertyValue('summary'),
    status: event.getFirstPropertyValue('status'),
    attendees: event.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase()),
    startsAt: instant('dtstart'),
    endsAt: instant('dtend'),
  };
}

/** What the second one reads, by its own table of zones. */
function readByNode(text: string) {
  const parsed = ical.sync.parseICS(text);
  const events = Object.values(parsed).filter((one) => one?.type === 'VEVENT');
  const [event] = events;
  if (event?.type !== 'VEVENT' || events.length !== 1) return expect.unreachable('one event');
  const attendees = [event.attendee].flat().map((one) => (typeof one === 'string' ? one : (one?.val ?? '')));
  return {
    method: event.method,
    uid: event.uid,
    sequence: Number(event.sequence),
    summary: event.summary,
    status: event.status,
    attendees: attendees.map((one) => one.toLowerCase()),
    startsAt: new Date(event.start.getTime()),
    endsAt: new Date(event.end?.getTime() ?? 0),
  };
}

describe('an invitation', () => {
  it('says to two other libraries when it is and for whom, and to one person alone', () => {
    const said = {
      ...{ method: 'REQUEST', uid: plain.uid, sequence: 3, summary: 'Training', status: 'CONFIRMED' },
      ...{ attendees: ['mailto:heron47@mail.test'], ...plain.at },
    };
    const text = calendarInvitation(plain);
    expect(readByIcal(text)).toEqual(said);
    expect(readByNode(text)).toEqual(said);
    expect(text).toContain('RSVP=FALSE');
    expect(text).not.toMatch(/LOCATION|DESCRIPTION|URL/);
  });

  it('that is taken back says so under the same name', () => {
    const text = calendarInvitation({ ...plain, method: 'CANCEL', sequence: 4 });
    for (const read of [readByIcal(text), readByNode(text)])
      expect(read).toMatchObject({ method: 'CANCEL', uid: plain.uid, sequence: 4, status: 'CANCELLED' });
  });

  it('is at the same moment for every reader, summer and winter, on the nights when the clocks change, on every device', () => {
    const minute = 60_000;
    const first = Date.parse('2026-01-01T00:00:00Z');
    const [spring, autumn] = [Date.parse('2027-03-28T01:00:00Z'), Date.parse('2026-10-25T01:00:00Z')];
    const anyStart = fc.oneof(
      fc.integer({ min: 0, max: 4 * 366 * 24 * 4 }).map((quarters) => first + quarters * 15 * minute),
      fc.integer({ min: -20, max: 20 }).map((quarters) => spring + quarters * 15 * minute),
      fc.integer({ min: -20, max: 20 }).map((quarters) => autumn + quarters * 15 * minute),
    );
    const zone = process.env['TZ'];
    try {
      fc.assert(
        fc.property(
          anyStart,
          fc.integer({ min: 1, max: 16 }),
          fc.constantFrom('UTC', 'Europe/Amsterdam', 'Pacific/Auckland'),
          (start, quarters, tz) => {
            process.env['TZ'] = tz;
            const at = { startsAt: new Date(start), endsAt: new Date(start + quarters * 15 * minute) };
            const text = calendarInvitation({ ...plain, at });
            expect(readByIcal(text)).toMatchObject(at);
            expect(readByNode(text)).toMatchObject(at);
          },
        ),
      );
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('in the hour that comes twice in October says which of the two it is, and around the hour that March skips is in its zone', () => {
    const around = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) });
    const twice = [
      around('2026-10-25T00:30:00Z', '2026-10-25T03:00:00Z'),
      around('2026-10-25T01:30:00Z', '2026-10-25T03:00:00Z'),
      around('2026-10-24T22:00:00Z', '2026-10-25T00:15:00Z'),
      around('2026-10-24T22:00:00Z', '2026-10-25T01:15:00Z'),
      around('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'),
    ];
    const once = [
      around('2027-03-28T00:59:00Z', '2027-03-28T01:00:00Z'),
      around('2026-10-24T23:59:00Z', '2026-10-25T02:00:00Z'),
    ];
    for (const at of [...twice, ...once]) {
      const text = calendarInvitation({ ...plain, at });
      expect(readByIcal(text)).toMatchObject(at);
      expect(readByNode(text)).toMatchObject(at);
      expect(text.includes('DTSTART;VALUE=DATE-TIME;TZID=Europe/Amsterdam:')).toBe(once.includes(at));
      expect(text.includes('BEGIN:VTIMEZONE')).toBe(once.includes(at));
    }
    expect(calendarInvitation({ ...plain, at: once[0] ?? plain.at })).toMatch(
      /DTSTART;VALUE=DATE-TIME;TZID=Europe\/Amsterdam:20270328T015900\r\nDTEND;VALUE=DATE-TIME;TZID=Europe\/Amsterdam:20270328T030000/,
    );
  });
});
