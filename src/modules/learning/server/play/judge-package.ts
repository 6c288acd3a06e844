import type { TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { listUnits } from '../../model/open/launch/course-structure.ts';
import { judgeItem, judgeUnit, type JudgedItem } from '../../model/open/play/judge-item.ts';
import { titleOf } from '../packages/read-cmi5-structure.ts';
import { ownStore, type ImportedPackage } from '../store/imported-store.ts';
import { listLaunchEvents } from '../store/launch-store.ts';
import { findOwnRegistration, listPlays } from '../store/play-store.ts';

/** How somebody stands to each part of a package, in the order of its parts. */
export async function judgePackage(
  tx: Tx,
  who: { readonly tenant: TenantId; readonly user: UserId },
  pack: ImportedPackage,
): Promise<readonly JudgedItem[]> {
  if (pack.kind === 'cmi5') {
    const registration = await findOwnRegistration(tx, { ...who, package: pack.id });
    const place = { tenant: who.tenant, store: ownStore(who.tenant) };
    const events = registration === null ? null : await listLaunchEvents(tx, place, registration);
    return listUnits(pack.structure).map((unit) => judgeUnit(unit, events));
  }
  const { kind, structure } = pack;
  const plays = await listPlays(tx, { ...who, package: pack.id });
  return structure.items.map((item, at) =>
    judgeItem(kind, item, plays.find((play) => play.item === at)?.values ?? null),
  );
}

/** What the parts of a package are called. */
export function titlesOf(pack: ImportedPackage): readonly string[] {
  return pack.kind === 'cmi5'
    ? listUnits(pack.structure).map(({ title }) => titleOf(title, null))
    : pack.structure.items.map(({ title }) => title);
}
