import { useState } from 'react';
import { useLanguage, type LanguageChoice } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, isWaiting, recordsOf, type OpenedCase, type RecordOf } from '#modules/casework/client';
import { Button, StateMark } from '#platform/web/ui';
import { ReplyForm } from './reply-form.tsx';
import styles from './contact.module.css';

/** What stands in the log of a case; replies stand below what they answer. */
export type Entry =
  RecordOf<'contact'> | RecordOf<'attempt'> | RecordOf<'note'> | RecordOf<'incident'> | RecordOf<'question'>;

/** All entries of a case, newest first. */
export function entriesOf(opened: OpenedCase): readonly Entry[] {
  return [
    ...recordsOf(opened, 'contact'),
    ...recordsOf(opened, 'attempt'),
    ...recordsOf(opened, 'note'),
    ...recordsOf(opened, 'incident'),
    ...recordsOf(opened, 'question'),
  ].toSorted((left, right) =>
    left.content.on === right.content.on ? right.seq - left.seq : left.content.on < right.content.on ? 1 : -1,
  );
}

/** One entry: day, kind, who, words; what colleagues answered to it, and the way to answer. */
export function EntryLine({ opened, entry }: { readonly opened: OpenedCase; readonly entry: Entry }) {
  const { t, formatShortDay } = useLanguage();
  const { session, today, names } = useOpenWork();
  const [answering, setAnswering] = useState(() => draftOf(opened, session, `reply:${entry.id}`) !== null);
  const replies = recordsOf(opened, 'reply').filter(({ content }) => content.entry === entry.id);
  const nameOf = (user: Entry['author']): string => names.get(user) ?? t('casework.noName');
  const waits = entry.kind === 'question' && isWaiting(opened, entry.id);
  const isMine = entry.author === session.user;
  // While the work rests nothing is asked or answered.
  const { name: state } = opened.open.state;
  const mayAnswer = state !== 'aftercare' && state !== 'closed' && (!isMine || replies.length > 0);
  return (
    <>
      <strong>{formatShortDay(entry.content.on, today)}</strong> {kindOf(t, entry)}
      {detailsOf(t, opened, entry)}, {nameOf(entry.author)}
      {entry.kind === 'question' && `, ${t('casework.question.at', { name: nameOf(entry.content.to) })}`}{' '}
      {waits && <StateMark kind="waiting">{t('casework.question.waits')}</StateMark>}
      {entry.kind === 'note' && entry.content.title && (
        <p dir="auto">
          <strong>{entry.content.title}</strong>
        </p>
      )}
      <p dir="auto" className={styles['words']}>
        {entry.content.words}
      </p>
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
      {replies.map(({ id, content, author }) => (
        <div key={id} className={styles['reply']}>
          <strong>{nameOf(author)}</strong>, {formatShortDay(content.on, today)}
          <p dir="auto" className={styles['words']}>
            {content.words}
          </p>
        </div>
      ))}
      {answering && <ReplyForm opened={opened} entry={entry.id} onDone={() => setAnswering(false)} />}
      {!answering && mayAnswer && (
        <div>
          <Button kind={waits && !isMine ? 'plain' : 'quiet'} onClick={() => setAnswering(true)}>
            {t('casework.reply.open')}
            <span className="visually-hidden">
              {' '}
              {kindOf(t, entry)}, {formatShortDay(entry.content.on, today)}
            </span>
          </Button>
        </div>
      )}
    </>
  );
}

function kindOf(t: LanguageChoice['t'], entry: Entry): string {
  if (entry.kind === 'note') return t('casework.note.kind');
  if (entry.kind === 'question') return t('casework.question.kind');
  if (entry.kind !== 'incident') return t(`casework.contactKind.${entry.content.kind}`);
  return `${t('casework.incident.kind')}, ${t(`casework.incidentKind.${entry.content.kind}`)}`;
}

function detailsOf(t: LanguageChoice['t'], opened: OpenedCase, entry: Entry) {
  if (entry.kind === 'attempt') return `, ${t(`casework.attempt.${entry.content.why}`)}`;
  if (entry.kind !== 'contact') return '';
  const { minutes, with: other } = entry.content;
  const party = recordsOf(opened, 'party').find(({ id }) => id === other)?.content.name;
  return (
    <>
      {minutes > 0 && `, ${t('casework.minutes', { count: minutes })}`}
      {party && (
        <>
          , <bdi>{party}</bdi>
        </>
      )}
    </>
  );
}
