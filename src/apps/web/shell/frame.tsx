import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import {
  CalendarClock,
  FolderOpen,
  LayoutDashboard,
  LockOpen,
  LogOut,
  Phone,
  Sun,
  UserRound,
  Users,
} from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { sessionRoutes } from '#kernel/accounts';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Dialog } from '#platform/web/ui';
import { leaveQuickly, useIdleLock, useLeaveKeys, useOnline } from '#platform/web/state';
import styles from './frame.module.css';

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The frame around every screen: ways in, lock, leave. */
export function Frame() {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person, roles } = useOpenWork();
  const online = useOnline();
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  const leave = useCallback(() => {
    // Sent before the page goes, and kept alive while it goes: nothing may be awaited here.
    const { method, path } = sessionRoutes.signOut;
    const headers = { 'Content-Type': 'application/json', 'X-Req': '1' };
    void fetch(path, { method, headers, body: '{}', keepalive: true });
    leaveQuickly(() => work.lock('left-quickly'));
  }, [work]);
  useLeaveKeys(leave);
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        {t('shell.skip')}
      </a>
      {person.practice && <div className={styles['banner']}>{t('shell.practice')}</div>}
      {!online && (
        <div className={styles['offline']} role="status">
          {t('shell.offline')}
        </div>
      )}
      <header className={styles['top']}>
        <Link to="/" className={styles['brand']}>
          <img src="/mark.svg" alt="" width="32" height="32" />
          Baken
        </Link>
        <Find />
        <LockButton minutes={coordinates ? 5 : 10} />
        <Button icon={<LogOut {...icon} />} aria-label={t('shell.leaveName')} onClick={leave}>
          <span className={styles['leaveLong']}>{t('shell.leave')}</span>
          <span className={styles['leaveShort']}>{t('shell.leaveShort')}</span>
        </Button>
      </header>
      <SideBar coordinates={coordinates} />
      <main id="content" tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      <BottomBar coordinates={coordinates} />
    </div>
  );
}

function Find() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <input
      className={styles['find']}
      type="search"
      autoComplete="off"
      aria-label={t('shell.find')}
      placeholder={t('shell.find')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // What is looked for stays in memory: never in the address.
        sessionFind.text = event.currentTarget.value;
        event.currentTarget.value = '';
        void navigate({ to: '/cases' });
      }}
    />
  );
}

/** What was typed into Find, for the list that opens; in memory only. */
export const sessionFind = { text: '' };

function LockButton({ minutes }: { readonly minutes: number }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const lock = useCallback(() => work.lock('idle'), [work]);
  const idle = useIdleLock(minutes, lock);
  return (
    <>
      <Button kind="quiet" icon={<LockOpen {...icon} />} onClick={() => work.lock('locked')}>
        <span className={styles['lockWord']}>{t('shell.lockIn', { minutes: idle.minutesLeft })}</span>
        <span className="visually-hidden"> {t('shell.lockName', { minutes: idle.minutesLeft })}</span>
      </Button>
      <Dialog title={t('shell.stayTitle')} open={idle.warning} onClose={idle.stay}>
        <p role="alert">{t('shell.stayBody')}</p>
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

interface Way {
  readonly to: string;
  readonly word: string;
  readonly icon: ReactNode;
  readonly raised?: boolean;
}

function useWays(coordinates: boolean): readonly Way[] {
  const { t } = useLanguage();
  const first: Way = coordinates
    ? { to: '/overview', word: t('shell.overview'), icon: <LayoutDashboard {...icon} /> }
    : { to: '/week', word: t('shell.week'), icon: <Sun {...icon} /> };
  return [
    first,
    { to: '/cases', word: t('shell.cases'), icon: <FolderOpen {...icon} /> },
    { to: '/contact', word: t('shell.logContact'), icon: <Phone {...icon} />, raised: true },
    { to: '/deadlines', word: t('shell.deadlines'), icon: <CalendarClock {...icon} /> },
  ];
}

function SideBar({ coordinates }: { readonly coordinates: boolean }) {
  const { t } = useLanguage();
  const ways = useWays(coordinates);
  return (
    <nav className={styles['side']} aria-label={t('shell.casework')}>
      <div className={styles['sideBrand']}>
        <img src="/mark.svg" alt="" width="32" height="32" />
        Baken
      </div>
      <div className={styles['group']}>{t('shell.casework')}</div>
      {ways.map((way) => (
        <Link key={way.to} to={way.to}>
          {way.icon}
          {way.word}
        </Link>
      ))}
      <div className={styles['group']}>{t('shell.self')}</div>
      {coordinates && (
        <Link to="/people">
          <Users {...icon} />
          {t('shell.people')}
        </Link>
      )}
      <Link to="/account">
        <UserRound {...icon} />
        {t('shell.account')}
      </Link>
    </nav>
  );
}

function BottomBar({ coordinates }: { readonly coordinates: boolean }) {
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
        <UserRound {...icon} />
        {t('shell.more')}
      </Link>
    </nav>
  );
}
