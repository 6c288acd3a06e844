import { useLanguage } from '#kernel/languages/web';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import styles from '../player.module.css';

/** Whose work a package holds, under which licence, and for whom it was made. */
export function PackageCredit({
  course: { title, version, licence, credit },
  organisation,
}: {
  readonly course: ReleasedCourse;
  readonly organisation: string | null;
}) {
  const { t } = useLanguage();
  return (
    <footer className={styles['small']}>
      <p>{t('learning.packaged.credit', { title, version, credit: credit.join(', '), licence })}</p>
      {organisation !== null && (
        <p>
          <bdi>{t('learning.packaged.madeFor', { organisation })}</bdi>
        </p>
      )}
    </footer>
  );
}
