import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Checks, DateField, Field, Select, TextArea } from '#platform/web/ui';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { fromSessionValues, noSession, signUpEnds, type SessionAsked, type SessionValues } from './session-values.ts';
import styles from './workshops.module.css';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly type: string } };

/** Plans a session, or gives one another time and place. */
export function SessionForm({
  title,
  lead,
  given = noSession,
  withPlaces = false,
  send,
  onDone,
  onLeave,
}: {
  readonly title: string;
  readonly lead: string;
  readonly given?: SessionValues;
  /** Places and trainers are said when a session is planned. */
  readonly withPlaces?: boolean;
  readonly send: (asked: SessionAsked) => Promise<Answer>;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const change = useChange(onDone);
  const [values, setValues] = useState(given);
  const set = (changed: Partial<SessionValues>): void => setValues((before) => ({ ...before, ...changed }));
  const ask = (): void => {
    const asked = fromSessionValues(values);
    if (typeof asked === 'string') return change.setRefused(asked);
    void change.run(() => send(asked));
  };
  return (
    <TrainingForm title={title} lead={lead} change={change} onSend={ask} onLeave={onLeave}>
      <TimeFields values={values} set={set} />
      <PlaceFields values={values} set={set} />
      {withPlaces && <LimitFields values={values} set={set} />}
    </TrainingForm>
  );
}

interface Fields {
  readonly values: SessionValues;
  readonly set: (changed: Partial<SessionValues>) => void;
}

function TimeFields({ values, set }: Fields) {
  const { t } = useLanguage();
  return (
    <>
      <DateField
        legend={t('learning.session.day')}
        value={values.day}
        onChange={(day) => set({ day })}
        words={{ day: t('learning.date.day'), month: t('learning.date.month'), year: t('learning.date.year') }}
      />
      <div className={styles['times']}>
        <Field
          label={t('learning.session.from')}
          type="time"
          value={values.from}
          onChange={(event) => set({ from: event.target.value })}
        />
        <Field
          label={t('learning.session.to')}
          type="time"
          value={values.to}
          onChange={(event) => set({ to: event.target.value })}
        />
      </div>
      <Select
        label={t('learning.session.ends')}
        value={values.ends}
        onChange={(event) => set({ ends: event.target.value })}
        options={signUpEnds.map((days) => ({ value: String(days), label: t('learning.session.endsBefore', { days }) }))}
      />
    </>
  );
}

function PlaceFields({ values, set }: Fields) {
  const { t } = useLanguage();
  return (
    <>
      <Field
        label={t('learning.session.place')}
        hint={t('learning.session.placeHint')}
        value={values.place}
        maxLength={200}
        dir="auto"
        onChange={(event) => set({ place: event.target.value })}
      />
      <Field
        label={t('learning.session.link')}
        hint={t('learning.session.linkHint')}
        inputMode="url"
        value={values.link}
        maxLength={400}
        onChange={(event) => set({ link: event.target.value })}
      />
      <TextArea
        label={t('learning.session.access')}
        hint={t('learning.session.accessHint')}
        rows={2}
        maxLength={400}
        value={values.accessNote}
        onChange={(event) => set({ accessNote: event.target.value })}
      />
    </>
  );
}

function LimitFields({ values, set }: Fields) {
  const { t, language } = useLanguage();
  const { names } = useOpenWork();
  const people = [...names].toSorted(([, left], [, right]) => left.localeCompare(right, language));
  return (
    <>
      <Field
        label={t('learning.session.places')}
        inputMode="numeric"
        value={values.places}
        onChange={(event) => set({ places: event.target.value })}
      />
      <Field
        label={t('learning.session.quota')}
        hint={t('learning.session.quotaHint')}
        inputMode="numeric"
        value={values.quota}
        onChange={(event) => set({ quota: event.target.value })}
      />
      <Checks
        legend={t('learning.session.trainers')}
        options={people.map(([user, name]) => ({ value: user, label: <bdi>{name}</bdi> }))}
        values={values.trainers}
        onChange={(chosen) => set({ trainers: people.map(([user]) => user).filter((user) => chosen.includes(user)) })}
      />
    </>
  );
}
