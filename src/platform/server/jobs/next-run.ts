import { addDays, dayInAmsterdam, type CivilDate } from '#platform/base';

/** When a job recurs: minutes after the last time, or at a full hour of the day in Europe/Amsterdam. */
export type Schedule = { readonly everyMinutes: number } | { readonly dailyAtHour: number };

const minute = 60_000;
const amsterdamHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The hour of the day it is in Europe/Amsterdam, 0 to 23. */
export function hourInAmsterdam(instant: Date): number {
  return Number(amsterdamHour.format(instant));
}

/** The next time after `now`; a daily hour that a clock change skips is the hour after it. */
export function nextRun(schedule: Schedule, now: Date): Date {
  if ('everyMinutes' in schedule) return new Date(now.getTime() + schedule.everyMinutes * minute);
  const today = dayInAmsterdam(now);
  const candidates = [today, addDays(today, 1)].map((day) => instantAt(day, schedule.dailyAtHour));
  return candidates.find((at) => at > now) ?? instantAt(addDays(today, 2), schedule.dailyAtHour);
}

/** The instant at which a day begins in Europe/Amsterdam. */
export function startOfDay(day: CivilDate): Date {
  return instantAt(day, 0);
}

/** The first instant of a day at which the clocks of Amsterdam show this hour or a later one. */
function instantAt(day: CivilDate, hour: number): Date {
  // Amsterdam is one or two hours ahead of UTC, so the hour lies within the two candidates.
  const ahead = [2, 1].map((offset) => new Date(Date.parse(`${day}T00:00:00Z`) + (hour - offset) * 60 * minute));
  const found = ahead.find((at) => dayInAmsterdam(at) === day && hourInAmsterdam(at) >= hour);
  return found ?? new Date(Date.parse(`${day}T00:00:00Z`) + hour * 60 * minute);
}

/** Milliseconds to wait after a failure: half a minute, then doubling, an hour at most. */
export function retryDelay(attempts: number): number {
  return Math.min(60 * minute, 30_000 * 2 ** Math.min(Math.max(0, attempts - 1), 10));
}
