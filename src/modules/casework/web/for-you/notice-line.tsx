import { Link } from '@tanstack/react-router';
import type { SpaceId } from '#platform/base';
import { codeNameOf } from '#modules/casework';
import type { CaseloadEntry } from '#modules/casework/client';
import { useLanguage } from '#kernel/languages/web';
import type { ShownNotice } from '#kernel/notices/web';
import { useOpenWork } from '#kernel/spaces/web';
import { DueMark } from '../shared/due-mark.tsx';
import { titleOfDate } from '../shared/title-of-date.ts';
import styles from './for-you.module.css';

interface CaseNotice extends ShownNotice {
  readonly space: SpaceId;
}

/** One notice in words: about a case, about training, about a workshop, or about a colleague's reading. */
export function NoticeLine({
  notice,
  entry,
}: {
  readonly notice: ShownNotice;
  readonly entry: CaseloadEntry | undefined;
}) {
  const { space, kind } = notice;
  if (space !== null) return <CaseLine notice={{ ...notice, space }} entry={entry} />;
  switch (kind) {
    case 'reading-unusual':
      return <ReaderLine notice={notice} />;
    case 'sign-up-changed':
      return <SignUpLine notice={notice} />;
    default:
      return <TrainingLine notice={notice} />;
  }
}

/** What has changed stands on the page of workshops. */
function SignUpLine({ notice: { date } }: { readonly notice: ShownNotice }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  return (
    <div className={styles['line']}>
      <span>
        <Link to="/workshops">{t('casework.notice.sign-up-changed')}</Link>{' '}
        {date !== null && <span className={styles['day']}>{formatShortDay(date, today)}</span>}
      </span>
    </div>
  );
}

/** Somebody's reading was far more than usual: who, when, and what to do. The server knows an id and a day. */
function ReaderLine({ notice: { subject, date } }: { readonly notice: ShownNotice }) {
  const { t, formatShortDay } = useLanguage();
  const { names, person, today } = useOpenWork();
  const isSelf = subject === person.user;
  const name = [...names].find(([user]) => user === subject)?.[1] ?? t('casework.noName');
  return (
    <div className={styles['line']}>
      <div>
        <Link to={isSelf ? '/account' : '/people'}>
          <bdi>{isSelf ? t('casework.notice.you') : name}</bdi>
        </Link>{' '}
        {t('casework.notice.reading-unusual')}{' '}
        {date !== null && <span className={styles['day']}>{formatShortDay(date, today)}</span>}
        <p className={styles['advice']}>{t(isSelf ? 'casework.notice.readingSelf' : 'casework.notice.readingAsk')}</p>
      </div>
    </div>
  );
}

/** Something that is asked of oneself, or of a colleague, ends or is missing; what it is says the page of training. */
function TrainingLine({ notice: { kind, date } }: { readonly notice: ShownNotice }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  return (
    <div className={styles['line']}>
      <span>
        <Link to="/training/$part" params={{ part: kind === 'training-of-colleague' ? 'people' : 'own' }}>
          {t(`casework.notice.${kind}`)}
        </Link>{' '}
        {date !== null && <span className={styles['day']}>{formatShortDay(date, today)}</span>}
      </span>
      {kind === 'training-due' && date !== null && <DueMark date={date} today={today} whose="person" />}
    </div>
  );
}

/**
 * A notice about a case. The server told a code and a day; what the date is about is added once the case
 * is opened on this device.
 */
function CaseLine({ notice, entry }: { readonly notice: CaseNotice; readonly entry: CaseloadEntry | undefined }) {
  const words = useLanguage();
  const { t, formatShortDay } = words;
  const { today } = useOpenWork();
  const { kind, date, space } = notice;
  const title = titleOf(words, notice, entry);
  return (
    <div className={styles['line']}>
      <span>
        <Link to="/cases/$case/$part" params={{ case: space, part: 'journey' }}>
          <bdi>{entry?.open?.codeName ?? codeNameOf(space)}</bdi>
        </Link>{' '}
        {title ?? t(`casework.notice.${kind}`)}{' '}
        {date !== null && <span className={styles['day']}>{formatShortDay(date, today)}</span>}
      </span>
      {date !== null && (
        <DueMark date={date} today={today} whose={kind === 'authority-late' ? 'authority' : 'person'} />
      )}
    </div>
  );
}

/** What the date is about: its title from the opened case, else its coarse kind, else nothing. */
function titleOf(
  { t, language }: ReturnType<typeof useLanguage>,
  { subject }: ShownNotice,
  entry: CaseloadEntry | undefined,
): string | null {
  // The subject of such a notice is the id of a due row.
  const due = entry?.open?.due.find(({ id }) => (id as string) === subject);
  return due ? (titleOfDate(entry, due, language) ?? t(`casework.dueType.${due.type}`)) : null;
}
