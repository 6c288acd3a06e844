import type { Deadline } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { Card, Disclosure, Rows } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import { MoveLine } from './date-history-lines.tsx';
import { DateRow } from './date-row.tsx';
import styles from './dates.module.css';
import type { DateHistory } from './use-date-history.ts';

/** All dates but the next: running, missed, met with their proof, and those that a correction ended. */
export function OtherDates({
  opened,
  deadlines,
  next,
  history,
}: {
  readonly opened: OpenedCase;
  readonly deadlines: readonly Deadline[];
  /** The one that is lit already. */
  readonly next: Deadline | undefined;
  readonly history: DateHistory;
}) {
  const { t } = useLanguage();
  const of = (state: Deadline['state']): readonly Deadline[] =>
    deadlines.filter((deadline) => deadline !== next && deadline.state === state);
  const [running, missed, met] = [of('running'), of('missed').toReversed(), of('met').toReversed()];
  const { gone } = history;
  if (running.length + missed.length + met.length + gone.length === 0) return null;
  return (
    <Card
      id="dates"
      title={t('casework.dates.title')}
      beside={running.length > 0 && t('casework.dates.count', { count: running.length })}
    >
      <DateRows opened={opened} deadlines={running} history={history} />
      <div className={styles['folds']}>
        <Fold summary={t('casework.dates.passed', { count: missed.length })} count={missed.length}>
          <DateRows opened={opened} deadlines={missed} history={history} />
        </Fold>
        <Fold summary={t('casework.dates.met', { count: met.length })} count={met.length}>
          <DateRows opened={opened} deadlines={met} history={history} />
        </Fold>
        <Fold summary={t('casework.dates.gone', { count: gone.length })} count={gone.length}>
          <GoneRows history={history} />
        </Fold>
      </div>
    </Card>
  );
}

function Fold({
  summary,
  count,
  children,
}: {
  readonly summary: string;
  readonly count: number;
  readonly children: React.ReactNode;
}) {
  if (count === 0) return null;
  return (
    <Disclosure summary={summary}>
      <div className={styles['passed']}>{children}</div>
    </Disclosure>
  );
}

function DateRows({
  opened,
  deadlines,
  history,
}: {
  readonly opened: OpenedCase;
  readonly deadlines: readonly Deadline[];
  readonly history: DateHistory;
}) {
  if (deadlines.length === 0) return null;
  return (
    <Rows>
      {deadlines.map((deadline) => (
        <li key={deadline.id}>
          <DateRow opened={opened} deadline={deadline} history={history} />
        </li>
      ))}
    </Rows>
  );
}

/** Dates that people were told of and that hold no more: the old day stays readable, and why it went. */
function GoneRows({ history }: { readonly history: DateHistory }) {
  const { formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  return (
    <Rows>
      {history.gone.toReversed().map(({ deadline, moves }) => (
        <li key={`${deadline.id} ${moves.at(-1)?.by.id ?? ''}`}>
          <div className={styles['row']}>
            <span>
              <strong>{deadline.title}</strong>{' '}
              <s className={styles['muted']}>{formatShortDay(engineDay(deadline.due), today)}</s>
            </span>
            <div className={styles['history']}>
              {moves.map((move) => (
                <MoveLine key={move.by.id} move={move} history={history} />
              ))}
            </div>
          </div>
        </li>
      ))}
    </Rows>
  );
}
