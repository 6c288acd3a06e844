import type { Gathering } from './roster.ts';

/** Attendance may be kept this long before the beginning: people come early. */
const earlyMinutes = 30;
/** A room shows its code this long after the end: whoever talked on is still there. */
const lateMinutes = 30;

const minute = 60_000;

/** Whether it is too early to say who is there, the room shows its code, or it shows it no more. */
export function roomTime(
  { startsAt, endsAt }: Pick<Gathering, 'startsAt' | 'endsAt'>,
  now: Date,
): 'early' | 'open' | 'over' {
  if (now.getTime() < startsAt.getTime() - earlyMinutes * minute) return 'early';
  return now.getTime() < endsAt.getTime() + lateMinutes * minute ? 'open' : 'over';
}

/** How many whole minutes the room still shows its code, the one that runs included. */
export function roomMinutesLeft({ endsAt }: Pick<Gathering, 'endsAt'>, now: Date): number {
  return Math.max(0, Math.ceil((endsAt.getTime() + lateMinutes * minute - now.getTime()) / minute));
}
