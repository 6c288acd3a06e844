import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { addDays, type CivilDate } from '#platform/base';
import { isRunning } from '#modules/casework';
import { taskRoutes, type Task } from '#kernel/tasks';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { CaseloadEntry } from '#modules/casework/client';
import { Card, EmptyState, Lit, lookOf, Page, Rows, Toast } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { useCaseload } from '../shared/use-caseload.ts';
import styles from '../overview/overview-screen.module.css';
import { HoursCard } from './hours-card.tsx';
import { TaskLine } from './task-line.tsx';
import { WeekStrip } from './week-strip.tsx';

/** A dated thing of one of my cases. */
export interface DatedCase {
  readonly entry: CaseloadEntry;
  readonly date: CivilDate;
  readonly title: string;
  readonly whose: 'person' | 'authority';
}

/** The volunteer's week: today first, then what comes, then what others owe. */
export function WeekScreen() {
  const { t, formatDay } = useLanguage();
  const { today, names, person } = useOpenWork();
  const caseload = useCaseload();
  const tasks = useOwnTasks(addDays(today, 14));
  const dates = useDates(caseload.entries);
  const ours = dates.filter(({ whose, date }) => whose === 'person' && date <= addDays(today, 14));
  const waiting = dates.filter(({ whose }) => whose === 'authority').slice(0, 5);
  const open = tasks.tasks.filter(({ doneOn }) => doneOn === null);
  const now = open.filter(({ due }) => due <= today);
  const later = open.filter(({ due }) => due > today);
  const nowDates = ours.filter(({ date }) => date <= addDays(today, 1));
  const name = names.get(person.user)?.split(' ')[0] ?? person.handle;
  return (
    <Page title={t('casework.overview.title', { name })} lead={formatDay(today)}>
      <WeekStrip
        dates={[
          ...open.filter(({ kind }) => !isAppointment(kind)).map(({ due }) => due),
          ...ours.map(({ date }) => date),
        ]}
        appointments={open.filter(({ kind }) => isAppointment(kind)).map(({ due }) => due)}
      />
      <Lit title={t('casework.week.today')} beside={t('casework.week.count', { count: now.length + nowDates.length })}>
        {caseload.at === 'open' && caseload.entries.length === 0 && <EmptyState>{t('casework.cases.none')}</EmptyState>}
        {now.length + nowDates.length === 0 && caseload.entries.length > 0 && <p>{t('casework.week.nothing')}</p>}
        <Rows>
          {nowDates.map((dated) => (
            <li key={`${dated.entry.id}:${dated.date}:${dated.title}`}>
              <DateOfCase dated={dated} />
            </li>
          ))}
          {now.map((task) => (
            <li key={task.id}>
              <TaskLine task={task} onTick={() => void tasks.tick(task)} />
            </li>
          ))}
        </Rows>
        <p>
          <Link to="/contact" className={lookOf('main')}>
            {t('casework.contact.log')}
          </Link>
        </p>
      </Lit>
      <Card title={t('casework.week.coming')} beside={later.length + ours.length - nowDates.length}>
        <Rows>
          {ours
            .filter((dated) => !nowDates.includes(dated))
            .map((dated) => (
              <li key={`${dated.entry.id}:${dated.date}:${dated.title}`}>
                <DateOfCase dated={dated} />
              </li>
            ))}
          {later.map((task) => (
            <li key={task.id}>
              <TaskLine task={task} onTick={() => void tasks.tick(task)} />
            </li>
          ))}
        </Rows>
      </Card>
      {waiting.length > 0 && (
        <Card title={t('casework.week.waiting')}>
          <Rows>
            {waiting.map((dated) => (
              <li key={`${dated.entry.id}:${dated.date}:${dated.title}`}>
                <DateOfCase dated={dated} />
              </li>
            ))}
          </Rows>
        </Card>
      )}
      <HoursCard />
      {tasks.undo && (
        <Toast undo={() => void tasks.untick()} undoLabel={t('casework.undo')} onGone={tasks.forget}>
          {t('casework.tasks.ticked')}
        </Toast>
      )}
    </Page>
  );
}

/** Going along and meeting happen at an hour, with somebody; the rest is to be done by a day. */
function isAppointment(kind: Task['kind']): boolean {
  return kind === 'go-along' || kind === 'meet';
}

function DateOfCase({ dated: { entry, date, title, whose } }: { readonly dated: DatedCase }) {
  const { formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  return (
    <div className={styles['row']}>
      <span>
        <Link to="/cases/$case/$part" params={{ case: entry.id, part: 'journey' }}>
          <bdi>{entry.open?.codeName}</bdi>
        </Link>{' '}
        {title} <span className={styles['muted']}>{formatShortDay(date, today)}</span>
      </span>
      <DueMark date={date} today={today} whose={whose} />
    </div>
  );
}

/** Open dates of my running cases, earliest first. */
function useDates(entries: readonly CaseloadEntry[]): readonly DatedCase[] {
  const { t } = useLanguage();
  return entries
    .flatMap((entry): readonly DatedCase[] => {
      if (!entry.open || !isRunning(entry.open.state.name)) return [];
      return entry.open.due
        .filter(({ metOn }) => metOn === null)
        .map(({ date, whose, type }) => ({
          entry,
          date,
          whose,
          title:
            entry.head?.nextDates.find((one) => one.date === date && one.whose === whose)?.title ??
            t(`casework.dueType.${type}`),
        }));
    })
    .toSorted((left, right) => (left.date < right.date ? -1 : 1));
}

function useOwnTasks(until: CivilDate) {
  const { work } = useWork();
  const { today } = useOpenWork();
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  const [undo, setUndo] = useState<Task | null>(null);
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    void work.api.call(taskRoutes.listMyTasks, { query: { until } }).then((answer) => {
      if (answer.ok) setTasks(answer.value.tasks.toSorted((left, right) => (left.due < right.due ? -1 : 1)));
    });
  }, [work, until, loads]);
  const mark = async (task: Task, on: CivilDate | null): Promise<void> => {
    await work.api.call(taskRoutes.doneTask, { params: { task: task.id }, input: { on } });
    setUndo(on === null ? null : task);
    setLoads((count) => count + 1);
  };
  const forget = useCallback(() => setUndo(null), []);
  return {
    tasks,
    undo,
    forget,
    tick: (task: Task) => mark(task, today),
    untick: async () => {
      if (undo) await mark(undo, null);
    },
  };
}
