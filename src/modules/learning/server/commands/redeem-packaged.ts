import {
  dayInAmsterdam,
  ok,
  refuse,
  type Result,
  type RouteOutput,
  type RouteRequest,
  type UserId,
} from '#platform/base';
import { isSameText, keyedHash } from '#platform/crypto/server';
import type { KeptRefusal, RequestContext } from '#platform/server/http';
import { findAccount } from '#kernel/accounts/server';
import type { exportRoutes } from '../../contract/export-routes.ts';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import { routesInYear } from '../../model/open/count/count-route.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import {
  fromReceiptCode,
  packagedReceiptText,
  packagedTag,
  type PackagedReceipt,
} from '../../model/open/count/packaged-receipt.ts';
import { readReceiptCode, type ReceiptCode } from '../../model/open/count/receipt-code.ts';
import type { Desk } from '../desk.ts';
import { holdCountedGroup, listCountRoutes, listKnownRoutes, type CountedGroup } from '../store/count-route-store.ts';
import {
  findExport,
  holdPackagedCompletion,
  insertPackagedCompletion,
  vouchFor,
  type PackageExport,
} from '../store/export-store.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import { insertProof } from '../store/proof-store.ts';
import { findPart } from '../store/requirement-store.ts';
import { chooseGroupRoute } from './choose-group-route.ts';
import { exportKeyOf } from './keep-export.ts';

type Redeemed = RouteOutput<typeof learningRoutes.redeemReceipt>;
type Redeeming = Pick<Desk, 'tx' | 'tenant' | 'by' | 'clock' | 'secrets'>;

interface KnownPackaged {
  readonly receipt: PackagedReceipt;
  readonly exported: PackageExport;
}

/**
 * Counts what a receipt of a package says, once, on this day, by the route `receipts` of its organisation. Where people of that organisation
 * are counted otherwise, `beside` says why this one is not among them (null where nobody says so: refused).
 */
export async function redeemPackaged(
  desk: Redeeming,
  code: ReceiptCode,
  { within, beside }: { readonly within: OrganisationId | null; readonly beside: string | null },
): Promise<Result<Redeemed, KeptRefusal>> {
  const known = await knowPackaged(desk, code, within);
  if (!known.ok) return known;
  const { tx, tenant, by, clock } = desk;
  const { receipt, exported } = known.value;
  const { organisation, course, title, version } = exported;
  const on = dayInAmsterdam(clock.now());
  const group = { organisation, course, year: Number(on.slice(0, 4)) };
  await holdCountedGroup(tx, tenant, group);
  if ((await holdPackagedCompletion(tx, tenant, receipt)) !== null) return refuse({ type: 'ReceiptRedeemed' });
  // Only with a reason, and never by somebody at a partner.
  if ((within !== null || beside === null) && (await isCountedOtherwise(desk, group)))
    return refuse({ type: 'RouteTaken' });
  // Whoever redeems has chosen, a colleague or somebody at a partner.
  const chooser = { tx, tenant, user: by as UserId };
  const chosen = await chooseGroupRoute(chooser, group, { route: 'receipts', beside, on });
  if (!chosen.ok && chosen.refusal.type === 'RouteTaken') return refuse({ type: 'RouteTaken' });
  await insertPackagedCompletion(tx, tenant, receipt, { organisation, course, on, by });
  const name = (await findOrganisation(tx, tenant, organisation))?.name ?? '';
  return ok({ title, version, organisation: name, doneOn: receipt.day, isKnown: false, packagedCourse: course });
}

/**
 * Whether people are counted by another route: somebody chose it, or they were counted by it this year or the last. In January nobody is yet, and a
 * receipt must not leave out who will be.
 */
async function isCountedOtherwise(
  { tx, tenant }: Redeeming,
  group: CountedGroup & { readonly year: number },
): Promise<boolean> {
  const routes = routesInYear(await listCountRoutes(tx, tenant, group.year, group), group.year);
  if (routes.some(({ route }) => route === 'receipts')) return false;
  const [now, before] = [
    await listKnownRoutes(tx, tenant, group),
    await listKnownRoutes(tx, tenant, { ...group, year: group.year - 1 }),
  ];
  return routes.some(({ route, chosenOn }) => chosenOn !== null || now.has(route) || before.has(route));
}

/** Finds out what a receipt of a package says. Numbers that nobody gave and those of other organisations look the same. */
async function knowPackaged(
  { tx, tenant, clock, secrets }: Pick<Redeeming, 'tx' | 'tenant' | 'clock' | 'secrets'>,
  code: ReceiptCode,
  within: OrganisationId | null,
): Promise<Result<KnownPackaged, KeptRefusal>> {
  const wrong = (type: string): Result<never, KeptRefusal> => refuse({ type, keep: true });
  const receipt = fromReceiptCode(code);
  const exported = await findExport(tx, tenant, receipt.exported);
  if (exported === null || (within !== null && exported.organisation !== within)) return wrong('ReceiptUnknown');
  const tag = packagedTag(keyedHash(exportKeyOf(secrets, tenant, exported), packagedReceiptText(receipt)));
  if (!isSameText(tag, receipt.tag) || receipt.day < exported.madeOn) return wrong('ReceiptAltered');
  if (receipt.day > dayInAmsterdam(clock.now())) return refuse({ type: 'ReceiptInFuture' });
  return exported.revokedOn === null ? ok({ receipt, exported }) : refuse({ type: 'ExportRevoked' });
}

/**
 * Takes a coordinator's word that a counted receipt of a package is a colleague's: it is recorded as their training, on the day of the
 * receipt, and can be withdrawn like everything that is recorded. One receipt speaks for one person at a time.
 */
export async function vouchReceipt(
  context: RequestContext,
  { input: { receipt: typed, id, user, part } }: Pick<RouteRequest<typeof exportRoutes.vouchReceipt>, 'input'>,
): Promise<Result<undefined, KeptRefusal>> {
  const { tx, tenant, user: by, clock } = context;
  if (user === by) return refuse({ type: 'OwnStanding' });
  const code = readReceiptCode(typed);
  if (code === null) return refuse({ type: 'ReceiptUnreadable', keep: true });
  const known = await knowPackaged(context, code, null);
  if (!known.ok) return known;
  const { receipt, exported } = known.value;
  const counted = await holdPackagedCompletion(tx, tenant, receipt);
  if (counted === null) return refuse({ type: 'ReceiptUncounted' });
  if (counted.isVouched) return refuse({ type: 'ReceiptVouched' });
  const asked = await findPart(tx, tenant, part);
  if (asked?.course !== exported.course || (await findAccount(tx, tenant, user)) === null)
    return refuse({ type: 'NotFound' });
  const proof = { id, user, part, equivalent: null, on: receipt.day };
  if (!(await insertProof(tx, tenant, proof, { by, on: dayInAmsterdam(clock.now()) })))
    return refuse({ type: 'NotFound' });
  await vouchFor(tx, tenant, receipt, id);
  return ok(undefined);
}
