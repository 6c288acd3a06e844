import { lazy, Suspense, useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Notice, Skeleton } from '#platform/web/ui';
import styles from '../player.module.css';
import { takeFromAddress, useTakenFromAddress } from '../use-taken-from-address.ts';
import { givenShape, toGiven, type Given } from './given-in-address.ts';
import { OwnPage } from './own-page.tsx';
import { RoomPage } from './room-page.tsx';
import { SignUpPage } from './sign-up-page.tsx';

/** Few come for it: fetched when it is asked for. */
const MaterialsPage = lazy(async () => ({ default: (await import('./materials-page.tsx')).MaterialsPage }));

/** The page of whoever signs up for a session without an account, and the page they come back to. */
export function AttendPage() {
  const { t } = useLanguage();
  const first = toGiven(useTakenFromAddress(givenShape));
  const [given, setGiven] = useState<(Given & { readonly fresh?: boolean }) | null>(first);
  useEffect(() => {
    document.title = t('learning.attend.title');
  }, [t]);
  // A second link opened in the same tab changes the part behind the # alone.
  useEffect(() => {
    const look = (): void => {
      const found = givenShape.exec(location.hash);
      if (found === null) return;
      takeFromAddress(found[0]);
      setGiven(toGiven(found));
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return (
    <main className={styles['player']}>
      <h1>{t('learning.attend.title')}</h1>
      {given === null && <Notice>{t('learning.attend.noLink')}</Notice>}
      {given?.kind === 'code' && (
        <SignUpPage
          key={given.text}
          code={given.text}
          onSignedUp={(secret) => setGiven({ kind: 'seat', text: secret, fresh: true })}
        />
      )}
      {given?.kind === 'seat' && <OwnPage key={given.text} secret={given.text} fresh={given.fresh ?? false} />}
      {given?.kind === 'materials' && (
        <Suspense fallback={<Skeleton label={t('learning.attend.loading')} lines={4} />}>
          <MaterialsPage key={given.text} code={given.text} />
        </Suspense>
      )}
      {given?.kind === 'room' && <RoomPage key={given.text} code={given.text} />}
    </main>
  );
}
