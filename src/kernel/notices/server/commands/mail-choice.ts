import { bytesToHex, dayInAmsterdam, ok, refuse, type Result, type RouteOutput } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { KeptRefusal, RequestContext } from '#platform/server/http';
import { addJob, hourInAmsterdam } from '#platform/server/jobs';
import type { noticeRoutes } from '../../contract/notice-routes.ts';
import { maskAddress } from '../../model/mask-address.ts';
import { openAddress, sealAddress } from '../sealed-address.ts';
import {
  confirmChoice,
  countCodeTry,
  deleteMailChoice,
  findMailChoice,
  lockMailChoice,
  putAskedChoice,
  saveHour,
  type MailChoice,
} from '../store/mail-choice-store.ts';

type Choice = RouteOutput<typeof noticeRoutes.readMailChoice>;
type Asked = { readonly address: string } & Pick<MailChoice, 'hour' | 'language'>;

const usualHour = 8;
const triesPerCode = 5;
/** The job that sends a code; its payload is the user's id. */
export const sendCodeName = 'notices.send-code';

/** What the person has chosen, with the address masked. */
export async function readMailChoice(context: RequestContext): Promise<Choice> {
  const { tx, tenant, user, mail } = context;
  const available = mail !== null;
  const chosen = await findMailChoice(tx, tenant, user);
  const address = chosen && (await openAddress(context, chosen.sealed));
  // An address that no longer opens (another secret) is as good as none.
  if (!chosen || !address?.ok)
    return { available, state: 'off', masked: null, hour: usualHour, language: 'en', problem: null };
  const { state, hour, language, problem } = chosen;
  return { available, state, masked: maskAddress(address.value), hour, language, problem };
}

/** Takes an address, sealed, in the place of any other, and has a code sent there. Refuses `MailNotSetUp`. */
export async function askForMail(
  context: RequestContext,
  { address, hour, language }: Asked,
): Promise<Result<Choice, { readonly type: 'MailNotSetUp' }>> {
  const { tx, tenant, user, clock, randomBytes, mail } = context;
  if (mail === null) return refuse({ type: 'MailNotSetUp' });
  const sealed = await sealAddress(context, address, randomBytes);
  await putAskedChoice(tx, tenant, user, { sealed, hour, language }, clock.now());
  await addJob(tx, tenant, { name: sendCodeName, payload: { user }, after: clock.now() });
  return ok(await readMailChoice(context));
}

/** Switches mail on for who shows the code of the last mail. Five tries, one hour. */
export async function confirmMail(context: RequestContext, code: string): Promise<Result<Choice, KeptRefusal>> {
  const { tx, tenant, user, clock } = context;
  const now = clock.now();
  const chosen = await lockMailChoice(tx, tenant, user);
  if (chosen?.state !== 'waiting' || chosen.codeHash === null || chosen.codeUntil === null) {
    return refuse({ type: 'CodeOver' });
  }
  if (chosen.codeUntil <= now || chosen.codeTries >= triesPerCode) return refuse({ type: 'CodeOver' });
  if ((await hashCode(context, code)) !== chosen.codeHash) {
    await countCodeTry(tx, tenant, user);
    return refuse({ type: 'CodeWrong', keep: true });
  }
  // Who confirms is looking at Baken: today's mail would tell them what they see.
  await confirmChoice(tx, tenant, user, hourInAmsterdam(now) >= chosen.hour ? dayInAmsterdam(now) : null);
  return ok(await readMailChoice(context));
}

/** Another time or language for the daily mail. */
export async function changeMailHour(
  context: RequestContext,
  change: Pick<MailChoice, 'hour' | 'language'>,
): Promise<Result<Choice, { readonly type: 'NotFound' }>> {
  const { tx, tenant, user } = context;
  if ((await lockMailChoice(tx, tenant, user)) === null) return refuse({ type: 'NotFound' });
  await saveHour(tx, tenant, user, change);
  return ok(await readMailChoice(context));
}

/** Ends mail and deletes the address at once; twice is no error. */
export async function stopMail({ tx, tenant, user }: RequestContext): Promise<Result<undefined>> {
  await deleteMailChoice(tx, tenant, user);
  return ok(undefined);
}

/** Hash of a code for one person, so that the table holds no code. */
export function hashCode({ tenant, user }: Pick<RequestContext, 'tenant' | 'user'>, code: string): Promise<string> {
  return hashText(`notice-code ${tenant} ${user} ${code}`);
}

/** Six figures, each number as likely as the next. */
export function drawCode(randomBytes: RequestContext['randomBytes']): string {
  // 8 bytes against a million: the remainder prefers no number by more than one in 10^13.
  return String(BigInt(`0x${bytesToHex(randomBytes(8))}`) % 1_000_000n).padStart(6, '0');
}
