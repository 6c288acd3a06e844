/** Minutes of one person in this and the last month, as the open rows have them. */
export interface MonthMinutes {
  readonly minutesThisMonth: number;
  readonly minutesLastMonth: number;
}

/** Days of a month from which on it speaks for itself; before that the month before counts along. */
const daysOfItsOwn = 8;

/**
 * Hours a week, on average over this month so far. In the first week of a month the month before counts
 * along, because two days say nothing about a week. Rounded to tenths.
 */
export function weeklyHours({ minutesThisMonth, minutesLastMonth }: MonthMinutes, today: string): number {
  const [year = 0, month = 0, day = 1] = today.split('-').map(Number);
  const alone = day >= daysOfItsOwn;
  const daysLastMonth = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  const minutes = alone ? minutesThisMonth : minutesThisMonth + minutesLastMonth;
  const days = alone ? day : day + daysLastMonth;
  return Math.round((minutes / 60 / days) * 7 * 10) / 10;
}
