import { useEffect, useState } from 'react';
import { attendPath } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Notice, QrPicture } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

/** All codes that the room shows, and where the first of them stands on the clock of this device. */
interface Shown {
  readonly codes: readonly string[];
  /** When the minute of the first began, by `performance.now`, which no change of the clock moves. */
  readonly began: number;
}

/** Shows the code of the room, another one each minute, without a connection once it is there. */
export function RoomCard({ session }: { readonly session: ListedSession }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [shown, setShown] = useState<Shown | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const code = useCodeOfMinute(shown);
  const show = async (): Promise<void> => {
    const params = { gathering: session.id };
    const answer = await work.api.call(workshopRoutes.showRoom, { params, input: {} });
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    const into = new Date(answer.value.now).getTime() % minute;
    setShown({ codes: answer.value.codes, began: performance.now() - into });
  };
  return (
    <Card title={t('learning.room.title')}>
      <div className={styles['stack']}>
        <p className={styles['small']}>{t('learning.room.lead')}</p>
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        {code !== null && (
          <div className={styles['room']}>
            <QrPicture
              text={`${location.origin}${attendPath}#room=${code}`}
              name={t('learning.room.picture')}
              width={280}
            />
            <p className={styles['roomCode']}>{code}</p>
          </div>
        )}
        {shown !== null && code === null && <Notice>{t('learning.room.ended')}</Notice>}
        <p>
          {shown === null ? (
            <Button onClick={() => void show()}>{t('learning.room.show')}</Button>
          ) : (
            <Button onClick={() => setShown(null)}>{t('learning.room.hide')}</Button>
          )}
        </p>
      </div>
    </Card>
  );
}

const minute = 60_000;

/** The code of the minute that runs; null where none is shown, or the last one is over. */
function useCodeOfMinute(shown: Shown | null): string | null {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (shown === null) return undefined;
    const look = (): void => setAt(Math.floor((performance.now() - shown.began) / minute));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [shown]);
  return shown?.codes[at] ?? null;
}
