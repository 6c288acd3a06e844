import { keepUpTo } from '#platform/base';
import { lengthOfMonth, numberOfParts, partsOfNumber } from './day-number.ts';
import type { ClipMode } from '../pack.ts';

export type PeriodUnit = 'days' | 'weeks' | 'months' | 'years' | 'hours';

/** A period of one unit, at least one. */
export interface Period {
  readonly unit: PeriodUnit;
  readonly amount: number;
}

const unitByLetter: Readonly<Record<string, PeriodUnit>> = { D: 'days', W: 'weeks', M: 'months', Y: 'years' };

/** Reads PnD, PnW, PnM, PnY or PTnH with n from 1 to 99999; null for anything else, such as two units. */
export const parsePeriod = keepUpTo(1000, readPeriod);

/** The period of a rule or of a fact that was checked before. */
export function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new RangeError('not a period of one unit');
  return period;
}

function readPeriod(text: string): Period | null {
  const match = /^P(?:(\d{1,5})([DWMY])|T(\d{1,5})H)$/.exec(text);
  if (match === null) return null;
  const amount = Number(match[1] ?? match[3]);
  if (amount < 1) return null;
  const unit = match[2] === undefined ? 'hours' : unitByLetter[match[2]];
  return unit === undefined ? null : { unit, amount };
}

/** A day some months away, and whether the month had no such day number so that it was clipped. */
export function addMonths(
  from: number,
  months: number,
  clip: ClipMode,
): { readonly day: number; readonly clipped: boolean } {
  const start = partsOfNumber(from);
  const index = start.year * 12 + (start.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const length = lengthOfMonth(year, month);
  if (start.day <= length) return { day: numberOfParts(year, month, start.day), clipped: false };
  const last = numberOfParts(year, month, length);
  return { day: clip === 'up' ? last + 1 : last, clipped: true };
}
