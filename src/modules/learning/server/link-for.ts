import type { PlannedGathering } from '#kernel/gatherings/server';

/** The link of a meeting on line is shown this long before it, so that it does not lie about. */
const shownHours = 24;

/** The link for whoever has a place; null before its time, and where there is none. */
export function linkFor({ startsAt, link, state }: PlannedGathering, now: Date): string | null {
  const early = now.getTime() < startsAt.getTime() - shownHours * 3_600_000;
  return link === '' || early || state === 'cancelled' ? null : link;
}
