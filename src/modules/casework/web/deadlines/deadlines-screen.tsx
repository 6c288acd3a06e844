import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, type CivilDate } from '#platform/base';
import { isRunning, type Due } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { CaseloadEntry } from '#modules/casework/client';
import { Card, Choice, EmptyState, Page, Rows, Skeleton } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { useCaseload } from '../shared/use-caseload.ts';
import styles from '../overview/overview-screen.module.css';

interface DatedLine {
  readonly entry: CaseloadEntry;
  readonly due: Due;
}

const spans = ['late', 'week', 'month', 'later'] as const;

/** Every open date of my cases, by how near it is. */
export function DeadlinesScreen() {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const caseload = useCaseload();
  const [whose, setWhose] = useState<string>('person');
  const lines = caseload.entries
    .flatMap((entry): readonly DatedLine[] => {
      if (!entry.open || !isRunning(entry.open.state.name)) return [];
      return entry.open.due.filter((due) => due.metOn === null && due.whose === whose).map((due) => ({ entry, due }));
    })
    .toSorted((left, right) => (left.due.date < right.due.date ? -1 : 1));
  return (
    <Page title={t('casework.deadlines.title')} lead={t('casework.deadlines.lead', { count: lines.length })}>
      <Choice
        legend={t('casework.deadlines.whose')}
        name="whose"
        inline
        value={whose}
        onChange={setWhose}
        options={[
          { value: 'person', label: t('casework.overview.ours') },
          { value: 'authority', label: t('casework.overview.authorities') },
        ]}
      />
      {caseload.at === 'opening' && <Skeleton label={t('casework.cases.opening', { done: caseload.done })} lines={8} />}
      {caseload.at === 'open' && lines.length === 0 && <EmptyState>{t('casework.deadlines.none')}</EmptyState>}
      {spans.map((span) => {
        const own = lines.filter(({ due }) => spanOf(due.date, today) === span);
        return own.length === 0 ? null : (
          <Card key={span} title={t(`casework.deadlines.${span}`)} beside={own.length}>
            <Rows>
              {own.map(({ entry, due }) => (
                <li key={due.id}>
                  <DateLine entry={entry} due={due} />
                </li>
              ))}
            </Rows>
          </Card>
        );
      })}
    </Page>
  );
}

function DateLine({ entry, due }: DatedLine) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const title = entry.head?.nextDates.find(({ date, whose }) => date === due.date && whose === due.whose)?.title;
  return (
    <div className={styles['row']}>
      <span>
        <Link to="/cases/$case/$part" params={{ case: entry.id, part: 'journey' }}>
          <bdi>{entry.open?.codeName}</bdi>
        </Link>{' '}
        {title ?? t(`casework.dueType.${due.type}`)}{' '}
        <span className={styles['muted']}>
          {formatShortDay(due.date, today)}, {t(`casework.weight.${due.weight}`)}
        </span>
      </span>
      <DueMark date={due.date} today={today} whose={due.whose} />
    </div>
  );
}

function spanOf(date: CivilDate, today: CivilDate): (typeof spans)[number] {
  if (date < today) return 'late';
  if (date <= addDays(today, 7)) return 'week';
  return date <= addDays(today, 30) ? 'month' : 'later';
}
