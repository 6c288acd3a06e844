import { addDays, dayInAmsterdam, ok, refuse, type Result } from '#platform/base';
import type { Events } from '#kernel/events/server';
import type { RequestContext } from '#platform/server/http';
import { lockMinutes, saveMinutes } from '../store/hours-store.ts';

export type HoursRefusal = { readonly type: 'MonthClosed' } | { readonly type: 'HoursBelowZero' };

/** Days after the end of a month in which its hours can still be put right (casework design, 9). */
const daysToCorrect = 7;

/** Adds minutes to one's own month, or takes back what was too much. */
export async function recordHours(
  events: Events,
  { tx, tenant, user, clock }: RequestContext,
  { month, minutes }: { readonly month: string; readonly minutes: number },
): Promise<Result<{ readonly month: string; readonly minutes: number }, HoursRefusal>> {
  const today = dayInAmsterdam(clock.now());
  const graceMonth = addDays(today, -daysToCorrect).slice(0, 7);
  const tomorrow = addDays(today, 1).slice(0, 7);
  if (month < graceMonth || month > tomorrow) return refuse({ type: 'MonthClosed' });
  const before = await lockMinutes(tx, tenant, user, month);
  if (before + minutes < 0) return refuse({ type: 'HoursBelowZero' });
  const sum = before + minutes;
  await saveMinutes(tx, tenant, user, month, sum);
  await events.publish(tx, { name: 'hours.recorded', tenant, subject: user, codes: { month } });
  return ok({ month, minutes: sum });
}
