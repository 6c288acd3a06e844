import { useLanguage } from '#kernel/languages/web';
import { en } from '../../messages/en.ts';

/** The name of a track in words; its own id where the page has no word for it. */
export function useTrackName(): (track: string) => string {
  const { t } = useLanguage();
  return (track) => {
    const key = `casework.track.${track}`;
    return Object.hasOwn(en, key) ? t(key) : track;
  };
}
