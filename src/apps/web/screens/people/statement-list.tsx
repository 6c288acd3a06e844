import { dayInAmsterdam, type UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { doubtsAbout, standingOf, type Statement } from '#kernel/spaces/client';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, EmptyState, StateMark, Timeline, type StateKind } from '#platform/web/ui';
import { useNameOf } from './use-name-of.ts';

type Worth = 'same' | 'void' | 'different' | 'solved' | 'earlier';

const kinds = {
  same: 'checked',
  void: 'stale',
  different: 'unfit',
  solved: 'done',
  earlier: 'plain',
} as const satisfies Record<Worth, StateKind>;

/** Everything that was found with this colleague, by them or by others, newest first. */
export function StatementList({ user }: { readonly user: UserId }) {
  const { t, formatShortDay, formatTime } = useLanguage();
  const { comparisons, today } = useOpenWork();
  const nameOf = useNameOf();
  const name = nameOf(user);
  const said = comparisons.statements.filter(({ by, other }) => by === user || other === user).toReversed();
  const worthOf = (statement: Statement): Worth => {
    const standing = standingOf(comparisons, statement.by, statement.other);
    if (standing.is === 'none' || standing.statement.seq !== statement.seq) return 'earlier';
    if (standing.is !== 'different') return standing.is;
    return doubtsAbout(comparisons, statement.other).some(({ seq }) => seq === statement.seq) ? 'different' : 'solved';
  };
  const flaws = comparisons.flaws.filter(({ by }) => by === user);
  return (
    <Card title={t('accounts.compare.said')} beside={said.length}>
      {said.length === 0 && <EmptyState>{t('accounts.compare.saidNone', { name })}</EmptyState>}
      {said.length > 0 && (
        <Timeline label={t('accounts.compare.said')}>
          {said.map((statement) => {
            const { record, by, other, way, result, time } = statement;
            const worth = worthOf(statement);
            // The hour as its author signed it, in UTC.
            const at = new Date(time);
            return (
              <li key={record}>
                <p>
                  {t(`accounts.compare.line.${result}.${way}`, { by: nameOf(by), other: nameOf(other) })}{' '}
                  <StateMark kind={kinds[worth]}>{t(`accounts.compare.worth.${worth}`)}</StateMark>
                </p>
                <p>
                  <small>
                    {t('accounts.compare.at', { day: formatShortDay(dayInAmsterdam(at), today), time: formatTime(at) })}
                  </small>
                </p>
              </li>
            );
          })}
        </Timeline>
      )}
      {flaws.map(({ record, reason }) => (
        <p key={record}>{t('accounts.compare.flaw', { name, code: reason })}</p>
      ))}
    </Card>
  );
}
