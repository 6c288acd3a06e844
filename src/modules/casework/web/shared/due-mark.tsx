import { daysBetween, type CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StateMark } from '#platform/web/ui';

/** How far a date is: late, soon, later; an authority's lateness is never ours. */
export function DueMark({
  date,
  today,
  whose = 'person',
}: {
  readonly date: CivilDate;
  readonly today: CivilDate;
  readonly whose?: 'person' | 'authority';
}) {
  const { t } = useLanguage();
  const days = daysBetween(today, date);
  if (whose === 'authority') {
    return (
      <StateMark kind="waiting">
        {days < 0 ? t('casework.due.authorityOver', { days: -days }) : t('casework.due.left', { days })}
      </StateMark>
    );
  }
  if (days < 0) return <StateMark kind="late">{t('casework.due.late', { days: -days })}</StateMark>;
  if (days === 0) return <StateMark kind="soon">{t('casework.due.today')}</StateMark>;
  return <StateMark kind={days <= 7 ? 'soon' : 'later'}>{t('casework.due.left', { days })}</StateMark>;
}
