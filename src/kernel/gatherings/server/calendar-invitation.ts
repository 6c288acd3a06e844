import { generateIcsCalendar, type IcsDateObject, type IcsTimezone } from 'ts-ics';
import { localTimeText } from '#kernel/procedures';
import { isTwice } from '../model/is-twice.ts';
import { gatheringZone, type Gathering } from '../model/roster.ts';

/** What a calendar is told: a time and a neutral word. Where it is, whose it is and who else comes is nowhere in it. */
export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for one sign-up for ever, and of nobody else's. */
  readonly uid: string;
  /** Rises with every change, so that a later mail counts, whichever comes first. */
  readonly sequence: number;
  readonly title: string;
  readonly organiser: string;
  readonly attendee: string;
  readonly at: Pick<Gathering, 'startsAt' | 'endsAt'>;
  readonly now: Date;
}

/** An invitation to one person, or its end, as iCalendar (RFC 5545, 5546). Answers are given on the page, never by mail. */
export function calendarInvitation(invitation: Invitation): string {
  const { method, uid, sequence, title, organiser, attendee, at, now } = invitation;
  // A local time in the hour that comes twice in October names two moments, and readers differ in which they take (RFC 5545, 3.3.5).
  const isShownTwice = isTwice(at.startsAt) || isTwice(at.endsAt);
  const said = isShownTwice ? universal : local;
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//Baken//Gatherings//EN',
    method,
    ...(isShownTwice ? {} : { timezones: [amsterdam] }),
    events: [
      {
        uid,
        sequence,
        summary: title,
        stamp: { date: now, type: 'DATE-TIME' },
        start: said(at.startsAt),
        end: said(at.endsAt),
        status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
        class: 'PRIVATE',
        organizer: { email: organiser },
        attendees: [{ email: attendee, partstat: 'ACCEPTED', rsvp: false }],
      },
    ],
  });
}

/** A moment in the time of the world. */
function universal(instant: Date): IcsDateObject {
  return { date: instant, type: 'DATE-TIME' };
}

/** The library writes the UTC side of `local.date`, so it gets what the clocks there show. */
function local(instant: Date): IcsDateObject {
  const text = localTimeText(instant.getTime(), gatheringZone);
  const date = new Date(`${text.slice(0, 16)}:00Z`);
  return {
    date: instant,
    type: 'DATE-TIME',
    local: { date, timezone: gatheringZone, tzoffset: text.slice(16).replace(':', '') },
  };
}

// Summer time begins at two in the night of the last Sunday of March and ends at three in that of October, since 1996.
// The library adds the new offset to `start` before it writes it.
const amsterdam: IcsTimezone = {
  id: gatheringZone,
  props: [
    {
      type: 'DAYLIGHT',
      start: new Date('1996-03-31T00:00:00Z'),
      offsetFrom: '+0100',
      offsetTo: '+0200',
      name: 'CEST',
      recurrenceRule: { frequency: 'YEARLY', byMonth: [2], byDay: [{ day: 'SU', occurrence: -1 }] },
    },
    {
      type: 'STANDARD',
      start: new Date('1996-10-27T02:00:00Z'),
      offsetFrom: '+0200',
      offsetTo: '+0100',
      name: 'CET',
      recurrenceRule: { frequency: 'YEARLY', byMonth: [9], byDay: [{ day: 'SU', occurrence: -1 }] },
    },
  ],
};
