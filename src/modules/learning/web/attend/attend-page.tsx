import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import styles from '../player.module.css';
import { givenInAddress, type Given } from './given-in-address.ts';
import { OwnPage } from './own-page.tsx';
import { SignUpPage } from './sign-up-page.tsx';

/** The page of whoever signs up for a session without an account, and the page they come back to. */
export function AttendPage() {
  const { t } = useLanguage();
  const [given, setGiven] = useState<(Given & { readonly fresh?: boolean }) | null>(givenInAddress);
  useEffect(() => {
    document.title = t('learning.attend.title');
  }, [t]);
  // A second link opened in the same tab changes the part behind the # alone.
  useEffect(() => {
    const look = (): void => setGiven((before) => givenInAddress() ?? before);
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
    </main>
  );
}
