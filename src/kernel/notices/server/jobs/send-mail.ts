import { dayInAmsterdam, type CivilDate, type Result } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { Tx } from '#platform/server/db';
import { hourInAmsterdam, JobFailed, type JobContext, type JobRow } from '#platform/server/jobs';
import type { Mailer, MailRefusal } from '#platform/server/mail';
import { findAccount, listRoles } from '#kernel/accounts/server';
import { rolesInForce } from '#kernel/accounts';
import { dueMail, urgentSent } from '../../model/due-mail.ts';
import type { NoticeId } from '../../model/notice.ts';
import { openAddress } from '../sealed-address.ts';
import {
  deleteMailChoice,
  listMailable,
  noteMail,
  noteProblem,
  type MailableChoice,
} from '../store/mail-choice-store.ts';
import { listWaiting, markMailed } from '../store/notice-store.ts';
import { noticeLetter } from './write-letter.ts';

interface DueMail {
  readonly choice: MailableChoice;
  readonly kind: 'digest' | 'urgent';
  readonly ids: readonly NoticeId[];
}

/**
 * Tells people by mail that something waits. A letter is noted as sent after the server took it; one
 * that did not leave is tried again. Only a crash between the two can send one twice, and then both
 * carry the same reference.
 */
export const sendMail: JobRow = {
  name: 'notices.send-mail',
  schedule: { everyMinutes: 1 },
  run: async (context) => {
    const { mail, inTransaction, stopping } = context;
    if (mail === null) return;
    const now = context.clock.now();
    const today = dayInAmsterdam(now);
    const due = await inTransaction((tx) => choose(tx, context, { today, hour: hourInAmsterdam(now) }));
    let failed: MailRefusal['type'] | null = null;
    for (const one of due) {
      if (stopping()) return;
      const sent = await sendTo(context, mail, one);
      await inTransaction((tx) => note(tx, context, one, today, sent));
      if (sent.ok || sent.refusal.type === 'AddressRefused') continue;
      failed = sent.refusal.type;
      // A server that is down or refuses us will do so for the next letter too.
      if (failed !== 'MailRefused') break;
    }
    if (failed !== null) throw new JobFailed(failed);
  },
};

/** Who gets a mail now. Whoever may no longer sign in loses their address here. */
async function choose(
  tx: Tx,
  { tenant }: JobContext,
  now: { readonly today: CivilDate; readonly hour: number },
): Promise<readonly DueMail[]> {
  const due: DueMail[] = [];
  for (const choice of await listMailable(tx, tenant)) {
    const { user } = choice;
    if ((await findAccount(tx, tenant, user))?.status !== 'active') {
      await deleteMailChoice(tx, tenant, user);
      continue;
    }
    if (rolesInForce(await listRoles(tx, tenant, user), now.today).length === 0) continue;
    const kind = dueMail(choice, now);
    if (kind === 'nothing-waits') await noteMail(tx, tenant, user, { digestOn: now.today });
    if (kind === 'digest' || kind === 'urgent') due.push({ choice, kind, ids: await listWaiting(tx, tenant, user) });
  }
  return due;
}

async function sendTo(
  { tenant, secrets }: JobContext,
  mail: Mailer,
  { choice, ids }: DueMail,
): Promise<Result<void, MailRefusal>> {
  const { user, sealed, language } = choice;
  const address = await openAddress({ tenant, user, secrets }, sealed);
  // The secret is another one than when the address was sealed: nothing can be sent there any more.
  if (!address.ok) return { ok: false, refusal: { type: 'AddressRefused' } };
  const reference = await hashText(`notice-mail ${tenant} ${user} ${ids.join(' ')}`);
  return mail.send(noticeLetter(mail, { to: address.value, language, reference }));
}

async function note(
  tx: Tx,
  { tenant }: JobContext,
  { choice, kind, ids }: DueMail,
  today: CivilDate,
  sent: Result<void, MailRefusal>,
): Promise<void> {
  const { user } = choice;
  await noteProblem(tx, tenant, user, sent.ok ? null : sent.refusal.type);
  // An address that refuses is not asked again for the same notices; its owner sees the problem.
  if (!sent.ok && sent.refusal.type !== 'AddressRefused') return;
  await markMailed(tx, tenant, ids);
  await noteMail(
    tx,
    tenant,
    user,
    kind === 'digest' ? { digestOn: today } : { urgentOn: today, urgentCount: urgentSent(choice, today) + 1 },
  );
}
