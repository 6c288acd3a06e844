import type { Messages } from '#kernel/languages';
import { en } from '../../messages/en.ts';

/** The name of a track in words; its own id where the page has no word for it. */
export function trackName(t: Messages, track: string): string {
  const key = `casework.track.${track}`;
  return Object.hasOwn(en, key) ? t(key) : track;
}
