import {
  bytesToBase64url,
  dayInAmsterdam,
  ok,
  refuse,
  type Result,
  type RouteOutput,
  type RouteRequest,
  type TenantId,
} from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { setCaller } from '#platform/server/db';
import { countTry, type AnyoneContext, type KeptRefusal } from '#platform/server/http';
import { addJob } from '#platform/server/jobs';
import { findTenant } from '#kernel/accounts/server';
import { maskAddress } from '#kernel/notices';
import type { ownRoutes } from '../../contract/own-routes.ts';
import type { LearnerId } from '../../model/open/count/learning-ids.ts';
import { enterLearner } from '../learner-cookie.ts';
import { remindLearnersName } from '../remind-learners-name.ts';
import { letterMark, openLetter, sealLetter } from '../sealed-letter.ts';
import {
  deleteReminder,
  findReminder,
  findReminderBySecret,
  noteReminder,
  saveReminder,
} from '../store/reminder-store.ts';

type Routes = typeof ownRoutes;
type Told = RouteOutput<Routes['readOwnLearning']>['reminders'];
type Done = Promise<Result<undefined, KeptRefusal>>;

/** Each is a letter to somebody who may not have asked. */
const mostAsked = { limit: 3, windowMinutes: 24 * 60 };

/**
 * Keeps where somebody wants to be reminded, and has one letter sent there that asks whether whoever reads it wants that too. Until
 * they say so nothing else is sent.
 */
export async function askReminders(
  context: AnyoneContext,
  { mail: address, language }: RouteRequest<Routes['askReminders']>['input'],
): Done {
  const entered = await enterLearner(context);
  if (!entered?.learner) return refuse({ type: 'NotJoined' });
  const { tx, clock, randomBytes, secrets, mail } = context;
  const { tenant, learner } = entered;
  if (mail === null) return refuse({ type: 'MailNotSent' });
  // By learner and by mailbox: new learners cost nothing.
  for (const whose of [learner.id, letterMark({ tenant, about: learner.id, secrets }, address)]) {
    const within = await countTry(tx, `askReminders:${whose}`, mostAsked, clock);
    if (!within.ok) return refuse({ ...within.refusal, keep: true });
  }
  const secret = bytesToBase64url(randomBytes(16));
  const sealed = await sealLetter({ tenant, about: learner.id, secrets }, { address, secret }, randomBytes);
  const askedOn = dayInAmsterdam(clock.now());
  await saveReminder(tx, tenant, { learner: learner.id, sealed, hash: await hashText(secret), language, askedOn });
  await addJob(tx, tenant, { name: remindLearnersName, payload: {}, after: clock.now() });
  return ok(undefined);
}

/** Ends reminders of whoever asks; the address is deleted at once. */
export async function stopReminders(context: AnyoneContext): Done {
  const entered = await enterLearner(context);
  if (entered?.learner) await deleteReminder(context.tx, entered.tenant, entered.learner.id);
  return ok(undefined);
}

/** What whoever reads the mailbox says, by the link of a letter: yes, or no more. */
export async function answerReminder(
  context: AnyoneContext,
  { secret, answer }: RouteRequest<Routes['answerReminder']>['input'],
): Done {
  const { tx, clock } = context;
  const found = await findTenant(tx);
  // A wrong try stays counted.
  const unknown = { type: 'ReminderUnknown', keep: true } as const;
  if (found === null) return refuse(unknown);
  const { tenant } = found;
  await setCaller(tx, { tenant, user: null });
  const kept = await findReminderBySecret(tx, tenant, await hashText(secret));
  if (kept === null) return refuse(unknown);
  if (answer === 'stop') await deleteReminder(tx, tenant, kept.learner);
  else if (kept.agreedOn === null)
    await noteReminder(tx, tenant, kept.learner, 'agreed_on', dayInAmsterdam(clock.now()));
  return ok(undefined);
}

/** Whether somebody is reminded, with the address masked. */
export async function readReminders(
  { tx, secrets, mail }: AnyoneContext,
  tenant: TenantId,
  learner: LearnerId,
): Promise<Told> {
  const kept = await findReminder(tx, tenant, learner);
  const opened = kept && (await openLetter({ tenant, about: learner, secrets }, kept.sealed));
  const available = mail !== null;
  if (!kept || !opened?.ok) return { available, state: 'off', masked: null };
  return { available, state: kept.agreedOn === null ? 'asked' : 'on', masked: maskAddress(opened.value.address) };
}
