import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import styles from '../player.module.css';
import { keptSeat } from './kept-seat.ts';
import { OwnPage } from './own-page.tsx';

/** Whoever scanned the code of a room: their own page if this phone knows it, else how to go on. */
export function RoomPage({ code }: { readonly code: string }) {
  const { t } = useLanguage();
  const [secret] = useState(() => keptSeat(new Date()));
  if (secret !== null) return <OwnPage secret={secret} fresh={false} given={code} />;
  return (
    <Notice>
      <p>{t('learning.room.unknownPhone')}</p>
      <p className={styles['paperCode']}>{code}</p>
    </Notice>
  );
}
