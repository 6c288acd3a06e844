import { ok, refuse, type AnyRefusal, type Result, type RouteOutput } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { packageRoutes } from '../../contract/package-routes.ts';
import type { SessionId } from '../../model/open/launch/launch-ids.ts';
import { isPackageDone, judgeItem } from '../../model/open/play/judge-item.ts';
import type { OpeningId } from '../../model/open/play/opening-id.ts';
import type { ScormValues } from '../../model/open/play/scorm-values.ts';
import { isOpen } from '../play/is-open.ts';
import { judgePackage } from '../play/judge-package.ts';
import { keepDone } from '../play/keep-done.ts';
import { leaveOwnUnit } from '../play/open-own-unit.ts';
import { findImported } from '../store/imported-store.ts';
import { endOpening as end, findOpening, keepPlay as keep } from '../store/play-store.ts';

type Told = RouteOutput<typeof packageRoutes.keepPlay>;

/**
 * Keeps what a part told, in the place of the version that this opening saw last. Where another device kept something since, nothing is
 * changed and it is said. What the part says of completion counts from here on.
 */
export async function keepPlay(
  context: RequestContext,
  id: OpeningId,
  { version, values }: { readonly version: number; readonly values: ScormValues },
): Promise<Result<Told, AnyRefusal>> {
  const { tx, tenant, user, clock } = context;
  const opening = await findOpening(tx, { tenant, user }, id);
  if (opening === null) return refuse({ type: 'NotFound' });
  const pack = await findImported(tx, tenant, opening.package);
  if (pack === null || pack.kind === 'cmi5' || !isOpen(opening, clock.now())) return refuse({ type: 'OpeningOver' });
  const item = pack.structure.items[opening.item];
  if (item === undefined) return refuse({ type: 'OpeningOver' });
  const player = { tenant, user, package: pack.id };
  const wasDone = isPackageDone(await judgePackage(tx, player, pack));
  if (!(await keep(tx, player, { item: opening.item, version, values }, clock.now())))
    return refuse({ type: 'PlayedElsewhere' });
  await keepDone(context, pack, wasDone);
  const { state, said } = judgeItem(pack.kind, item, values);
  return ok({ version: version + 1, state, said: { ...said } });
}

/** Ends an opening: its address leads nowhere any more, and nothing more is kept from it. Ending it twice is no fault. */
export async function endOpening(context: RequestContext, id: OpeningId): Promise<Result<undefined, AnyRefusal>> {
  const { tx, tenant, user, clock } = context;
  const opening = await findOpening(tx, { tenant, user }, id);
  if (opening === null) return refuse({ type: 'NotFound' });
  const pack = await findImported(tx, tenant, opening.package);
  // By cmi5 the opening is a session of the same id.
  if (pack?.kind === 'cmi5' && opening.endedAt === null) await leaveOwnUnit(context, id as string as SessionId);
  await end(tx, tenant, id, clock.now());
  return ok(undefined);
}
