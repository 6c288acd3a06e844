import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { addEntry, draftOf, recordsOf, type OpenedCase } from '#modules/casework/client';
import { Button, Card, EmptyState, Stack, TextArea, Timeline } from '#platform/web/ui';
import { IncidentForm } from '../contact/incident-form.tsx';
import { ContactForm } from '../contact/log-contact-screen.tsx';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './next-date.module.css';

const shownAtFirst = 10;
const forms = ['contact', 'note', 'incident'] as const;

/** Everything that was said and noted, newest first. */
export function ContactPart({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { session, today, names } = useOpenWork();
  const [adding, setAdding] = useState<(typeof forms)[number] | null>(
    () => forms.find((form) => draftOf(opened, session, form)) ?? null,
  );
  const [all, setAll] = useState(false);
  const state = opened.open.state.name;
  const partyNames = new Map<string, string>(recordsOf(opened, 'party').map(({ id, content }) => [id, content.name]));
  const entries = [
    ...recordsOf(opened, 'contact'),
    ...recordsOf(opened, 'attempt'),
    ...recordsOf(opened, 'note'),
    ...recordsOf(opened, 'incident'),
  ].toSorted((left, right) =>
    left.content.on === right.content.on ? right.seq - left.seq : left.content.on < right.content.on ? 1 : -1,
  );
  const kindOf = (entry: (typeof entries)[number]): string => {
    if (entry.kind === 'note') return t('casework.note.kind');
    if (entry.kind !== 'incident') return t(`casework.contactKind.${entry.content.kind}`);
    return `${t('casework.incident.kind')}, ${t(`casework.incidentKind.${entry.content.kind}`)}`;
  };
  const shown = all ? entries : entries.slice(0, shownAtFirst);
  return (
    <>
      {state !== 'closed' && (
        <div className={styles['actions']}>
          <Button
            kind="main"
            aria-expanded={adding === 'contact'}
            onClick={() => setAdding(adding === 'contact' ? null : 'contact')}
          >
            {t('casework.contact.log')}
          </Button>
          {state !== 'aftercare' && (
            <>
              <Button aria-expanded={adding === 'note'} onClick={() => setAdding(adding === 'note' ? null : 'note')}>
                {t('casework.note.add')}
              </Button>
              <Button
                aria-expanded={adding === 'incident'}
                onClick={() => setAdding(adding === 'incident' ? null : 'incident')}
              >
                {t('casework.incident.add')}
              </Button>
            </>
          )}
        </div>
      )}
      {adding === 'contact' && (
        <Card title={t('casework.contact.log')}>
          <ContactForm opened={opened} onDone={() => setAdding(null)} />
        </Card>
      )}
      {adding === 'incident' && <IncidentForm opened={opened} onDone={() => setAdding(null)} />}
      {adding === 'note' && <NoteForm opened={opened} onDone={() => setAdding(null)} />}
      <Card title={t('casework.part.contact')} beside={entries.length}>
        {entries.length === 0 && <EmptyState>{t('casework.contact.none')}</EmptyState>}
        <Timeline label={t('casework.part.contact')}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <strong>{formatShortDay(entry.content.on, today)}</strong> {kindOf(entry)}
              {entry.kind === 'contact' && entry.content.minutes > 0
                ? `, ${t('casework.minutes', { count: entry.content.minutes })}`
                : ''}
              {entry.kind === 'contact' && partyNames.has(entry.content.with) && (
                <>
                  , <bdi>{partyNames.get(entry.content.with)}</bdi>
                </>
              )}
              {entry.kind === 'attempt' ? `, ${t(`casework.attempt.${entry.content.why}`)}` : ''},{' '}
              {names.get(entry.author) ?? t('casework.noName')}
              {entry.kind === 'note' && entry.content.title && (
                <p dir="auto">
                  <strong>{entry.content.title}</strong>
                </p>
              )}
              <p dir="auto">{entry.content.words}</p>
              {entry.kind === 'incident' && (
                <p dir="auto" className={styles['muted']}>
                  {entry.content.done && `${t('casework.incident.done')}: ${entry.content.done} `}
                  {t(entry.content.coordinatorTold ? 'casework.incident.isTold' : 'casework.incident.notTold')}
                </p>
              )}
              {entry.kind === 'contact' && entry.content.nextStep && (
                <p dir="auto" className={styles['muted']}>
                  {t('casework.contact.next')}: {entry.content.nextStep}
                </p>
              )}
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

function NoteForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const form = useCaseForm({ opened, form: 'note', read: emptyNote });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (form.values.words.trim() === '') return;
    const saved = await form.submit((session, current, { words }, id) =>
      addEntry(session, current, 'note', { on: today, at: null, title: null, words, audience: 'team' }, id),
    );
    if (saved) onDone();
  };
  return (
    <Card title={t('casework.note.add')}>
      <form {...form.props} onSubmit={(event) => void submit(event)}>
        <Stack>
          <FormNotices form={form} />
          <TextArea
            label={t('casework.note.words')}
            name="words"
            required
            value={form.values.words}
            onChange={(event) => form.set({ words: event.target.value })}
          />
          <div className={styles['actions']}>
            <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
              {t('casework.save')}
            </Button>
            <CancelButton form={form} onDone={onDone} />
          </div>
        </Stack>
      </form>
    </Card>
  );
}

function emptyNote(): { words: string } {
  return { words: '' };
}
