import { ok, refuse, type Result, type TenantId } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { SessionId } from '../../model/open/launch/launch-ids.ts';
import { giveUp } from '../launch/abandon-session.ts';
import { openWithin, type Launched } from '../launch/open-unit.ts';
import type { Access } from '../records/admit-key.ts';
import { ownStore, type ImportedPackage } from '../store/imported-store.ts';
import { findLaunch } from '../store/launch-store.ts';
import { findOwnRegistration, insertOwnRegistration } from '../store/play-store.ts';
import { holdStore } from '../store/statement-store.ts';
import { learnerNumber } from './learner-number.ts';

type Cmi5Package = Extract<ImportedPackage, { readonly kind: 'cmi5' }>;
type Acting = Pick<RequestContext, 'tx' | 'tenant' | 'user' | 'clock' | 'randomBytes' | 'origin'>;

/** As what we speak in our own partition; no key has this name. */
function ownAccess(tenant: TenantId): Access {
  return { tenant, store: ownStore(tenant), key: 'own', scope: 'launch', source: null, session: null };
}

/**
 * Opens a part of cmi5 for whoever asks, in the one registration that they have with the package, under a number instead of a name. Its files lie at
 * `filesAt`, where the record store need not be.
 */
export async function openOwnUnit(
  context: Acting,
  pack: Cmi5Package,
  unit: number,
  filesAt: string | undefined,
): Promise<Result<Launched, { readonly type: 'NotFound' }>> {
  const { tx, tenant, user, origin, clock, randomBytes } = context;
  const player = { tenant, user, package: pack.id };
  const held = await findOwnRegistration(tx, player);
  const actor = { account: { homePage: `${origin}/learning`, name: await learnerNumber(player) } };
  const done = await openWithin(tx, { clock, randomBytes }, ownAccess(tenant), {
    origin,
    ...(filesAt === undefined ? {} : { filesAt }),
    course: pack.id,
    wanted: { activity: unit, actor, launchMode: 'Normal', ...(held === null ? {} : { registration: held }) },
  });
  if (!('url' in done)) return refuse({ type: 'NotFound' });
  if (held === null) await insertOwnRegistration(tx, player, done.registration);
  return ok(done);
}

/** Says that a part was left, where it has not said so itself. */
export async function leaveOwnUnit(
  { tx, tenant, clock, randomBytes, origin }: Omit<Acting, 'user'>,
  session: SessionId,
): Promise<void> {
  const access = ownAccess(tenant);
  await holdStore(tx, access);
  const launch = await findLaunch(tx, tenant, session);
  if (launch !== null && launch.store === access.store)
    await giveUp(tx, { clock, randomBytes }, { access, origin }, launch);
}
