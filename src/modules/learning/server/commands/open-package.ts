import { bytesToBase64url, createId, ok, refuse, type AnyRefusal, type Result, type RouteOutput } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import type { packageRoutes } from '../../contract/package-routes.ts';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { beginValues } from '../../model/open/play/begin-values.ts';
import type { PackageItem, ScormKind } from '../../model/open/play/package-item.ts';
import type { OpeningId } from '../../model/open/play/opening-id.ts';
import { filesOrigin } from '../launch/files-origin.ts';
import { isElsewhere } from '../launch/open-unit.ts';
import { keepDone } from '../play/keep-done.ts';
import { learnerNumber } from '../play/learner-number.ts';
import { openOwnUnit } from '../play/open-own-unit.ts';
import { findImported, type ImportedPackage } from '../store/imported-store.ts';
import { reachesAcross } from '../play/reaches-across.ts';
import { beginPlay, insertOpening, listPlays } from '../store/play-store.ts';

type Told = RouteOutput<typeof packageRoutes.openPackage>;

/**
 * Opens a part of a package for whoever asks: its files lie at an address that nobody can guess, until it is ended or a day is over, and what
 * was kept of it before is gone on with.
 */
export async function openPackage(
  context: RequestContext,
  id: PackageId,
  item: number,
): Promise<Result<Told, AnyRefusal>> {
  const { tx, tenant } = context;
  const pack = await findImported(tx, tenant, id);
  if (pack === null) return refuse({ type: 'NotFound' });
  // Its pages need an origin to reach into each other, on a host where nothing of ours lies (learning design, 7.3).
  const beside = reachesAcross(pack) ? context.packageOrigin : undefined;
  if (beside === null) return refuse({ type: 'NeedsOwnHost' });
  if (pack.kind === 'cmi5') return openUnit(context, pack, item, beside);
  const wanted = pack.structure.items[item];
  return wanted === undefined
    ? refuse({ type: 'NotFound' })
    : openItem(context, pack, { kind: pack.kind, item, wanted, host: beside });
}

async function openUnit(
  context: RequestContext,
  pack: Extract<ImportedPackage, { readonly kind: 'cmi5' }>,
  unit: number,
  filesAt: string | undefined,
): Promise<Result<Told, AnyRefusal>> {
  const { tx, tenant, user, clock } = context;
  if (isElsewhere(pack, unit)) return refuse({ type: 'LiesElsewhere' });
  const launched = await openOwnUnit(context, pack, unit, filesAt);
  if (!launched.ok) return launched;
  const { session, url } = launched.value;
  // An opening is named after its session, and ends it.
  const opening = session as string as OpeningId;
  const row = { id: opening, package: pack.id, user, item: unit, openedAt: clock.now(), endedAt: null };
  await insertOpening(tx, tenant, row, session);
  return ok({ opening, address: url, play: null });
}

interface OpenedItem {
  readonly kind: ScormKind;
  readonly item: number;
  readonly wanted: PackageItem;
  /** The host for packages, where the files lie there. */
  readonly host: string | undefined;
}

async function openItem(
  { tx, tenant, user, clock, randomBytes }: RequestContext,
  pack: ImportedPackage,
  { kind, item, wanted, host }: OpenedItem,
): Promise<Result<Told, AnyRefusal>> {
  const player = { tenant, user, package: pack.id };
  const at = clock.now();
  await beginPlay(tx, player, item, at);
  const play = (await listPlays(tx, player)).find((one) => one.item === item);
  const [opening, secret] = [createId<OpeningId>(randomBytes), bytesToBase64url(randomBytes(24))];
  const row = { id: opening, package: pack.id, user, item, openedAt: at, endedAt: null };
  await insertOpening(tx, tenant, row, await hashText(secret));
  // A part that says nothing of itself is done by being opened.
  if (!wanted.speaks) await keepDone({ tx, tenant, user, clock, randomBytes }, pack, true);
  const kept = play === undefined || play.version === 0 ? null : play.values;
  const { values, fixed } = beginValues(kind, wanted, kept, await learnerNumber(player));
  const path = wanted.file.split('/').map(encodeURIComponent).join('/');
  return ok({
    opening,
    address: `${host === undefined ? '' : await filesOrigin(host, secret)}/package/${secret}/${path}${wanted.query}`,
    play: { version: play?.version ?? 0, values: { ...values }, fixed: { ...fixed } },
  });
}
