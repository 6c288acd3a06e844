import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { Reach } from '#modules/casework/client';
import { Button, lookOf, Notice } from '#platform/web/ui';
import { dialAddress } from './dial-address.ts';
import styles from './reaching.module.css';

/** Opens the telephone of this device; the link is there only after the warning that the telephone keeps the number. */
export function DialLink({ channel }: { readonly channel: Reach['channels'][number] }) {
  const { t } = useLanguage();
  const [warned, setWarned] = useState(false);
  const address = dialAddress(channel.kind, channel.reach, t('casework.reach.neutralText'));
  if (address === null) return null;
  const act = channel.kind === 'call' ? 'call' : 'text';
  if (!warned) {
    return (
      <div>
        <Button onClick={() => setWarned(true)}>{t(`casework.reach.open.${act}`)}</Button>
      </div>
    );
  }
  return (
    <Notice tone="soon">
      <p>{t('casework.reach.phoneKeeps')}</p>
      <p className={styles['actions']}>
        <a href={address} rel="noreferrer" className={lookOf('main')}>
          {t(`casework.reach.open.${act}Now`)}
        </a>
        <Button kind="quiet" onClick={() => setWarned(false)}>
          {t('casework.cancel')}
        </Button>
      </p>
    </Notice>
  );
}
