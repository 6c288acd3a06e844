import { addDays, weekday, type CivilDate } from '#platform/base';
import { formatWeekday } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import styles from './week-strip.module.css';

/** The seven days of this week: a dot for an appointment, a square for a date or task, and both in words. */
export function WeekStrip({
  dates,
  appointments,
}: {
  readonly dates: readonly CivilDate[];
  readonly appointments: readonly CivilDate[];
}) {
  const { t, language } = useLanguage();
  const { today } = useOpenWork();
  const monday = addDays(today, 1 - weekday(today));
  return (
    <ol className={styles['strip']} aria-label={t('casework.week.strip')}>
      {Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map((day) => {
        const due = dates.filter((one) => one === day).length;
        const meetings = appointments.filter((one) => one === day).length;
        return (
          <li
            key={day}
            className={day === today ? styles['today'] : ''}
            aria-current={day === today ? 'date' : undefined}
          >
            <span>{formatWeekday(day, language)}</span>
            <strong>{Number(day.slice(8))}</strong>
            <span className={styles['marks']} aria-hidden>
              {due > 0 && <span className={styles['square']} />}
              {meetings > 0 && <span className={styles['dot']} />}
            </span>
            <span className="visually-hidden">
              {t('casework.week.count', { count: due })}
              {meetings > 0 && `, ${t('casework.week.appointments', { count: meetings })}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
