import { createId, dayInAmsterdam } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { isPackageDone, sumSaid } from '../../model/open/play/judge-item.ts';
import { packageCourse } from '../../model/open/play/package-course.ts';
import type { ProofId } from '../../model/open/standing/training-ids.ts';
import type { ImportedPackage } from '../store/imported-store.ts';
import { insertDone } from '../store/play-store.ts';
import { insertPackageProof } from '../store/proof-store.ts';
import { judgePackage } from './judge-package.ts';

/** Keeps that somebody has done a package, once, as a proof that a programme may rest on; nothing while a part is still to do. */
export async function keepDone(
  { tx, tenant, user, clock, randomBytes }: Pick<RequestContext, 'tx' | 'tenant' | 'user' | 'clock' | 'randomBytes'>,
  pack: ImportedPackage,
): Promise<void> {
  const judged = await judgePackage(tx, { tenant, user }, pack);
  if (!isPackageDone(judged)) return;
  const proof = createId<ProofId>(randomBytes);
  const on = dayInAmsterdam(clock.now());
  const fresh = await insertDone(tx, { tenant, user, package: pack.id }, { proof, said: sumSaid(judged), on });
  if (fresh) await insertPackageProof(tx, tenant, { id: proof, user, course: packageCourse(pack.id), on });
}
