import { useLanguage } from '#kernel/languages/web';
import { StateMark, type StateKind } from '#platform/web/ui';
import { useWhen } from './use-when.ts';

const kinds = { confirmed: 'done', offered: 'soon', waiting: 'waiting', left: 'plain' } as const satisfies Record<
  string,
  StateKind
>;

/** How somebody stands who signed up, in words. */
export function SeatMark({
  state,
  until,
}: {
  readonly state: keyof typeof kinds;
  /** Until when an offered place is kept. */
  readonly until: string | null;
}) {
  const { t } = useLanguage();
  const { moment } = useWhen();
  return (
    <StateMark kind={kinds[state]}>
      {t(`learning.seat.${state}`, { until: until === null ? '' : moment(until) })}
    </StateMark>
  );
}
