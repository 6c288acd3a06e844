import type { Deadline } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { engineDay } from '../shared/engine-day.ts';
import { titleOfFact } from './fact-words.ts';
import type { DateMove } from './moved-dates.ts';
import { shownBefore } from './shown-before.ts';
import styles from './dates.module.css';
import type { DateHistory } from './use-date-history.ts';

/** What moved a date, by whom and why; and what was shown before where no correction explains it. */
export function DateHistoryLines({
  deadline,
  history,
}: {
  readonly deadline: Deadline;
  readonly history: DateHistory;
}) {
  const { t, formatDay } = useLanguage();
  const moves = history.moves.get(deadline.id) ?? [];
  const before = shownBefore(history.shown, deadline, moves);
  if (moves.length === 0 && !before) return null;
  return (
    <div className={styles['history']}>
      {moves.map((move) => (
        <MoveLine key={move.by.id} move={move} history={history} />
      ))}
      {before && (
        <p>{t('casework.moved.shownBefore', { until: formatDay(before.until), date: formatDay(before.date) })}</p>
      )}
    </div>
  );
}

/** "Moved from DAY, because FACT was put right on DAY by WHO: reason." */
export function MoveLine({ move, history }: { readonly move: DateMove; readonly history: DateHistory }) {
  const { t, language, formatDay, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const { from, to, was, by } = move;
  const writing = history.written[by.id];
  const day = formatShortDay(writing?.on ?? by.recorded ?? by.on, today);
  const what = to === null ? 'gone' : from.due === to.due ? 'again' : 'moved';
  return (
    <p>
      {t(`casework.moved.${what}.${by.void === true ? 'takenOut' : 'putRight'}`, {
        from: formatDay(engineDay(from.due)),
        fact: titleOfFact(history.packs, was.fact, language),
        when: writing?.at ? `${day}, ${writing.at}` : day,
        name: (writing && names.get(writing.by)) ?? t('casework.moved.notNoted'),
      })}{' '}
      {writing && writing.why !== '' ? <q dir="auto">{writing.why}</q> : t('casework.facts.noReason')}
    </p>
  );
}
