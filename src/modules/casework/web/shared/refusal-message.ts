import type { Messages } from '#kernel/languages';
import { refusalMessage } from '#kernel/accounts/web';
import { en } from '../../messages/en.ts';
import type { CaseRefusal } from '#modules/casework/client';

/** Why something did not happen, in words. */
export function caseRefusalMessage(t: Messages, refusal: CaseRefusal): string {
  const reason: unknown = Reflect.get(refusal, 'reason');
  if (refusal.type === 'StateForbids' && (reason === 'closed' || reason === 'aftercare')) {
    return t(`casework.rest.refused.${reason}`);
  }
  const key = `casework.refusal.${refusal.type}`;
  // A place in the log comes from this device's own reading of it, and then the same code means: do not believe this.
  const readHere = Object.hasOwn(refusal, 'at');
  return Object.hasOwn(en, key) && !readHere ? t(key) : refusalMessage(t, refusal);
}
