import { useState } from 'react';
import { dayInAmsterdam } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Field, Notice } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { SessionForm } from './session-form.tsx';
import { toSessionValues } from './session-values.ts';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

interface ChangeProps {
  readonly session: ListedSession;
  readonly onChanged: () => void;
}

/** What may be changed of a session that is to come; everybody who signed up is told. */
export function ChangeSession({ session, onChanged }: ChangeProps) {
  const { t } = useLanguage();
  const { work } = useWork();
  const change = useChange(onChanged);
  const [form, setForm] = useState<'move' | 'places' | 'cancel' | null>(null);
  const params = { gathering: session.id };
  const saving = change.busy && t('learning.organise.saving');
  const leave = (): void => setForm(null);
  const done = (): void => {
    leave();
    onChanged();
  };
  const alter = (act: 'close' | 'reopen' | 'cancel'): void =>
    void change.run(() => work.api.call(workshopRoutes.changeSession, { params, input: { act } }));
  if (form === 'move') return <MoveForm session={session} onDone={done} onLeave={leave} />;
  if (form === 'places') return <PlacesForm session={session} onDone={done} onLeave={leave} />;
  return (
    <>
      {change.refused !== null && <Notice tone="late">{refusalMessage(t, change.refused)}</Notice>}
      {form === 'cancel' && <p>{t('learning.session.cancelLead')}</p>}
      <p className={styles['marks']}>
        {form === 'cancel' ? (
          <>
            <Button kind="danger" busy={saving} onClick={() => alter('cancel')}>
              {t('learning.session.cancelSure')}
            </Button>
            <Button onClick={leave}>{t('learning.session.cancelNot')}</Button>
          </>
        ) : (
          <>
            <Button onClick={() => setForm('move')}>{t('learning.session.move')}</Button>
            <Button onClick={() => setForm('places')}>{t('learning.session.setPlaces')}</Button>
            <Button busy={saving} onClick={() => alter(session.state === 'open' ? 'close' : 'reopen')}>
              {t(session.state === 'open' ? 'learning.session.close' : 'learning.session.reopen')}
            </Button>
            <Button onClick={() => setForm('cancel')}>{t('learning.session.cancel')}</Button>
          </>
        )}
      </p>
    </>
  );
}

interface FormProps {
  readonly session: ListedSession;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

function MoveForm({ session, onDone, onLeave }: FormProps) {
  const { t, formatTime } = useLanguage();
  const { work } = useWork();
  const [start, end] = [new Date(session.startsAt), new Date(session.endsAt)];
  const { place, link, accessNote } = session;
  const given = toSessionValues(
    {
      day: dayInAmsterdam(start),
      from: formatTime(start),
      to: formatTime(end),
      signUpDay: dayInAmsterdam(new Date(session.signUpUntil)),
    },
    { place, link: link ?? '', accessNote },
  );
  return (
    <SessionForm
      title={t('learning.session.move')}
      lead={t('learning.session.moveLead')}
      given={given}
      send={({ when }) => work.api.call(workshopRoutes.moveSession, { params: { gathering: session.id }, input: when })}
      onDone={onDone}
      onLeave={onLeave}
    />
  );
}

function PlacesForm({ session, onDone, onLeave }: FormProps) {
  const { t } = useLanguage();
  const { work } = useWork();
  const change = useChange(onDone);
  const [places, setPlaces] = useState(String(session.places));
  const [quota, setQuota] = useState(session.quota === null ? '' : String(session.quota));
  const isNumber = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 500;
  const send = (): void => {
    if (!isNumber(places) || (quota !== '' && !isNumber(quota))) return change.setRefused('PlacesWrong');
    const input = { places: Number(places), quota: quota === '' ? null : Number(quota) };
    void change.run(() => work.api.call(workshopRoutes.setPlaces, { params: { gathering: session.id }, input }));
  };
  return (
    <TrainingForm
      title={t('learning.session.setPlaces')}
      lead={t('learning.session.setPlacesLead')}
      change={change}
      onSend={send}
      onLeave={onLeave}
    >
      <Field
        label={t('learning.session.places')}
        inputMode="numeric"
        value={places}
        onChange={(event) => setPlaces(event.target.value.trim())}
      />
      <Field
        label={t('learning.session.quota')}
        hint={t('learning.session.quotaHint')}
        inputMode="numeric"
        value={quota}
        onChange={(event) => setQuota(event.target.value.trim())}
      />
    </TrainingForm>
  );
}
