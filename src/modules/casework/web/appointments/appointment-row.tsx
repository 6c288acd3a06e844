import { useState, type FormEvent } from 'react';
import type { CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  endAppointment,
  gapsOf,
  outcomeIsLate,
  timeOf,
  type Appointment,
  type OpenedCase,
  type RecordOf,
} from '#modules/casework/client';
import { Button, Choice, Notice, StateMark, TextArea } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { FormButtons } from '../shared/form-buttons.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { cleanText } from '../shared/typed-text.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { AppointmentForm } from './appointment-form.tsx';
import styles from '../shared/form.module.css';

/** One appointment: what is known of it, what is still open, and what came of it. */
export function AppointmentRow({
  opened,
  record: { id, content },
}: {
  readonly opened: OpenedCase;
  readonly record: RecordOf<'appointment'>;
}) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const [doing, setDoing] = useState<'change' | 'end' | null>(null);
  const time = timeOf(content, today);
  const stop = (): void => setDoing(null);
  return (
    <div className={styles['form']}>
      <div className={styles['head']}>
        <span>
          <strong>
            {formatShortDay(content.on, today)}
            {content.at ? `, ${hours(content)}` : ''}
          </strong>{' '}
          {t(`casework.appointmentKind.${content.kind}`)}
          {content.place && (
            <>
              , <bdi>{content.place}</bdi>
            </>
          )}
        </span>
        <AppointmentMark appointment={content} />
      </div>
      <Details opened={opened} appointment={content} />
      {doing === 'change' && <AppointmentForm opened={opened} before={{ id, content }} onDone={stop} />}
      {doing === 'end' && <OutcomeForm opened={opened} id={id} appointment={content} onDone={stop} />}
      {doing === null && time !== 'past' && (
        <div className={styles['actions']}>
          <Button kind={time === 'to-ask' ? 'main' : 'plain'} onClick={() => setDoing('end')}>
            {t(endingOf(content.on, today))}
          </Button>
          <Button kind="quiet" onClick={() => setDoing('change')}>
            {t('casework.appointment.change')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What can be said about an end: the outcome once the day has passed, before it only that it is cancelled. */
function endingOf(on: CivilDate, today: CivilDate): string {
  if (on < today) return 'casework.appointment.outcome';
  return on === today ? 'casework.appointment.cancel' : 'casework.appointment.cancelIt';
}

function hours({ at, until }: Appointment): string {
  return until ? `${at ?? ''} – ${until}` : (at ?? '');
}

function AppointmentMark({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const { state } = appointment;
  if (state.name !== 'planned') {
    return (
      <StateMark kind={state.name === 'took-place' ? 'done' : 'plain'}>
        {t(`casework.appointment.${state.name}`)}
      </StateMark>
    );
  }
  if (timeOf(appointment, today) === 'coming') return <DueMark date={appointment.on} today={today} />;
  return (
    <StateMark kind={outcomeIsLate(appointment, today) ? 'late' : 'soon'}>
      {t('casework.appointment.outcomeMissing')}
    </StateMark>
  );
}

function Details({ opened, appointment }: { readonly opened: OpenedCase; readonly appointment: Appointment }) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const { meetingPoint, goes, interpreter, safeWay, state, lawyer } = appointment;
  const gaps = gapsOf(appointment);
  const members = new Map(opened.members.map(({ user, relation }) => [user, relation]));
  const company = goes.map((user) => names.get(user) ?? t('casework.noName')).join(', ');
  return (
    <>
      <p className={styles['muted']}>
        {goes.length > 0 ? t('casework.appointment.with', { names: company }) : t('casework.appointment.alone')}{' '}
        {meetingPoint && t('casework.appointment.meetAt', { place: meetingPoint })}{' '}
        {interpreter === 'arranged' && t('casework.appointment.interpreterComes')}
      </p>
      {safeWay && <p dir="auto">{t('casework.appointment.way', { words: safeWay })}</p>}
      {lawyer && (
        <p dir="auto" className={styles['muted']}>
          {t(`casework.embassy.said.${lawyer.answer}`)} {lawyer.words}
        </p>
      )}
      {state.name !== 'planned' && state.words && <p dir="auto">{state.words}</p>}
      {gaps.length > 0 && (
        <p>
          <StateMark kind="soon">{t('casework.appointment.stillOpen')}</StateMark>{' '}
          {gaps.map((gap) => t(`casework.appointment.gap.${gap}`)).join(' ')}
        </p>
      )}
      {goes.some((user) => !members.has(user)) && state.name === 'planned' && (
        <p>
          <StateMark kind="soon">{t('casework.appointment.goneMember')}</StateMark>
        </p>
      )}
    </>
  );
}

/** Afterwards: did it take place, and what came of it. Before: that it is cancelled, and why. */
function OutcomeForm({
  opened,
  id,
  appointment,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly id: RecordOf<'appointment'>['id'];
  readonly appointment: Appointment;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const coming = timeOf(appointment, today) === 'coming';
  const states =
    coming && appointment.on > today
      ? (['cancelled'] as const)
      : (['took-place', 'did-not-take-place', 'cancelled'] as const);
  const [name, setName] = useState<(typeof states)[number]>(states[0]);
  const [words, setWords] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const state = { name, on: today, words: cleanText(words) };
    if (await act.run((session) => endAppointment(session, opened, id, state))) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {states.length > 1 && (
        <Choice
          legend={t('casework.appointment.outcome')}
          name={`outcome-${id}`}
          inline
          value={name}
          onChange={(value) => setName(states.find((one) => one === value) ?? states[0])}
          options={states.map((value) => ({ value, label: t(`casework.appointment.${value}`) }))}
        />
      )}
      <TextArea
        label={t(name === 'cancelled' ? 'casework.appointment.why' : 'casework.appointment.words')}
        rows={3}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <FormButtons
        act={act}
        save={t(coming && states.length === 1 ? 'casework.appointment.cancelIt' : 'casework.save')}
        onCancel={onDone}
      />
    </form>
  );
}
