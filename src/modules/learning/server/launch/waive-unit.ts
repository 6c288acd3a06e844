import { createId } from '#platform/base';
import { inTenant, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { satisfiedStatement, waivedStatement } from '../../model/open/launch/compose-launch.ts';
import { listUnits } from '../../model/open/launch/course-structure.ts';
import { isUnitSatisfied, listNewlySatisfied, type LaunchEvent } from '../../model/open/launch/launch-facts.ts';
import type { RegistrationId, SessionId } from '../../model/open/launch/launch-ids.ts';
import { answerDone, refuseRecord, type RecordAnswer } from '../records/record-answers.ts';
import { findRegistration, insertLaunchEvents, listLaunchEvents } from '../store/launch-store.ts';
import { findPackage } from '../store/package-store.ts';
import { holdStore } from '../store/statement-store.ts';
import { packageBase } from './open-session.ts';
import { sayAll, type Saying } from './say-all.ts';

interface Waiving {
  readonly registration: RegistrationId;
  readonly activity: number;
  readonly reason: string;
}

/** Lets somebody go without a part (cmi5, 9.3.7), in a session of its own. What is done already is not waived. */
export async function waiveUnit(parts: MountParts, saying: Saying, waiving: Waiving): Promise<RecordAnswer> {
  return inTenant(
    parts.database,
    { tenant: saying.access.tenant, user: null },
    async (tx) => {
      await holdStore(tx, saying.access);
      return waive(tx, parts, saying, waiving);
    },
    ({ status }) => status < 400,
  );
}

async function waive(tx: Tx, parts: MountParts, saying: Saying, waiving: Waiving): Promise<RecordAnswer> {
  const { access, origin } = saying;
  const held = await findRegistration(tx, access, waiving.registration);
  const pack = held === null ? null : await findPackage(tx, access, held.package);
  const unit = pack === null ? undefined : listUnits(pack.structure)[waiving.activity];
  if (held === null || pack === null || unit === undefined) return refuseRecord('NotFound');
  const known = await listLaunchEvents(tx, access, held.id);
  if (isUnitSatisfied(unit, known)) return refuseRecord('AlreadySatisfied');
  const session = createId<SessionId>(parts.randomBytes);
  const waived: LaunchEvent = { session, node: unit.publisher, verb: 'waived' };
  const blocks = listNewlySatisfied(pack.structure, [...known, waived]);
  const told = blocks.map(({ publisher }) => ({ session, node: publisher, verb: 'satisfied' as const }));
  const at = parts.clock.now();
  await insertLaunchEvents(tx, access, held.id, { events: [waived, ...told], at });
  const place = { base: packageBase(origin, pack.id), actor: held.actor, registration: held.id, session, at };
  const said = await sayAll(tx, parts, saying, [
    waivedStatement(place, unit, waiving.activity, waiving.reason),
    ...blocks.map((block) => satisfiedStatement(place, pack.structure, block)),
  ]);
  return said ?? answerDone;
}
