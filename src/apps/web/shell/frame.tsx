import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { sessionRoutes } from '#kernel/accounts';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { leaveQuickly, useLeaveKeys, useOnline, useSaveKey } from '#platform/web/state';
import { fetchPagesAhead } from '../lazy-page.ts';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { Alarms } from './alarms.tsx';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';

const loadKeyList = () => import('./key-list.tsx');
const KeyList = lazy(async () => ({ default: (await loadKeyList()).KeyList }));

/** The frame around every screen: ways in, find, lock, leave, keys. */
export function Frame() {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person, roles } = useOpenWork();
  const online = useOnline();
  const [keys, setKeys] = useState<'unasked' | 'shown' | 'closed'>('unasked');
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  const writes = roles.includes('coordinator') || roles.includes('editor');
  useEffect(() => {
    // After the pages: then the list of keys is there without a connection too.
    void fetchPagesAhead().then(loadKeyList, () => undefined);
  }, []);
  const leave = useCallback(() => {
    // Sent before the page goes, and kept alive while it goes: nothing may be awaited here.
    const { method, path } = sessionRoutes.signOut;
    const headers = { 'Content-Type': 'application/json', 'X-Req': '1' };
    void fetch(path, { method, headers, body: '{}', keepalive: true });
    leaveQuickly(() => work.lock('left-quickly'));
  }, [work]);
  useLeaveKeys(leave);
  useSaveKey();
  useShellKeys({ showKeys: () => setKeys('shown') });
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        {t('shell.skip')}
      </a>
      <TopBar minutes={coordinates ? 5 : 10} leave={leave} />
      {person.practice && <div className={styles['banner']}>{t('shell.practice')}</div>}
      {!online && (
        <div className={styles['offline']} role="status">
          {t('shell.offline')}
        </div>
      )}
      <SideBar
        coordinates={coordinates}
        writes={writes}
        counts={roles.includes('coordinator') || roles.includes('analyst')}
      />
      <main id="content" tabIndex={-1} className={styles['main']}>
        <Alarms />
        <Outlet />
      </main>
      <BottomBar coordinates={coordinates} />
      {keys !== 'unasked' && (
        <Suspense fallback={null}>
          <KeyList open={keys === 'shown'} onClose={() => setKeys('closed')} />
        </Suspense>
      )}
    </div>
  );
}
