import { Link } from '@tanstack/react-router';
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
  const { today } = useOpenWork();
  const view = useCase(task.space);
  const opened = view.at === 'open' ? view.opened : null;
  const { title, appointment } = taskSaid(t, opened, task);
  return (
    <div className={styles['line']}>
      <label className={styles['check']}>
        <input type="checkbox" checked={false} onChange={onTick} />
        {title}
        {opened && (
          <span className={styles['small']}>
            <Link to="/cases/$case/$part" params={{ case: task.space, part: appointment ? 'appointments' : 'journey' }}>
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
      </label>
      {marked && <DueMark date={task.due} today={today} />}
    </div>
  );
}
