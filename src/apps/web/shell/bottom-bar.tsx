import { Link } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import styles from './frame.module.css';
import { useWays } from './use-ways.tsx';
import { shellIcon } from './shell-icon.ts';

/** Five ways for a thumb, with logging a contact in the middle. */
export function BottomBar({ coordinates }: { readonly coordinates: boolean }) {
  const { t } = useLanguage();
  const ways = useWays(coordinates);
  return (
    <nav className={styles['bottom']} aria-label={t('shell.casework')}>
      {ways.map((way) => (
        <Link key={way.to} to={way.to} className={way.raised ? (styles['raised'] ?? '') : ''}>
          {way.icon}
          {way.word}
        </Link>
      ))}
      <Link to="/account">
        <Menu {...shellIcon} />
        {t('shell.more')}
      </Link>
    </nav>
  );
}
