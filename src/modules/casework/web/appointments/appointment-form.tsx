import { useState, type FormEvent } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  appointmentKinds,
  blockOf,
  planAppointment,
  type Appointment,
  type OpenedCase,
} from '#modules/casework/client';
import { ErrorSummary, Field, Notice, Select, TextArea } from '#platform/web/ui';
import { DayField } from '../shared/day-field.tsx';
import { FormButtons } from '../shared/form-buttons.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import {
  fromTypedAppointment,
  toTypedAppointment,
  type AppointmentError,
  type TypedAppointment,
} from './appointment-values.ts';
import { CompanyFields } from './company-fields.tsx';
import { EmbassyCheck } from './embassy-check.tsx';
import styles from '../shared/form.module.css';

const working = new Set(['lead', 'second', 'coordinator']);

/** Where, when, who goes along, and how the person gets there and back safely. */
export function AppointmentForm({
  opened,
  before,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly before: { readonly id: RecordId; readonly content: Appointment } | null;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const [typed, setTyped] = useState<TypedAppointment>(() => toTypedAppointment(before?.content ?? null, today));
  const [errors, setErrors] = useState<readonly AppointmentError[]>([]);
  const set = (change: Partial<TypedAppointment>): void => setTyped({ ...typed, ...change });
  const text = (name: 'at' | 'until' | 'place' | 'safeWay') => ({
    value: typed[name],
    onChange: (event: { readonly target: { readonly value: string } }) => set({ [name]: event.target.value }),
  });
  const helpers = opened.members.filter(({ relation }) => working.has(relation));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = fromTypedAppointment(
      typed,
      helpers.map(({ user }) => user),
      today,
    );
    setErrors('errors' in read ? read.errors : []);
    if ('errors' in read) return;
    if (await act.run((session) => planAppointment(session, opened, read.plan, before?.id))) onDone();
  };
  const blocked = blockOf(opened.records, {
    kind: typed.kind,
    lawyer: typed.lawyer === 'not-yet' ? null : { answer: typed.lawyer, on: today, words: '' },
  });
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        title={t('casework.problem')}
        errors={errors.map((error) => ({
          field: `appointment-${error}`,
          message: t(`casework.appointment.error.${error}`),
        }))}
      />
      {act.refusal && act.refusal.type !== 'EmbassyBlocked' && (
        <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>
      )}
      <Select
        label={t('casework.appointment.kind')}
        value={typed.kind}
        onChange={(event) => set({ kind: appointmentKinds.find((kind) => kind === event.target.value) ?? 'other' })}
        options={appointmentKinds.map((value) => ({ value, label: t(`casework.appointmentKind.${value}`) }))}
      />
      {typed.kind === 'embassy' && (
        <EmbassyCheck opened={opened} typed={typed} set={set} blocked={blocked} pressed={act.refusal !== null} />
      )}
      <DayField
        id="appointment-day"
        legend={t('casework.appointment.day')}
        error={errors.includes('day') ? t('casework.appointment.error.day') : undefined}
        value={typed.on}
        onChange={(on) => set({ on })}
      />
      <div className={styles['times']}>
        <Field label={t('casework.appointment.from')} type="time" {...text('at')} />
        <Field
          id="appointment-times"
          label={t('casework.appointment.until')}
          type="time"
          error={errors.includes('times') ? t('casework.appointment.error.times') : undefined}
          {...text('until')}
        />
      </div>
      <Field label={t('casework.appointment.place')} dir="auto" {...text('place')} />
      <CompanyFields helpers={helpers} typed={typed} set={set} />
      <TextArea
        label={t('casework.appointment.safeWay')}
        hint={t('casework.appointment.safeWayHint')}
        rows={3}
        {...text('safeWay')}
      />
      <FormButtons act={act} onCancel={onDone} />
    </form>
  );
}
