import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, type OpenedCase } from '#modules/casework/client';
import { Button, Card, EmptyState, TakesFocus, Timeline } from '#platform/web/ui';
import { entriesOf, EntryLine } from '../contact/entry-line.tsx';
import { IncidentForm } from '../contact/incident-form.tsx';
import { ContactForm } from '../contact/log-contact-screen.tsx';
import { NoteForm } from '../contact/note-form.tsx';
import { QuestionForm } from '../contact/question-form.tsx';
import styles from './next-date.module.css';

const shownAtFirst = 10;
const forms = ['contact', 'note', 'question', 'incident'] as const;
type Form = (typeof forms)[number];

/** Everything that was said and noted, newest first. */
export function ContactPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  // From the silence radar one comes here to ask, with the question at hand.
  const asks = useLocation({ select: ({ hash }) => hash === 'ask' });
  const [adding, setAdding] = useState<Form | null>(
    () => forms.find((form) => draftOf(opened, session, form)) ?? (asks ? 'question' : null),
  );
  const [all, setAll] = useState(false);
  const stop = (): void => setAdding(null);
  const labels: Readonly<Record<Form, string>> = {
    contact: t('casework.contact.log'),
    note: t('casework.note.add'),
    question: t('casework.question.ask'),
    incident: t('casework.incident.add'),
  };
  const offered = forms.filter((form) => mayWrite(opened.open.state.name, form));
  const entries = entriesOf(opened);
  const shown = all ? entries : entries.slice(0, shownAtFirst);
  return (
    <>
      <div className={styles['actions']}>
        {offered.map((form) => (
          <Button
            key={form}
            kind={form === 'contact' ? 'main' : 'plain'}
            aria-expanded={adding === form}
            onClick={() => setAdding(adding === form ? null : form)}
          >
            {labels[form]}
          </Button>
        ))}
      </div>
      {adding === 'contact' && (
        <Card title={labels.contact}>
          <ContactForm opened={opened} onDone={stop} />
        </Card>
      )}
      {adding === 'incident' && <IncidentForm opened={opened} onDone={stop} />}
      {adding === 'note' && <NoteForm opened={opened} onDone={stop} />}
      {adding === 'question' && (
        <TakesFocus>
          <QuestionForm opened={opened} silence={asks} onDone={stop} />
        </TakesFocus>
      )}
      <Card title={t('casework.part.contact')} beside={entries.length}>
        {entries.length === 0 && <EmptyState>{t('casework.contact.none')}</EmptyState>}
        <Timeline label={t('casework.part.contact')}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <EntryLine opened={opened} entry={entry} />
            </li>
          ))}
        </Timeline>
        {entries.length > shown.length && (
          <Button onClick={() => setAll(true)}>{t('casework.contact.all', { count: entries.length })}</Button>
        )}
      </Card>
    </>
  );
}

/** A closed case takes nothing, one in aftercare only what is contact. */
function mayWrite(state: OpenedCase['open']['state']['name'], form: Form): boolean {
  return state === 'aftercare' ? form === 'contact' : state !== 'closed';
}
