import { isOver } from '../launch/open-session.ts';
import type { Opening } from '../store/play-store.ts';

/** Whether a part is still open: nobody ended it, and no day has passed since. */
export function isOpen({ openedAt, endedAt }: Pick<Opening, 'openedAt' | 'endedAt'>, now: Date): boolean {
  return endedAt === null && !isOver({ launchedAt: openedAt }, now);
}
