import { isRunning } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { useCaseload } from './use-caseload.ts';
import styles from './way-count.module.css';

/** How much waits behind a way of the side bar: running cases, or own dates that are late. */
export function WayCount({ of, id }: { readonly of: 'cases' | 'late'; readonly id: string }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const { entries } = useCaseload();
  const running = entries.flatMap(({ open }) => (open && isRunning(open.state.name) ? [open] : []));
  const count =
    of === 'cases'
      ? running.length
      : running.flatMap(({ due }) =>
          due.filter(({ metOn, whose, date }) => metOn === null && whose === 'person' && date < today),
        ).length;
  if (count === 0) return null;
  return (
    <span className={of === 'late' ? styles['late'] : styles['count']} aria-hidden>
      {count}
      <span className="visually-hidden" id={id}>
        {t(of === 'late' ? 'casework.way.late' : 'casework.way.open', { count })}
      </span>
    </span>
  );
}
