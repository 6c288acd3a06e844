import { bytesToBase64url, isId, type UserId } from '#platform/base';
import { JobFailed, type JobRow } from '#platform/server/jobs';
import { drawCode, hashCode, sendCodeName } from '../commands/mail-choice.ts';
import { openAddress } from '../sealed-address.ts';
import { lockMailChoice, noteProblem, saveCode } from '../store/mail-choice-store.ts';
import { codeLetter } from './write-letter.ts';

const goodForMilliseconds = 3_600_000;

/** Draws a code, keeps its hash, and mails it. Every try draws anew, so a code is nowhere but in the mail. */
export const sendCode: JobRow = {
  name: sendCodeName,
  schedule: null,
  run: async ({ tenant, payload, clock, randomBytes, secrets, mail, inTransaction }) => {
    const { user: text = '' } = payload;
    if (!isId(text) || mail === null) return;
    // Just checked; the payload was written by `askForMail`.
    const user = text as UserId;
    const code = drawCode(randomBytes);
    const hash = await hashCode({ tenant, user }, code);
    const until = new Date(clock.now().getTime() + goodForMilliseconds);
    const chosen = await inTransaction(async (tx) => {
      const found = await lockMailChoice(tx, tenant, user);
      if (found?.state !== 'waiting') return null;
      await saveCode(tx, tenant, user, { hash, until });
      return found;
    });
    const address = chosen && (await openAddress({ tenant, user, secrets }, chosen.sealed));
    if (!chosen || !address?.ok) return;
    const reference = bytesToBase64url(randomBytes(16));
    const letter = codeLetter(mail, { to: address.value, language: chosen.language, reference, code });
    const sent = await mail.send(letter);
    await inTransaction((tx) => noteProblem(tx, tenant, user, sent.ok ? null : sent.refusal.type));
    if (!sent.ok && sent.refusal.type !== 'AddressRefused') throw new JobFailed(sent.refusal.type);
  },
};
