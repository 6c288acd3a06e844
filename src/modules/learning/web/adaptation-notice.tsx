import { useLanguage } from '#kernel/languages/web';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import styles from './player.module.css';

/** Which course this one was adapted from, and by whom; nothing where it is nobody's adaptation. */
export function AdaptationNotice({ lineage }: Pick<ReleasedCourse, 'lineage'>) {
  const { t } = useLanguage();
  if (lineage === null) return null;
  const { original, version, credit, by } = lineage;
  return (
    <p className={styles['small']}>{t('learning.adapted', { original, version, credit: credit.join(', '), by })}</p>
  );
}
