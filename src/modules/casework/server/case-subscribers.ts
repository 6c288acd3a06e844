import { isId, type Clock, type SpaceId, type UserId } from '#platform/base';
import type { PublishedEvent } from '#kernel/events';
import type { Subscriber } from '#kernel/events/server';
import { dropNotices, raiseNotices, type NewNotice } from '#kernel/notices/server';
import type { Tx } from '#platform/server/db';
import { listCoordinators } from './store/case-store.ts';

/** What members hear at once when something happens to a case, and what falls silent with it. */
export function createCaseSubscribers(clock: Clock): readonly Subscriber[] {
  const tell = tellOthers(clock);
  return [
    { name: 'member.added', receive: (tx, event) => tell(tx, event, [event.codes?.['user'] ?? ''], 'joined') },
    {
      name: 'case.closing-asked',
      receive: async (tx, event) =>
        tell(tx, event, await listCoordinators(tx, event.tenant, spaceOf(event)), 'closing-asked'),
    },
    ...silences,
  ];
}

/** Raises a notice about the case for everybody named but the one who did it. */
function tellOthers(clock: Clock) {
  return (tx: Tx, event: PublishedEvent, users: readonly string[], kind: NewNotice['kind']): Promise<void> => {
    const others = users.filter((user): user is UserId => isId(user) && user !== event.codes?.['by']);
    const about = { kind, subject: event.subject, space: spaceOf(event), date: null, step: null, urgent: false };
    return raiseNotices(
      tx,
      event.tenant,
      others.map((user) => ({ ...about, user })),
      clock.now(),
    );
  };
}

/** The subject of an event of a case is the id of its space. */
function spaceOf({ subject }: PublishedEvent): SpaceId {
  // Published by this module as that.
  return subject as SpaceId;
}

/** Takes notices about the case as a whole away; those of its dates stay. */
function settlesCase(name: Subscriber['name'], kinds: readonly NewNotice['kind'][]): Subscriber {
  return { name, receive: (tx, { tenant, subject }) => dropNotices(tx, tenant, { subject, kinds }) };
}

function settlesDue(name: Subscriber['name']): Subscriber {
  return { name, receive: (tx, { tenant, codes }) => dropNotices(tx, tenant, { subject: codes?.['due'] ?? '' }) };
}

function endsAll(name: Subscriber['name']): Subscriber {
  return { name, receive: (tx, event) => dropNotices(tx, event.tenant, { space: spaceOf(event) }) };
}

const silences: readonly Subscriber[] = [
  {
    name: 'member.left',
    receive: (tx, event) => {
      // Published by this module as the id of a user.
      const user = (event.codes?.['user'] ?? '') as UserId;
      return dropNotices(tx, event.tenant, { space: spaceOf(event), user });
    },
  },
  settlesCase('case.resumed', ['closing-asked']),
  settlesCase('case.intake-started', ['answer-late']),
  settlesCase('case.waiting', ['safety-check-late', 'answer-late']),
  settlesCase('case.accepted', ['safety-check-late', 'answer-late']),
  endsAll('case.closed'),
  endsAll('case.declined'),
  endsAll('case.aftercare-started'),
  settlesDue('due.met'),
  settlesDue('due.dropped'),
];
