import { Link, useLocation } from '@tanstack/react-router';
import { DoorOpen, LockOpen } from 'lucide-react';
import { lazy, Suspense, useCallback } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Dialog } from '#platform/web/ui';
import { useIdleLock } from '#platform/web/state';
import { Bell } from './bell.tsx';
import styles from './frame.module.css';
import { shellIcon } from './shell-icon.ts';

// Search comes with the screens of casework, after the door is open.
const FindBox = lazy(async () => ({ default: (await import('./find-box.tsx')).FindBox }));

/**
 * Find, lock and leave. Leaving is written first, so that it is first in the order of tabbing after the
 * skip link; the sheet puts it at the end of the row.
 */
export function TopBar({ minutes, leave }: { readonly minutes: number; readonly leave: () => void }) {
  const { t } = useLanguage();
  return (
    <header className={styles['top']}>
      <div className={styles['leave']}>
        <Button icon={<DoorOpen {...shellIcon} />} aria-label={t('shell.leaveName')} onClick={leave}>
          <span className={styles['leaveLong']}>{t('shell.leave')}</span>
          <span className={styles['leaveShort']}>{t('shell.leaveShort')}</span>
        </Button>
      </div>
      <div className={styles['brand']}>
        <Link to="/">
          <img src="/mark.svg" alt={t('shell.home')} width="32" height="32" />
        </Link>
        <PageName />
      </div>
      <div className={styles['find']}>
        <Suspense fallback={null}>
          <FindBox />
        </Suspense>
      </div>
      <Bell />
      <LockButton minutes={minutes} />
    </header>
  );
}

/** Where one is, for the phone, which has no side bar to show it. */
function PageName() {
  const { t } = useLanguage();
  const first = useLocation({ select: ({ pathname }) => pathname.split('/')[1] ?? '' });
  const known = [
    'overview',
    'week',
    'cases',
    'deadlines',
    'people',
    'stationery',
    'procedures',
    'learning',
    'courses',
    'training',
    'workshops',
    'account',
    'for-you',
  ].find((name) => name === first);
  if (first === 'contact') return <span>{t('shell.logContact')}</span>;
  return <span>{known ? t(`shell.${known}`) : 'Baken'}</span>;
}

function LockButton({ minutes }: { readonly minutes: number }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const lock = useCallback(() => work.lock('idle'), [work]);
  const idle = useIdleLock(minutes, lock);
  return (
    <>
      <Button kind="quiet" icon={<LockOpen {...shellIcon} />} onClick={() => work.lock('locked')}>
        <span className={styles['lockWord']}>{t('shell.lockIn', { minutes: idle.minutesLeft })}</span>
        <span className="visually-hidden"> {t('shell.lockName', { minutes: idle.minutesLeft })}</span>
      </Button>
      <Dialog title={t('shell.stayTitle')} open={idle.warning} onClose={idle.stay} alert>
        <p>{t('shell.stayBody')}</p>
        <div className={styles['actions']}>
          <Button kind="main" onClick={idle.stay}>
            {t('shell.stay')}
          </Button>
          <Button onClick={() => work.lock('locked')}>{t('shell.lockNow')}</Button>
        </div>
      </Dialog>
    </>
  );
}
