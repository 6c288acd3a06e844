import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { addDays, type CivilDate } from '#platform/base';
import { taskRoutes, type Task } from '#kernel/tasks';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Card, Columns, EmptyState, Lit, lookOf, Page, Rows, Toast } from '#platform/web/ui';
import { CaseloadPart } from '../overview/caseload-part.tsx';
import { DueMark } from '../shared/due-mark.tsx';
import { useCaseload } from '../shared/use-caseload.ts';
import { DatedCaseLine, useDatedCases, type DatedCase } from './dated-case.tsx';
import { HoursCard } from './hours-card.tsx';
import { RepliesCard } from './replies-card.tsx';
import { TaskLine } from './task-line.tsx';
import { useOwnCases } from './use-own-cases.ts';
import styles from './week-screen.module.css';
import { WeekStrip } from './week-strip.tsx';

const daysAhead = 14;
const shownAtFirst = 7;

/** The volunteer's week: today first, then what comes day by day, then what others owe. */
export function WeekScreen() {
  const { t, formatDay } = useLanguage();
  const { today, names, person } = useOpenWork();
  const caseload = useCaseload();
  const cases = useOwnCases(caseload.entries);
  const tasks = useOwnTasks(addDays(today, daysAhead));
  const dates = useDatedCases(caseload.entries);
  const ours = dates.filter(({ whose, date }) => whose === 'person' && date <= addDays(today, daysAhead));
  const waiting = dates.filter(({ whose }) => whose === 'authority').slice(0, 5);
  const open = tasks.tasks.filter(({ doneOn }) => doneOn === null);
  const now = open.filter(({ due }) => due <= today);
  const nowDates = ours.filter(({ date }) => date <= addDays(today, 1));
  const late = [...now.map(({ due }) => due), ...nowDates.map(({ date }) => date)].filter((day) => day < today).length;
  const name = names.get(person.user)?.split(' ')[0] ?? person.handle;
  const tick = (task: Task): void => void tasks.tick(task);
  return (
    <Page
      title={t('casework.overview.title', { name })}
      lead={t('casework.week.lead', { day: formatDay(today), late })}
    >
      <WeekStrip
        dates={[
          ...open.filter(({ kind }) => !isAppointment(kind)).map(({ due }) => due),
          ...ours.map(({ date }) => date),
        ]}
        appointments={open.filter(({ kind }) => isAppointment(kind)).map(({ due }) => due)}
      />
      <Columns
        main={
          <>
            <Lit
              title={t('casework.week.today')}
              beside={t('casework.week.count', { count: now.length + nowDates.length })}
            >
              <CaseloadPart caseload={caseload}>
                {caseload.entries.length === 0 && <EmptyState>{t('casework.cases.none')}</EmptyState>}
                {now.length + nowDates.length === 0 && caseload.entries.length > 0 && (
                  <EmptyState>
                    <p>{t('casework.week.nothing')}</p>
                    <Link to="/contact" className={lookOf('plain')}>
                      {t('casework.contact.log')}
                    </Link>
                  </EmptyState>
                )}
                <Rows>
                  {nowDates.map((dated, at) => (
                    <li key={`${dated.entry.id}:${dated.date}:${dated.title}`}>
                      {at === 0 ? <FirstDate dated={dated} /> : <DatedCaseLine dated={dated} />}
                    </li>
                  ))}
                  {now.map((task) => (
                    <li key={task.id}>
                      <TaskLine task={task} onTick={() => tick(task)} />
                    </li>
                  ))}
                </Rows>
              </CaseloadPart>
            </Lit>
            <ComingUp
              dates={ours.filter((dated) => !nowDates.includes(dated))}
              tasks={open.filter(({ due }) => due > today)}
              tick={tick}
            />
          </>
        }
        aside={
          <>
            {waiting.length > 0 && (
              <Card title={t('casework.week.waiting')}>
                <Rows>
                  {waiting.map((dated) => (
                    <li key={`${dated.entry.id}:${dated.date}:${dated.title}`}>
                      <DatedCaseLine dated={dated} />
                    </li>
                  ))}
                </Rows>
              </Card>
            )}
            <RepliesCard cases={cases} />
            <HoursCard cases={cases} />
          </>
        }
      />
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

/** The date that comes first today: what can still be done, and the help beside it. */
function FirstDate({ dated: { entry, date, title, whose } }: { readonly dated: DatedCase }) {
  const { t, formatDay } = useLanguage();
  const { today } = useOpenWork();
  return (
    <div className={styles['first']}>
      <div>
        <DueMark date={date} today={today} whose={whose} />
        <bdi>{entry.open?.codeName}</bdi>
      </div>
      <p className={styles['act']}>{title}</p>
      <p className={styles['small']}>
        {t(date < today ? 'casework.week.wasDue' : 'casework.next.by', { day: formatDay(date) })}
      </p>
      <div className={styles['actions']}>
        <Link to="/cases/$case/$part" params={{ case: entry.id, part: 'journey' }} className={lookOf('main')}>
          {t('casework.week.openCase')}
        </Link>
        <Link to="/contact" hash={entry.id} className={lookOf('plain')}>
          {t('casework.contact.log')}
        </Link>
      </div>
    </div>
  );
}

/** What comes in the next days, under one heading per day. */
function ComingUp({
  dates,
  tasks,
  tick,
}: {
  readonly dates: readonly DatedCase[];
  readonly tasks: readonly Task[];
  readonly tick: (task: Task) => void;
}) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const [all, setAll] = useState(false);
  const lines = [
    ...dates.map((dated) => ({
      day: dated.date,
      key: `${dated.entry.id}:${dated.date}:${dated.title}`,
      line: <DatedCaseLine dated={dated} marked={false} />,
    })),
    ...tasks.map((task) => ({
      day: task.due,
      key: task.id,
      line: <TaskLine task={task} onTick={() => tick(task)} marked={false} />,
    })),
  ].toSorted((left, right) => (left.day === right.day ? 0 : left.day < right.day ? -1 : 1));
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <Card title={t('casework.week.coming')} beside={t('casework.week.count', { count: lines.length })}>
      <div className={styles['days']}>
        {[...Map.groupBy(shown, ({ day }) => day)].map(([day, own]) => (
          <section key={day} aria-label={formatShortDay(day, today)}>
            <h3>
              {formatShortDay(day, today)}
              <DueMark date={day} today={today} />
            </h3>
            <ul>
              {own.map(({ key, line }) => (
                <li key={key}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {lines.length > shown.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('casework.overview.needsAll', { count: lines.length })}
        </Button>
      )}
    </Card>
  );
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
