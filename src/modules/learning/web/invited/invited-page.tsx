import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, lookOf, Notice, Skeleton, TakesFocus } from '#platform/web/ui';
import { createIndexedAttemptStore } from '../attempt-store.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import { useTakenFromAddress } from '../use-taken-from-address.ts';
import { invitedCalls } from './invited-calls.ts';

/** The secret of a link. */
const secretShape = /^#invitation=([A-Za-z0-9_-]{22})$/;
const store = createIndexedAttemptStore();

/** The page of whoever was invited to learn: by whom, as whom, and what is kept, before anything is. */
export function InvitedPage() {
  const { t } = useLanguage();
  const secret = useTakenFromAddress(secretShape)?.[1] ?? null;
  useEffect(() => {
    document.title = t('learning.invited.title');
  }, [t]);
  return (
    <main className={styles['player']}>
      <h1>{t('learning.invited.title')}</h1>
      {secret === null ? <Notice>{t('learning.invited.noLink')}</Notice> : <Invitation secret={secret} />}
    </main>
  );
}

function Invitation({ secret }: { readonly secret: string }) {
  const { t } = useLanguage();
  const { found, refused } = useLoaded(useCallback(() => invitedCalls.look(secret), [secret]));
  const [why, setWhy] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState(false);
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return <Skeleton label={t('learning.invited.loading')} lines={4} />;
  const open = async (): Promise<void> => {
    setBusy(true);
    const answer = await invitedCalls.open(secret);
    if (answer.ok) await store.setCounted(true).catch(() => undefined);
    setBusy(false);
    setWhy(answer.ok ? null : answer.refusal.type);
    setOpened(answer.ok);
  };
  const { organisation, label, course, mine } = found;
  if (opened || mine)
    return (
      <TakesFocus label={t('learning.invited.ready')}>
        <p>{t('learning.invited.bound', { organisation, label })}</p>
        <p>
          <a className={lookOf('main')} href={`/learn/${course}`}>
            {t('learning.invited.go')}
          </a>
        </p>
      </TakesFocus>
    );
  return (
    <>
      <p>{t('learning.invited.by', { organisation, label })}</p>
      <ul>
        {(['sees', 'never', 'device', 'back'] as const).map((one) => (
          <li key={one}>{t(`learning.invited.${one}`)}</li>
        ))}
      </ul>
      {why !== null && <Notice tone="late">{refusalMessage(t, why)}</Notice>}
      <p>
        <Button kind="main" busy={busy && t('learning.invited.opening')} onClick={() => void open()}>
          {t('learning.invited.begin')}
        </Button>
      </p>
    </>
  );
}
