import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result, type RouteOutput } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { packageRoutes } from '../../contract/package-routes.ts';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { isPackageDone, type ItemState, type JudgedItem } from '../../model/open/play/judge-item.ts';
import { judgePackage, titlesOf } from '../play/judge-package.ts';
import { reachesAcross } from '../play/reaches-across.ts';
import { findImported, listImported, type ImportedPackage } from '../store/imported-store.ts';
import { listDone, type PackageDone } from '../store/play-store.ts';

type Read = RouteOutput<typeof packageRoutes.readPackage>;
type Listed = Read['package'];

/** What may be learned, and how far whoever asks is with each. */
export async function listPackages({ tx, tenant, user, packageOrigin }: RequestContext) {
  const done = await listDone(tx, tenant, user);
  const packages: Listed[] = [];
  for (const pack of await listImported(tx, tenant)) {
    const judged = await judgePackage(tx, { tenant, user }, pack);
    packages.push(tell(pack, judged, { done, packageOrigin }));
  }
  return ok({ packages });
}

/** One package with its parts, and what it says of each to whoever asks about themselves. */
export async function readPackage(
  { tx, tenant, user, packageOrigin }: RequestContext,
  id: PackageId,
): Promise<Result<Read, AnyRefusal>> {
  const pack = await findImported(tx, tenant, id);
  if (pack === null) return refuse({ type: 'NotFound' });
  const judged = await judgePackage(tx, { tenant, user }, pack);
  const done = await listDone(tx, tenant, user);
  const titles = titlesOf(pack);
  return ok({
    package: tell(pack, judged, { done, packageOrigin }),
    items: judged.map((one, at) => ({ title: titles[at] ?? '', ...copy(one) })),
    doneSaid: done.find((one) => one.package === id)?.said ?? null,
  });
}

function copy({ state, said }: JudgedItem) {
  return { state, said: { ...said } };
}

function tell(
  pack: ImportedPackage,
  judged: readonly JudgedItem[],
  { done, packageOrigin }: { readonly done: readonly PackageDone[]; readonly packageOrigin: string | null },
): Listed {
  const { id, kind, title, bytes, importedAt, importedBy, warnings } = pack;
  const own = done.find((one) => one.package === id);
  return {
    ...{ id, kind, title, bytes, importedBy, activities: judged.length },
    importedOn: dayInAmsterdam(importedAt),
    warnings: warnings.map((one) => ({ ...one })),
    needsHost: packageOrigin === null && reachesAcross(pack),
    mine: { state: stateOf(judged, own !== undefined), doneOn: own?.on ?? null },
  };
}

function stateOf(judged: readonly JudgedItem[], wasDone: boolean): ItemState {
  if (wasDone || isPackageDone(judged)) return 'done';
  if (judged.some(({ state }) => state === 'failed')) return 'failed';
  return judged.every(({ state }) => state === 'new') ? 'new' : 'begun';
}
