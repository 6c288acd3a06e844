import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { raiseTask, type OpenedCase } from '#modules/casework/client';
import { Button, Choice, Field, Notice, StateMark } from '#platform/web/ui';
import { DayField } from '../shared/day-field.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import type { TypedAppointment } from './appointment-values.ts';
import styles from '../shared/form.module.css';

/** Before an embassy is visited: may the authorities at home know? If not sure, the lawyer is asked first. */
export function EmbassyCheck({
  opened,
  typed,
  set,
  blocked,
  pressed,
}: {
  readonly opened: OpenedCase;
  readonly typed: TypedAppointment;
  readonly set: (change: Partial<TypedAppointment>) => void;
  readonly blocked: 'no-check' | 'not-answered' | 'said-no' | null;
  readonly pressed: boolean;
}) {
  const { t } = useLanguage();
  const lawyerMatters = blocked !== 'no-check' && (blocked !== null || typed.lawyer !== 'not-yet');
  return (
    <div className={styles['form']}>
      {blocked === null ? (
        <p>
          <StateMark kind="checked">{t('casework.embassy.open')}</StateMark>
        </p>
      ) : (
        <Notice tone={pressed ? 'late' : 'soon'}>
          <p>
            <strong>{t('casework.embassy.blocked')}</strong> {t(`casework.embassy.${blocked}`)}
          </p>
          {blocked === 'no-check' && (
            <p>
              <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'person' }} hash="inner">
                {t('casework.embassy.doCheck')}
              </Link>
            </p>
          )}
          {blocked !== 'no-check' && <AskLawyer opened={opened} />}
        </Notice>
      )}
      {lawyerMatters && (
        <>
          <Choice
            legend={t('casework.embassy.lawyer')}
            name="lawyer"
            inline
            value={typed.lawyer}
            onChange={(value) => set({ lawyer: value === 'may-go' || value === 'may-not' ? value : 'not-yet' })}
            options={['not-yet', 'may-go', 'may-not'].map((value) => ({
              value,
              label: t(`casework.embassy.lawyer.${value}`),
            }))}
          />
          {typed.lawyer !== 'not-yet' && (
            <>
              <DayField
                id="appointment-lawyer-day"
                legend={t('casework.embassy.lawyerOn')}
                value={typed.lawyerOn}
                onChange={(lawyerOn) => set({ lawyerOn })}
              />
              <Field
                label={t('casework.embassy.lawyerWords')}
                dir="auto"
                value={typed.lawyerWords}
                onChange={(event) => set({ lawyerWords: event.target.value })}
              />
            </>
          )}
        </>
      )}
    </div>
  );
}

/** Makes it somebody's task for today, so that the question is not forgotten. */
function AskLawyer({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { today, session } = useOpenWork();
  const act = useCaseAct(opened);
  const [asked, setAsked] = useState(false);
  const ask = async (): Promise<void> => {
    const words = { title: t('casework.embassy.task'), why: 'by-hand' as const, words: '', outcome: '' };
    const raised = await act.run(async (own) => {
      const done = await raiseTask(own, opened, { words, assignee: session.user, due: today, kind: 'call' });
      return done.ok ? { ok: true, value: done.value.opened } : done;
    });
    setAsked(raised);
  };
  if (asked) return <p>{t('casework.embassy.asked')}</p>;
  return (
    <>
      {act.refusal && <p>{caseRefusalMessage(t, act.refusal)}</p>}
      <Button busy={act.busy && t('casework.saving')} onClick={() => void ask()}>
        {t('casework.embassy.ask')}
      </Button>
    </>
  );
}
