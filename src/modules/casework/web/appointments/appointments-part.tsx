import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  compareAppointments,
  recordsOf,
  syncAppointmentTasks,
  timeOf,
  type CaseRefusal,
  type OpenedCase,
} from '#modules/casework/client';
import { Button, Card, EmptyState, Lit, Notice, Rows } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { AppointmentForm } from './appointment-form.tsx';
import { AppointmentRow } from './appointment-row.tsx';

const shownAtFirst = 6;

/** What comes, what nobody wrote the outcome of, and what is over. */
export function AppointmentsPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const unmended = useFittingTasks(opened);
  const appointments = recordsOf(opened, 'appointment').toSorted((left, right) =>
    compareAppointments(left.content, right.content),
  );
  const at = (time: ReturnType<typeof timeOf>) => appointments.filter(({ content }) => timeOf(content, today) === time);
  const toAsk = at('to-ask');
  const coming = at('coming');
  const past = at('past').toReversed();
  return (
    <>
      {unmended && (
        <Notice tone="soon">
          {t('casework.appointment.tasksNotYet')} {caseRefusalMessage(t, unmended)}
        </Notice>
      )}
      {toAsk.length > 0 && (
        <Lit title={t('casework.appointment.toAsk')} beside={toAsk.length}>
          <Rows>
            {toAsk.map((record) => (
              <li key={record.id}>
                <AppointmentRow opened={opened} record={record} />
              </li>
            ))}
          </Rows>
        </Lit>
      )}
      <Card
        title={t('casework.appointment.coming')}
        beside={
          <Button kind="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t('casework.appointment.add')}
          </Button>
        }
      >
        {adding && <AppointmentForm opened={opened} before={null} onDone={() => setAdding(false)} />}
        {!adding && coming.length === 0 && <EmptyState>{t('casework.appointment.none')}</EmptyState>}
        <Rows>
          {coming.map((record) => (
            <li key={record.id}>
              <AppointmentRow opened={opened} record={record} />
            </li>
          ))}
        </Rows>
      </Card>
      {past.length > 0 && (
        <Card title={t('casework.appointment.past')} beside={past.length}>
          <Rows>
            {(all ? past : past.slice(0, shownAtFirst)).map((record) => (
              <li key={record.id}>
                <AppointmentRow opened={opened} record={record} />
              </li>
            ))}
          </Rows>
          {!all && past.length > shownAtFirst && (
            <Button kind="quiet" onClick={() => setAll(true)}>
              {t('casework.contact.all', { count: past.length })}
            </Button>
          )}
        </Card>
      )}
    </>
  );
}

/** Mends the open rows when a connection was lost between the sealed appointment and its tasks. */
function useFittingTasks(opened: OpenedCase): CaseRefusal | null {
  const { session } = useOpenWork();
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  useEffect(() => {
    let shown = true;
    void syncAppointmentTasks(session, opened).then((done) => {
      if (shown) setRefusal(done.ok ? null : done.refusal);
    });
    return () => {
      shown = false;
    };
  }, [session, opened]);
  return refusal;
}
