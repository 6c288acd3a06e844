import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { Card, Rows } from '#platform/web/ui';
import { ItemMark } from './item-mark.tsx';
import { usePackages } from './use-packages.ts';
import styles from './play.module.css';

/** Courses from elsewhere beside one's own training, with how far one is; nothing where there are none. */
export function OwnPackages() {
  const { t, formatDay } = useLanguage();
  const { found } = usePackages();
  if (found === null || found.packages.length === 0) return null;
  return (
    <Card
      title={t('learning.packages.title')}
      beside={
        <Link to="/learning/$part" params={{ part: 'packages' }}>
          {t('learning.packages.all')}
        </Link>
      }
    >
      <Rows>
        {found.packages.map(({ id, title, mine }) => (
          <li key={id} className={styles['package']}>
            <p className={styles['marks']}>
              <Link to="/learning/$part" params={{ part: id }}>
                <bdi>{title}</bdi>
              </Link>
              <ItemMark state={mine.state} />
            </p>
            {mine.doneOn !== null && (
              <p className={styles['small']}>{t('learning.packages.doneOn', { day: formatDay(mine.doneOn) })}</p>
            )}
          </li>
        ))}
      </Rows>
    </Card>
  );
}
