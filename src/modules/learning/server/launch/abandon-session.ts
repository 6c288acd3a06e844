import { inTenant, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { abandonedStatement } from '../../model/open/launch/compose-launch.ts';
import type { SessionId } from '../../model/open/launch/launch-ids.ts';
import { answerDone, refuseRecord, type RecordAnswer } from '../records/record-answers.ts';
import { findLaunch, insertLaunchEvents, type Launch } from '../store/launch-store.ts';
import { holdStore } from '../store/statement-store.ts';
import { describeSession } from './open-session.ts';
import { sayAll, type Saying, type SayingTools } from './say-all.ts';

/** Ends a session whose part will not end it any more. */
export async function abandonSession(parts: MountParts, saying: Saying, session: SessionId): Promise<RecordAnswer> {
  const { access } = saying;
  return inTenant(
    parts.database,
    { tenant: access.tenant, user: null },
    async (tx) => {
      await holdStore(tx, access);
      const launch = await findLaunch(tx, access.tenant, session);
      if (launch === null || launch.store !== access.store) return refuseRecord('NotFound');
      return (await giveUp(tx, parts, saying, launch)) ? answerDone : refuseRecord('SessionEnded');
    },
    ({ status }) => status < 400,
  );
}

/** Says that a session was abandoned, unless it has ended; false where it has. Nobody else writes into the partition meanwhile. */
export async function giveUp(tx: Tx, parts: SayingTools, saying: Saying, launch: Launch): Promise<boolean> {
  const { access, origin } = saying;
  const described = await describeSession(tx, access.tenant, launch, origin);
  if (described === null || described.ended) return false;
  const { session, registration, actor, part, base, unit, launchedAt, lastAt } = described;
  const at = parts.clock.now();
  const lasted = lastAt.getTime() - launchedAt.getTime();
  const said = await sayAll(tx, parts, saying, [
    abandonedStatement({ base, actor, registration, session, at }, part, unit, lasted),
  ]);
  if (said !== null) return false;
  const event = { session, node: part.publisher, verb: 'abandoned' as const };
  await insertLaunchEvents(tx, access, registration, { events: [event], at });
  return true;
}
