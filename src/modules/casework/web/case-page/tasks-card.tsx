import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { MessageCircleQuestion } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { taskKinds, taskRoutes, type Task } from '#kernel/tasks';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { doneTask, draftOf, raiseTask, type OpenedCase } from '#modules/casework/client';
import {
  Button,
  Card,
  DateField,
  Field,
  fromTypedDate,
  Notice,
  Rows,
  Select,
  TakesFocus,
  Toast,
} from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { taskSaid } from '../shared/task-words.ts';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './next-date.module.css';

const formHash = 'new-task';

/** What somebody has to do for this case. A tick is done, with undo; words come afterwards, if at all. */
export function TasksCard({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { session, today } = useOpenWork();
  const [tasks, setTasks] = useState<readonly Task[]>([]);
  // Whether the form is open stands in the address, so that a key and a link of other parts can open it.
  const asked = useLocation({ select: ({ hash }) => hash === formHash });
  // An unfinished task is shown again by itself.
  const [unfinished, setUnfinished] = useState(() => draftOf(opened, session, 'task') !== null);
  const adding = asked || unfinished;
  const navigate = useNavigate();
  const setAdding = (on: boolean): void => {
    setUnfinished(false);
    const params = { case: opened.id, part: 'journey' };
    void navigate({ to: '/cases/$case/$part', params, hash: on ? formHash : '', replace: true, resetScroll: false });
  };
  const [undo, setUndo] = useState<Task | null>(null);
  const [loads, setLoads] = useState(0);
  const reload = (): void => setLoads((count) => count + 1);
  useEffect(() => {
    void work.api.call(taskRoutes.listSpaceTasks, { params: { space: opened.id } }).then((answer) => {
      if (answer.ok) setTasks(answer.value.tasks);
    });
    // An appointment that moved has moved its tasks.
  }, [work, opened.id, opened.space.log.seq, loads]);
  const open = tasks.filter(({ doneOn }) => doneOn === null).toSorted((left, right) => (left.due < right.due ? -1 : 1));
  const tick = async (task: Task): Promise<void> => {
    const done = await doneTask(session, opened, task.id, '');
    if (done.ok) setUndo(task);
    reload();
  };
  const untick = async (task: Task): Promise<void> => {
    await work.api.call(taskRoutes.doneTask, { params: { task: task.id }, input: { on: null } });
    setUndo(null);
    reload();
  };
  return (
    <Card
      id="tasks"
      title={t('casework.tasks.title')}
      beside={t('casework.tasks.counts', { open: open.length, done: tasks.length - open.length })}
    >
      {adding && (
        <TakesFocus id={formHash}>
          <TaskForm
            opened={opened}
            onDone={() => {
              setAdding(false);
              reload();
            }}
          />
        </TakesFocus>
      )}
      {open.length === 0 && <p>{t('casework.tasks.none')}</p>}
      <Rows>
        {open.map((task) => (
          <li key={task.id}>
            <div className={styles['head']}>
              <TaskTitle opened={opened} task={task} onTick={() => void tick(task)} />
              <DueMark date={task.due} today={today} />
            </div>
          </li>
        ))}
      </Rows>
      {!adding && (
        <Button aria-expanded={adding} onClick={() => setAdding(true)}>
          {t('casework.tasks.new')}
        </Button>
      )}
      {undo && (
        <Toast undo={() => void untick(undo)} undoLabel={t('casework.undo')} onGone={() => setUndo(null)}>
          {t('casework.tasks.ticked')}
        </Toast>
      )}
    </Card>
  );
}

/** A question is done by answering it; everything else is ticked. */
function TaskTitle({
  opened,
  task,
  onTick,
}: {
  readonly opened: OpenedCase;
  readonly task: Task;
  readonly onTick: () => void;
}) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const { title, isQuestion } = taskSaid(t, names, opened, task);
  const whose = <small>{names.get(task.assignee) ?? ''}</small>;
  if (isQuestion) {
    return (
      <div className={styles['task']}>
        <MessageCircleQuestion size={20} strokeWidth={1.75} aria-hidden />
        <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'contact' }}>
          {title}
        </Link>
        {whose}
      </div>
    );
  }
  return (
    <label className={styles['task']}>
      <input type="checkbox" checked={false} onChange={onTick} />
      {title}
      {whose}
    </label>
  );
}

function TaskForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { session, names } = useOpenWork();
  const form = useCaseForm({
    opened,
    form: 'task',
    read: () => ({ title: '', kind: 'do', assignee: `${session.user}`, due: '' }),
  });
  const { title, kind, assignee } = form.values;
  const due = dateOfText(form.values.due);
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const day = parseCivilDate(fromTypedDate(due));
    const who = opened.members.find(({ user }) => user === assignee)?.user;
    setWrong(day === null || title.trim() === '' || !who);
    if (day === null || title.trim() === '' || !who) return;
    const saved = await form.submit(async (own, current, typed, id) => {
      const words = { title: typed.title.trim(), why: 'by-hand' as const, words: '', outcome: '' };
      const how = taskKinds.find((name) => name === typed.kind) ?? 'do';
      const raised = await raiseTask(own, current, { id, words, assignee: who, due: day, kind: how });
      return raised.ok ? { ok: true, value: raised.value.opened } : raised;
    });
    if (saved) onDone();
  };
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
      <FormNotices form={form} />
      {wrong && <Notice tone="late">{t('casework.tasks.wrong')}</Notice>}
      <Field
        label={t('casework.tasks.what')}
        name="title"
        dir="auto"
        maxLength={200}
        value={title}
        onChange={(event) => form.set({ title: event.target.value })}
      />
      <Select
        label={t('casework.tasks.kind')}
        value={kind}
        onChange={(event) => form.set({ kind: event.target.value })}
        options={taskKinds.map((name) => ({ value: name, label: t(`casework.taskKind.${name}`) }))}
      />
      <Select
        label={t('casework.tasks.who')}
        value={assignee}
        onChange={(event) => form.set({ assignee: event.target.value })}
        options={opened.members.map(({ user }) => ({ value: user, label: names.get(user) ?? t('casework.noName') }))}
      />
      <DateField
        legend={t('casework.tasks.due')}
        words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
        value={due}
        onChange={(typed) => form.set({ due: textOfDate(typed) })}
      />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
          {t('casework.save')}
        </Button>
        <CancelButton form={form} onDone={onDone} />
      </div>
    </form>
  );
}
