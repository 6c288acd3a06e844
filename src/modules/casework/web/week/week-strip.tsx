import { addDays, weekday, type CivilDate } from '#platform/base';
import { formatWeekday } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import styles from './week-strip.module.css';

/** The seven days of this week; how much stands on each, in words and as a dot. */
export function WeekStrip({ days }: { readonly days: readonly CivilDate[] }) {
  const { t, language } = useLanguage();
  const { today } = useOpenWork();
  const monday = addDays(today, 1 - weekday(today));
  return (
    <ol className={styles['strip']} aria-label={t('casework.week.strip')}>
      {Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map((day) => {
        const count = days.filter((one) => one === day).length;
        return (
          <li
            key={day}
            className={day === today ? styles['today'] : ''}
            aria-current={day === today ? 'date' : undefined}
          >
            <span>{formatWeekday(day, language)}</span>
            <strong>{Number(day.slice(8))}</strong>
            <span className={styles['dot']} data-some={count > 0 || undefined} aria-hidden />
            <span className="visually-hidden">{t('casework.week.count', { count })}</span>
          </li>
        );
      })}
    </ol>
  );
}
