import { Link } from '@tanstack/react-router';
import { MessageCircleQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Task } from '#kernel/tasks';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { DueMark } from '../shared/due-mark.tsx';
import { taskSaid } from '../shared/task-words.ts';
import { useCase } from '../shared/use-caseload.ts';
import styles from './week-screen.module.css';

/** One task; its words appear once its case is opened on this device. */
export function TaskLine({
  task,
  onTick,
  marked = true,
}: {
  readonly task: Task;
  readonly onTick: () => void;
  /** Without the mark where the day already stands above. */
  readonly marked?: boolean;
}) {
  const { t, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const view = useCase(task.space);
  const opened = view.at === 'open' ? view.opened : null;
  const { title, appointment, isQuestion } = taskSaid(t, names, opened, task);
  const part = isQuestion ? 'contact' : appointment ? 'appointments' : 'journey';
  return (
    <div className={styles['line']}>
      <Ticked isQuestion={isQuestion} onTick={onTick}>
        {title}
        {opened && (
          <span className={styles['small']}>
            <Link to="/cases/$case/$part" params={{ case: task.space, part }}>
              <bdi>{opened.open.codeName}</bdi>
            </Link>
            {appointment && (
              <>
                {`, ${formatShortDay(appointment.on, today)}`}
                {appointment.at ? `, ${appointment.at}` : ''}
                {'. '}
                {appointment.meetingPoint && t('casework.appointment.meetAt', { place: appointment.meetingPoint })}
              </>
            )}
          </span>
        )}
      </Ticked>
      {marked && <DueMark date={task.due} today={today} />}
    </div>
  );
}

/** A box to tick; a question is done by answering it, so it has none. */
function Ticked({
  isQuestion,
  onTick,
  children,
}: {
  readonly isQuestion: boolean;
  readonly onTick: () => void;
  readonly children: ReactNode;
}) {
  if (isQuestion) {
    return (
      <div className={styles['check']}>
        <MessageCircleQuestion size={20} strokeWidth={1.75} aria-hidden />
        <span>{children}</span>
      </div>
    );
  }
  return (
    <label className={styles['check']}>
      <input type="checkbox" checked={false} onChange={onTick} />
      {children}
    </label>
  );
}
