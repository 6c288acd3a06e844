import { dayInAmsterdam, ok, refuse, type Result, type RouteOutput } from '#platform/base';
import { isSameText, keyedHash } from '#platform/crypto/server';
import type { KeptRefusal } from '#platform/server/http';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import { readReceiptCode, receiptTag, receiptText } from '../../model/open/count/receipt-code.ts';
import type { Desk } from '../desk.ts';
import { findCompletion, keepBeginning, keepCompletion } from '../store/count-store.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import { holdReceipt, markRedeemed } from '../store/receipt-store.ts';
import { receiptKeyOf } from './give-receipt.ts';
import { redeemPackaged } from './redeem-packaged.ts';

type Redeemed = RouteOutput<typeof learningRoutes.redeemReceipt>;

/**
 * Counts what a receipt says, once, on this day: closed months do not change. What its steps have told already is not counted
 * again. Numbers that nobody gave and those of other installations look the same. By itself it fulfils no requirement: `keepProofs`
 * leaves it out until the steps themselves arrive. Whoever looks after one organisation redeems receipts of its people alone:
 * those of others look as if nobody had given them.
 */
export async function redeemReceipt(
  { tx, tenant, by, clock, secrets }: Pick<Desk, 'tx' | 'tenant' | 'by' | 'clock' | 'secrets'>,
  typed: string,
  { within, beside }: { readonly within: OrganisationId | null; readonly beside: string | null },
): Promise<Result<Redeemed, KeptRefusal>> {
  const wrong = (type: string): Result<never, KeptRefusal> => refuse({ type, keep: true });
  const code = readReceiptCode(typed);
  if (code === null) return wrong('ReceiptUnreadable');
  const receipt = await holdReceipt(tx, tenant, code.number);
  // Those of packages have 20 signs too. One in a million million begins as a number that was given.
  if (receipt === null) return redeemPackaged({ tx, tenant, by, clock, secrets }, code, { within, beside });
  if (within !== null && receipt.organisation !== within) return wrong('ReceiptUnknown');
  const said = receiptText({ ...receipt, day: code.day });
  const tag = receiptTag(keyedHash(receiptKeyOf(secrets, tenant, code.number), said));
  // Before anything is told of it: whoever has a number alone learns nothing.
  if (!isSameText(tag, code.tag) || code.day < receipt.givenOn) return wrong('ReceiptAltered');
  const today = dayInAmsterdam(clock.now());
  if (code.day > today) return refuse({ type: 'ReceiptInFuture' });
  if (receipt.redeemedOn !== null) return refuse({ type: 'ReceiptRedeemed' });
  const { attempt, learner, organisation, course, version, digest, language, draft, title, minutes } = receipt;
  const isKnown = await findCompletion(tx, tenant, attempt);
  const whose = { attempt, learner, organisation, course };
  await keepBeginning(tx, tenant, { ...whose, on: today });
  const about = { version, digest, language, draft, said: { title, minutes }, on: today };
  await keepCompletion(tx, tenant, { ...whose, ...about, route: 'receipt' });
  await markRedeemed(tx, tenant, code.number, { on: today, by });
  const name = (await findOrganisation(tx, tenant, organisation))?.name ?? '';
  return ok({ title, version, organisation: name, doneOn: code.day, isKnown, packagedCourse: null });
}
