import { Link } from '@tanstack/react-router';
import type { Task } from '#kernel/tasks';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordsOf } from '#modules/casework/client';
import { DueMark } from '../shared/due-mark.tsx';
import { useCase } from '../shared/use-caseload.ts';
import styles from '../overview/overview-screen.module.css';

/** One task; its words appear once its case is opened on this device. */
export function TaskLine({ task, onTick }: { readonly task: Task; readonly onTick: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const view = useCase(task.space);
  const opened = view.at === 'open' ? view.opened : null;
  // One id names both the sealed words and the open row.
  const words = opened && recordsOf(opened, 'task').find(({ id }) => (id as string) === task.id)?.content;
  return (
    <div className={styles['row']}>
      <label>
        <input type="checkbox" checked={false} onChange={onTick} />{' '}
        {words?.title ?? t(`casework.taskKind.${task.kind}`)}{' '}
        {opened && (
          <Link to="/cases/$case/$part" params={{ case: task.space, part: 'journey' }}>
            <bdi>{opened.open.codeName}</bdi>
          </Link>
        )}
      </label>
      <DueMark date={task.due} today={today} />
    </div>
  );
}
