import { hashText } from '#platform/crypto/server';
import { JobFailed, type JobContext, type JobRow } from '#platform/server/jobs';
import type { Mailer, MailRefusal } from '#platform/server/mail';
import { reminderTime } from '../../model/reminder-time.ts';
import { openWay } from '../sealed-way.ts';
import { listUnreminded, noteProblem, noteReminded, type RemindableSeat } from '../store/address-store.ts';
import { reminderLetter } from './write-letter.ts';

/**
 * Reminds everybody with a place who gave an address, once for each beginning, two days before and by day. The letter says that something is
 * on their page and nothing else. It is noted after the server took it, as in `tellPeople`.
 */
export const remindPeople: JobRow = {
  name: 'gatherings.remind-people',
  schedule: { everyMinutes: 30 },
  run: async (context) => {
    const { mail, clock, tenant, stopping, inTransaction } = context;
    const time = reminderTime(clock.now());
    if (mail === null || time === null) return;
    let failed: MailRefusal['type'] | null = null;
    for (const one of await inTransaction((tx) => listUnreminded(tx, tenant, time))) {
      if (stopping()) throw new JobFailed('Stopping');
      failed = (await remind(context, mail, one)) ?? failed;
      // A server that is down or refuses us will do so for the next letter too.
      if (failed !== null && failed !== 'MailRefused') break;
    }
    if (failed !== null) throw new JobFailed(failed);
  },
};

/** Sends one reminder; the reason why it is to be tried again, or null. */
async function remind(
  { tenant, secrets, inTransaction }: JobContext,
  mail: Mailer,
  { seat, sealed, language, startsAt }: RemindableSeat,
): Promise<MailRefusal['type'] | null> {
  const way = await openWay({ tenant, seat, secrets }, sealed);
  const reference = await hashText(`gathering-reminder ${tenant} ${seat} ${startsAt.toISOString()}`);
  const sent = way.ok ? await mail.send(reminderLetter(mail, { way: way.value, language, reference })) : null;
  // An address that cannot be opened, or refuses, is not asked again; whoever leads sees it.
  const refusal = sent === null ? 'AddressRefused' : sent.ok ? null : sent.refusal.type;
  const isOver = refusal === null || refusal === 'AddressRefused';
  await inTransaction(async (tx) => {
    await noteProblem(tx, tenant, seat, refusal);
    if (isOver) await noteReminded(tx, tenant, seat, startsAt);
  });
  return isOver ? null : refusal;
}
