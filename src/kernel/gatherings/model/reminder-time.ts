import { localTimeText } from '#kernel/procedures';
import { gatheringZone, type Gathering } from './roster.ts';

/** Somebody is reminded this long before a gathering begins: they can still leave, and the place can go to another. */
const hoursBefore = 48;
/** Nobody is reminded in the night: from eight in the morning until nine in the evening, as the clocks there go. */
const [morning, evening] = [8, 21] as const;

/** The instants between which a gathering begins of which people are reminded at an instant; null in the night. */
export function reminderTime(now: Date): { readonly after: Date; readonly until: Date } | null {
  const hour = Number(localTimeText(now.getTime(), gatheringZone).slice(11, 13));
  if (hour < morning || hour >= evening) return null;
  return { after: now, until: new Date(now.getTime() + hoursBefore * 3_600_000) };
}

/** Whether a letter about a gathering comes so late that a reminder would only say it again. */
export function isNear({ startsAt }: Pick<Gathering, 'startsAt'>, now: Date): boolean {
  return startsAt.getTime() <= now.getTime() + hoursBefore * 3_600_000;
}
