import { createId, dayInAmsterdam, type TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { RequestContext } from '#platform/server/http';
import type { RegistrationId } from '../../model/open/launch/launch-ids.ts';
import { isPackageDone, sumSaid } from '../../model/open/play/judge-item.ts';
import { packageCourse } from '../../model/open/play/package-course.ts';
import type { ProofId } from '../../model/open/standing/training-ids.ts';
import { findImported, type ImportedPackage } from '../store/imported-store.ts';
import { findPlayer, insertDone, listDone } from '../store/play-store.ts';
import { insertPackageProof } from '../store/proof-store.ts';
import { judgePackage } from './judge-package.ts';

/**
 * Keeps that somebody has done a package, as a proof that a programme may rest on; nothing while a part is still to do. Whoever has done it
 * before has done it anew only where the package said otherwise in between (`wasDone` is false), and once in a year: to look at it again in
 * January does nothing.
 */
export async function keepDone(
  { tx, tenant, user, clock, randomBytes }: Pick<RequestContext, 'tx' | 'tenant' | 'user' | 'clock' | 'randomBytes'>,
  pack: ImportedPackage,
  wasDone: boolean,
): Promise<void> {
  const judged = await judgePackage(tx, { tenant, user }, pack);
  if (!isPackageDone(judged)) return;
  const earlier = (await listDone(tx, tenant, user)).some((one) => one.package === pack.id);
  if (earlier && wasDone) return;
  const proof = createId<ProofId>(randomBytes);
  const on = dayInAmsterdam(clock.now());
  const fresh = await insertDone(tx, { tenant, user, package: pack.id }, { proof, said: sumSaid(judged), on });
  if (fresh) await insertPackageProof(tx, tenant, { id: proof, user, course: packageCourse(pack.id), on });
}

/** The same for a package by cmi5, whose registration is satisfied once and for all, as soon as its last part has said enough; nothing where a key launched it. */
export async function keepDoneByUnit(
  tx: Tx,
  tools: Pick<RequestContext, 'clock' | 'randomBytes'>,
  tenant: TenantId,
  registration: RegistrationId,
): Promise<void> {
  const player = await findPlayer(tx, tenant, registration);
  const pack = player === null ? null : await findImported(tx, tenant, player.package);
  if (player !== null && pack !== null) await keepDone({ tx, tenant, user: player.user, ...tools }, pack, true);
}
