import { useLanguage } from '#kernel/languages/web';
import { Lit } from '#platform/web/ui';
import { OwnSeat } from './own-seat.tsx';
import { useWhen } from './use-when.ts';
import type { ListedSession, Workshops } from './use-workshops.ts';

/** A place that waits for an answer: the one thing to do now. */
export function OfferedPlace({
  session,
  found,
  onChanged,
}: {
  readonly session: ListedSession;
  readonly found: Workshops;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { span } = useWhen();
  const title = found.workshops.find(({ id }) => id === session.workshop)?.title ?? '';
  return (
    <Lit title={t('learning.workshops.offered')}>
      <p>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        , {span(session.startsAt, session.endsAt)}
      </p>
      <OwnSeat session={session} onChanged={onChanged} />
    </Lit>
  );
}
