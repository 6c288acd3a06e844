import { ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { ownStore } from '../store/imported-store.ts';
import { dropPackage } from '../store/package-store.ts';
import { dropPlays } from '../store/play-store.ts';

/** Takes a package away with its files and with how far people were in it. Who did it has done it all the same. */
export async function removePackage(
  { tx, tenant, clock }: RequestContext,
  pack: PackageId,
): Promise<Result<undefined, AnyRefusal>> {
  if (!(await dropPackage(tx, { tenant, store: ownStore(tenant) }, pack, clock.now())))
    return refuse({ type: 'NotFound' });
  await dropPlays(tx, tenant, pack);
  return ok(undefined);
}
