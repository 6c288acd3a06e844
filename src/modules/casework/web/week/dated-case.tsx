import { Link } from '@tanstack/react-router';
import type { CivilDate } from '#platform/base';
import { isRunning } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { CaseloadEntry } from '#modules/casework/client';
import { DueMark } from '../shared/due-mark.tsx';
import { titleOfDate } from '../shared/title-of-date.ts';
import styles from './week-screen.module.css';

/** A dated thing of one of my cases. */
export interface DatedCase {
  readonly entry: CaseloadEntry;
  readonly date: CivilDate;
  readonly title: string;
  readonly whose: 'person' | 'authority';
}

/** Open dates of my running cases, earliest first. */
export function useDatedCases(entries: readonly CaseloadEntry[]): readonly DatedCase[] {
  const { t, language } = useLanguage();
  return entries
    .flatMap((entry): readonly DatedCase[] => {
      if (!entry.open || !isRunning(entry.open.state.name)) return [];
      return entry.open.due
        .filter(({ metOn }) => metOn === null)
        .map(({ date, whose, type }) => ({
          entry,
          date,
          whose,
          title: titleOfDate(entry, { date, whose }, language) ?? t(`casework.dueType.${type}`),
        }));
    })
    .toSorted((left, right) => (left.date < right.date ? -1 : 1));
}

/** One date: what it is about, whose case, how far; the mark is left out where the day already stands above. */
export function DatedCaseLine({
  dated: { entry, date, title, whose },
  marked = true,
}: {
  readonly dated: DatedCase;
  readonly marked?: boolean;
}) {
  const { formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  return (
    <div className={styles['line']}>
      <span>
        {title}
        <span className={styles['small']}>
          <Link to="/cases/$case/$part" params={{ case: entry.id, part: 'journey' }}>
            <bdi>{entry.open?.codeName}</bdi>
          </Link>
          {marked && `, ${formatShortDay(date, today)}`}
        </span>
      </span>
      {marked && <DueMark date={date} today={today} whose={whose} />}
    </div>
  );
}
