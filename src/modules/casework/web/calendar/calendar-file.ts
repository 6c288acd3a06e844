import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import { addDays, type CivilDate } from '#platform/base';

/** One day of the calendar file. */
export interface CalendarDay {
  /** The random id of the due row: the same at each export, so that a calendar moves the entry instead of adding one. */
  readonly id: string;
  readonly date: CivilDate;
  readonly codeName: string;
  /** Met, or no longer there: the calendar is told to strike it out. */
  readonly gone: boolean;
}

export interface CalendarChoice {
  /** The word for what the entry is, such as "date": never an authority, place or person. */
  readonly kind: string;
  /** Entries say "Baken" and nothing else. */
  readonly nameOnly: boolean;
  /** A reminder of the calendar app, 7 days and 1 day before. */
  readonly alarms: boolean;
  readonly now: Date;
}

const daysAhead = [7, 1];
/** Sequence numbers count minutes from here: a later export always counts as the newer one, and nothing has to be kept. */
const sequenceFrom = Date.UTC(2026, 0, 1);

/**
 * The days as an iCalendar file (RFC 5545): whole days without an hour or a zone, and code names at most. What the days are
 * about, the stage and the person are not in it.
 */
export function calendarFile(days: readonly CalendarDay[], { kind, nameOnly, alarms, now }: CalendarChoice): string {
  const name = (codeName: string): string => (nameOnly ? 'Baken' : `Baken, ${codeName}, ${kind}`);
  const events = days.map(({ id, date, codeName, gone }): IcsEvent => ({
    uid: id,
    summary: name(codeName),
    stamp: { date: now, type: 'DATE-TIME' },
    start: { date: midnight(date), type: 'DATE' },
    end: { date: midnight(addDays(date, 1)), type: 'DATE' },
    sequence: Math.max(0, Math.floor((now.getTime() - sequenceFrom) / 60_000)),
    status: gone ? 'CANCELLED' : 'CONFIRMED',
    timeTransparent: 'TRANSPARENT',
    class: 'PRIVATE',
    alarms: alarms && !gone ? daysAhead.map((ahead) => alarmBefore(ahead, name(codeName))) : [],
  }));
  return generateIcsCalendar({ version: '2.0', prodId: '-//Baken//Dates//EN', method: 'PUBLISH', events });
}

function alarmBefore(days: number, description: string): NonNullable<IcsEvent['alarms']>[number] {
  return { action: 'DISPLAY', description, trigger: { type: 'relative', value: { before: true, days } } };
}

/** The library writes days by their UTC side. */
function midnight(day: CivilDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
