import { addDays } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StateMark } from '#platform/web/ui';
import styles from '../training/training.module.css';
import type { ToldLicence } from './use-teaching.ts';

/** How somebody stands to a licence, in a mark. */
export function LicenceMark({ licence }: { readonly licence: ToldLicence }) {
  const { t, formatDay } = useLanguage();
  switch (licence.state) {
    case 'held':
      return <StateMark kind="done">{t('learning.licence.held', { day: formatDay(licence.until) })}</StateMark>;
    case 'lapsed':
      return (
        <StateMark kind="late">
          {t('learning.licence.lapsed', { day: formatDay(addDays(licence.since, -1)) })}
        </StateMark>
      );
    case 'missing':
      return <StateMark kind="waiting">{t('learning.licence.missing')}</StateMark>;
  }
}

/** What is still needed, as a list; nothing where the licence is held. */
export function LicenceLacks({ licence }: { readonly licence: ToldLicence }) {
  const { t } = useLanguage();
  if (licence.state === 'held') return null;
  const { course, training, sessions } = licence.lacking;
  return (
    <ul className={styles['lacks']}>
      {course && <li>{t('learning.licence.lacks.course')}</li>}
      {training && <li>{t('learning.licence.lacks.training')}</li>}
      {sessions > 0 && <li>{t('learning.licence.lacks.sessions', { count: sessions })}</li>}
    </ul>
  );
}
