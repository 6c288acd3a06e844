/** The time, given to whoever needs it. Nothing else may read the machine's clock. */
export interface Clock {
  readonly now: () => Date;
}

/** The machine's clock; used by the composition roots only. */
export const systemClock: Clock = { now: () => new Date() };

/** An instant cut to the full hour in UTC, `YYYY-MM-DDTHH:00Z`: all that open times may tell (security design, section 8). */
export function toHour(instant: Date): string {
  return `${instant.toISOString().slice(0, 13)}:00Z`;
}
