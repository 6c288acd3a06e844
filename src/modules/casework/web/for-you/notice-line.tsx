import { Link } from '@tanstack/react-router';
import { codeNameOf } from '#modules/casework';
import type { CaseloadEntry } from '#modules/casework/client';
import { useLanguage } from '#kernel/languages/web';
import type { ShownNotice } from '#kernel/notices/web';
import { useOpenWork } from '#kernel/spaces/web';
import { DueMark } from '../shared/due-mark.tsx';
import { titleOfDate } from '../shared/title-of-date.ts';
import styles from './for-you.module.css';

/**
 * One notice in words. The server told a code and a day; what the date is about is added once the case
 * is opened on this device.
 */
export function NoticeLine({
  notice,
  entry,
}: {
  readonly notice: ShownNotice;
  readonly entry: CaseloadEntry | undefined;
}) {
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
