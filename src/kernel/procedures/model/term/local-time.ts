import { dayText, isDay, numberOfDay } from './day-number.ts';

const formatByZone = new Map<string, Intl.DateTimeFormat>();
const minute = 60_000;

/** Minutes that local time is ahead of UTC at an instant, in a named zone. */
function offsetAt(zone: string, time: number): number {
  let format = formatByZone.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatByZone.set(zone, format);
  }
  const parts = new Map(format.formatToParts(time).map((part) => [part.type, Number(part.value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((local - Math.floor(time / 1000) * 1000) / minute);
}

export type LocalTime =
  | { readonly ok: true; readonly time: number }
  | { readonly ok: false; readonly code: 'date-malformed' | 'time-nonexistent' };

/**
 * Reads `YYYY-MM-DDTHH:MM`, local in the zone or with an offset. A local time that occurs twice is the
 * earlier one; one that the clocks skip is refused.
 */
export function readLocalTime(text: string, zone: string): LocalTime {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text);
  const day = match?.[1];
  if (match === null || day === undefined || !isDay(day)) return { ok: false, code: 'date-malformed' };
  const wall = numberOfDay(day) * 86_400_000 + (Number(match[2]) * 60 + Number(match[3])) * minute;
  const offset = match[4];
  if (offset !== undefined) return { ok: true, time: wall - offsetMinutes(offset) * minute };
  const candidates = [offsetAt(zone, wall - 86_400_000), offsetAt(zone, wall + 86_400_000)]
    .map((ahead) => ({ time: wall - ahead * minute, ahead }))
    .filter(({ time, ahead }) => offsetAt(zone, time) === ahead);
  const times = candidates.map(({ time }) => time);
  return times.length === 0 ? { ok: false, code: 'time-nonexistent' } : { ok: true, time: Math.min(...times) };
}

function offsetMinutes(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return text.startsWith('-') ? -minutes : minutes;
}

/** `YYYY-MM-DDTHH:MM±HH:MM` of an instant, in the zone. */
export function localTimeText(time: number, zone: string): string {
  const ahead = offsetAt(zone, time);
  const wall = time + ahead * minute;
  const day = Math.floor(wall / 86_400_000);
  const minutes = Math.floor((wall - day * 86_400_000) / minute);
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(ahead);
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${dayText(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${offset}`;
}
