import { Link, useLocation } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { useNotices } from '#kernel/notices/web';
import styles from './bell.module.css';
import { shellIcon } from './shell-icon.ts';

/** The way to what is new, with how much of it was not seen. */
export function Bell() {
  const { t } = useLanguage();
  const place = useLocation({ select: ({ pathname }) => pathname });
  const { unseen } = useNotices(place);
  return (
    <Link to="/for-you" className={styles['bell']}>
      <span className="visually-hidden">{t('shell.forYouName', { count: unseen })}</span>
      <BellIcon {...shellIcon} />
      <span className={styles['word']} aria-hidden>
        {t('shell.for-you')}
      </span>
      {unseen > 0 && (
        <span className={styles['count']} aria-hidden>
          {unseen > 99 ? '99+' : unseen}
        </span>
      )}
    </Link>
  );
}
