import { dayInAmsterdam } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';

/** Words for when something is, as the clocks of Amsterdam go, wherever the device is. */
export function useWhen() {
  const { t, formatDay, formatTime } = useLanguage();
  return {
    /** "Thursday 10 December 2026, 10:00 to 12:00" */
    span: (startsAt: string, endsAt: string): string =>
      t('learning.workshop.span', {
        day: formatDay(dayInAmsterdam(new Date(startsAt))),
        from: formatTime(new Date(startsAt)),
        to: formatTime(new Date(endsAt)),
      }),
    /** "Wednesday 9 December 2026, 18:00" */
    moment: (at: string): string =>
      t('learning.workshop.moment', {
        day: formatDay(dayInAmsterdam(new Date(at))),
        time: formatTime(new Date(at)),
      }),
  };
}
