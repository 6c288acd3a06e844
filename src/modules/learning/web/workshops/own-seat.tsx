import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Notice } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { useNow } from '../use-now.ts';
import { OwnDay } from './own-day.tsx';
import { SeatMark } from './seat-mark.tsx';
import { SignUpForm } from './sign-up-form.tsx';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

/** Whether one has a place oneself, and the way to get one, take one that is kept, or leave. */
export function OwnSeat({ session, onChanged }: { readonly session: ListedSession; readonly onChanged: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const now = useNow();
  const { busy, refused, run } = useChange(onChanged);
  const [form, setForm] = useState<'sign-up' | 'leave' | null>(null);
  const { mine, state, signUpUntil, startsAt } = session;
  const params = { gathering: session.id };
  const saving = busy && t('learning.organise.saving');
  if (state === 'cancelled')
    return (
      mine && (
        <p>
          <SeatMark {...mine} />
        </p>
      )
    );
  const day = mine?.state === 'confirmed' && (
    <OwnDay
      times={session}
      {...mine}
      come={(code) => work.api.call(workshopRoutes.comeByRoomCode, { params, input: { code } })}
      evaluate={({ answers, words }) =>
        work.api.call(workshopRoutes.evaluateSession, { params, input: { answers: [...answers], words } })
      }
      onChanged={onChanged}
    />
  );
  if (new Date(startsAt) <= now)
    return (
      mine && (
        <>
          <p>
            <SeatMark {...mine} />
          </p>
          {day}
        </>
      )
    );
  const open = state === 'open' && new Date(signUpUntil) > now;
  if (mine === null && form === 'sign-up')
    return (
      <SignUpForm
        session={session}
        onDone={() => {
          setForm(null);
          onChanged();
        }}
        onLeave={() => setForm(null)}
      />
    );
  return (
    <>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p className={styles['marks']}>
        {mine && <SeatMark {...mine} />}
        {mine === null && open && <Button onClick={() => setForm('sign-up')}>{t('learning.workshop.signUp')}</Button>}
        {mine?.state === 'offered' && (
          <Button
            kind="main"
            busy={saving}
            onClick={() => void run(() => work.api.call(workshopRoutes.acceptPlace, { params, input: {} }))}
          >
            {t('learning.workshop.accept')}
          </Button>
        )}
        {mine && form !== 'leave' && <Button onClick={() => setForm('leave')}>{t('learning.workshop.leave')}</Button>}
        {mine && form === 'leave' && (
          <Button
            kind="danger"
            busy={saving}
            onClick={() => {
              setForm(null);
              void run(() => work.api.call(workshopRoutes.leaveSession, { params }));
            }}
          >
            {t('learning.workshop.leaveSure')}
          </Button>
        )}
      </p>
      {day}
    </>
  );
}
