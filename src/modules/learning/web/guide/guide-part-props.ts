import type { Guide } from './use-guide.ts';

/** What each part of a pack is drawn from. */
export interface GuidePartProps {
  readonly guide: Guide;
  readonly startsAt: string;
}
