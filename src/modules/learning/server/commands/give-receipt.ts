import { drawPlainSigns, ok, type Result, type RouteOutput, type RouteRequest, type TenantId } from '#platform/base';
import { keyedHash } from '#platform/crypto/server';
import type { AnyoneContext, KeptRefusal } from '#platform/server/http';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import { receiptNumberLength } from '../../model/open/count/receipt-code.ts';
import { enterRun } from '../enter-run.ts';
import { learningSecrets } from '../learning-secrets.ts';
import { findGiven, insertReceipt } from '../store/receipt-store.ts';

/** By learner: a number is asked for once in a run and version. */
const mostNumbers = { limit: 60, windowMinutes: 60 };

type Request = RouteRequest<typeof learningRoutes.giveReceipt>;
type Given = RouteOutput<typeof learningRoutes.giveReceipt>;

/**
 * Gives a run a number for a receipt before it goes without a connection, and the key of that one receipt. Asked again it gives the same.
 * The key is made of a secret file and the number, so the database holds nothing a receipt could be made with.
 */
export async function giveReceipt(
  context: AnyoneContext,
  { params: { attempt }, input: { course: name, language } }: Request,
): Promise<Result<Given, KeptRefusal>> {
  const { tx, randomBytes } = context;
  const entered = await enterRun(
    context,
    { attempt, course: name, language },
    { act: 'giveReceipt', most: mostNumbers },
  );
  if (!entered.ok) return entered;
  const { tenant, course, on } = entered.value;
  const { version, digest, title, budget: minutes, unsigned } = course;
  const about = { attempt, version, digest, language, draft: unsigned.length > 0, title, minutes, givenOn: on };
  // Another run may have the number that was drawn: once in a million million.
  for (let time = 0; (await findGiven(tx, tenant, attempt, version)) === null && time < 3; time += 1)
    await insertReceipt(tx, tenant, { ...about, number: drawPlainSigns(randomBytes, receiptNumberLength) });
  const given = await findGiven(tx, tenant, attempt, version);
  if (given === null) throw new Error('no number could be given');
  return ok({ ...given, version, key: receiptKeyOf(context.secrets, tenant, given.number) });
}

/** The key of one receipt: whoever has it can make that receipt and no other. */
export function receiptKeyOf(secrets: ReadonlyMap<string, string>, tenant: TenantId, number: string): string {
  const secret = secrets.get(learningSecrets.receiptKey);
  if (secret === undefined) throw new Error('the installation has no secret for receipts');
  return keyedHash(secret, JSON.stringify(['receipt-key', tenant, number]));
}
