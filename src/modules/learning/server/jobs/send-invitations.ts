import { dayInAmsterdam } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { JobFailed, type JobRow } from '#platform/server/jobs';
import { invitationLetter } from '../invitation-letter.ts';
import { openLetter } from '../sealed-letter.ts';
import { sendInvitationsName } from '../send-invitations-name.ts';
import { deleteInvitationLetter, listInvitationLetters, noteLetterProblem } from '../store/letter-store.ts';

/**
 * Sends each waiting letter with the link of an invitation once, and forgets where it went as soon as the server took it. A crash
 * between the two sends it again with the same reference, which receivers know for the same. An address that refuses is not
 * asked again; whoever invited sees it.
 */
export const sendInvitations: JobRow = {
  name: sendInvitationsName,
  schedule: null,
  run: async ({ tenant, mail, secrets, clock, stopping, inTransaction }) => {
    if (mail === null) return;
    const on = dayInAmsterdam(clock.now());
    let failed: string | null = null;
    for (const { invitation, sealed, language } of await inTransaction((tx) => listInvitationLetters(tx, tenant, on))) {
      if (stopping()) throw new JobFailed('Stopping');
      const to = await openLetter({ tenant, about: invitation, secrets }, sealed);
      const reference = await hashText(`learning-invitation ${tenant} ${invitation}`);
      const sent = to.ok
        ? await mail.send(invitationLetter(mail, { ...to.value, language, reference }))
        : ({ ok: false, refusal: { type: 'AddressRefused' } } as const);
      if (sent.ok) await inTransaction((tx) => deleteInvitationLetter(tx, tenant, invitation));
      else {
        const { type } = sent.refusal;
        await inTransaction((tx) => noteLetterProblem(tx, tenant, invitation, type));
        if (type !== 'AddressRefused') failed = type;
        // A server that is down or refuses us will do so for the next letter too.
        if (failed !== null && failed !== 'MailRefused') break;
      }
    }
    if (failed !== null) throw new JobFailed(failed);
  },
};
