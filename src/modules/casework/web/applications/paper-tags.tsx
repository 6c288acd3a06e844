import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { FiledPaper } from '#modules/casework/client';
import styles from './applications.module.css';

/** A paper in one line: its title, date and pages, and small tags for its form and how long it is valid. */
export function PaperTags({ filed: { paper } }: { readonly filed: FiledPaper }) {
  const { t, formatDay, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const day = paper.date === null ? null : parseCivilDate(paper.date);
  return (
    <p className={styles['paper']}>
      <span dir="auto">{paper.title}</span>
      {paper.date && <span>, {day ? formatDay(day) : paper.date}</span>}
      {paper.pages > 0 && <span>, {t('casework.pages', { count: paper.pages })}</span>}{' '}
      <span className={styles['tag']}>{t(`casework.form.${paper.form.kind}`)}</span>
      {paper.validUntil && (
        <span className={styles['tag']}>
          {t('casework.paper.validUntil', { day: formatShortDay(paper.validUntil, today) })}
        </span>
      )}
      {!paper.file && <span className={styles['tag']}>{t('casework.paper.noFile')}</span>}
    </p>
  );
}
