import { useCallback, useEffect, useState } from 'react';
import { attendPath } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Skeleton, TakesFocus } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { useLoaded } from '../use-loaded.ts';
import { useNow } from '../use-now.ts';
import { OwnDay } from '../workshops/own-day.tsx';
import { SeatMark } from '../workshops/seat-mark.tsx';
import { attendCalls, type OwnSeat } from './attend-calls.ts';
import { forgetSeat, keepSeat } from './kept-seat.ts';
import { SessionWords } from './session-words.tsx';

/** How somebody stands who signed up, and what they may do. */
export function OwnPage({
  secret,
  fresh,
  given,
}: {
  readonly secret: string;
  readonly fresh: boolean;
  /** The code of the room that was scanned. */
  readonly given?: string;
}) {
  const { t } = useLanguage();
  const { found, refused, reload } = useLoaded(useCallback(() => attendCalls.read(secret), [secret]));
  const [remembers, setRemembers] = useState(true);
  const endsAt = found?.state === 'confirmed' ? found.endsAt : null;
  useEffect(() => {
    if (endsAt !== null) keepSeat(secret, endsAt);
  }, [secret, endsAt]);
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return <Skeleton label={t('learning.attend.loading')} lines={4} />;
  return (
    <TakesFocus label={t('learning.attend.yours')}>
      <SessionWords about={found} />
      {found.cancelled ? (
        <Notice tone="late">{t('learning.workshop.cancelled')}</Notice>
      ) : (
        <p>
          <SeatMark state={found.state} until={found.until} />
        </p>
      )}
      {found.link !== null && (
        <p>
          <a href={found.link} rel="noreferrer">
            {t('learning.workshop.link')}
          </a>
        </p>
      )}
      {!found.cancelled && found.state === 'confirmed' && (
        <OwnDay
          times={found}
          mark={found.mark}
          evaluated={found.evaluated}
          {...(given === undefined ? {} : { given })}
          come={(code) => attendCalls.come(secret, code)}
          evaluate={(said) => attendCalls.evaluate(secret, said)}
          onChanged={reload}
        />
      )}
      <Acts found={found} secret={secret} onChanged={reload} />
      {endsAt !== null && remembers && (
        <p className={styles['small']}>
          {t('learning.room.remembers')}{' '}
          <Button
            kind="quiet"
            onClick={() => {
              forgetSeat();
              setRemembers(false);
            }}
          >
            {t('learning.room.forget')}
          </Button>
        </p>
      )}
      {fresh && (
        <Notice>
          <p>{t('learning.attend.keep')}</p>
          <p className={styles['address']}>{`${location.origin}${attendPath}#seat=${secret}`}</p>
        </Notice>
      )}
    </TakesFocus>
  );
}

function Acts({
  found,
  secret,
  onChanged,
}: {
  readonly found: OwnSeat;
  readonly secret: string;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { busy, refused, run } = useChange(onChanged);
  const now = useNow();
  const [sure, setSure] = useState(false);
  const { state, cancelled, startsAt } = found;
  if (cancelled || state === 'left' || new Date(startsAt) <= now) return null;
  const saving = busy && t('learning.organise.saving');
  return (
    <>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        {state === 'offered' && (
          <Button kind="main" busy={saving} onClick={() => void run(() => attendCalls.accept(secret))}>
            {t('learning.workshop.accept')}
          </Button>
        )}{' '}
        {sure ? (
          <Button kind="danger" busy={saving} onClick={() => void run(() => attendCalls.leave(secret))}>
            {t('learning.workshop.leaveSure')}
          </Button>
        ) : (
          <Button onClick={() => setSure(true)}>{t('learning.workshop.leave')}</Button>
        )}
      </p>
    </>
  );
}
