import type { Messages } from '#kernel/languages';
import { refusalMessage } from '#kernel/accounts/web';
import { en } from '../../messages/en.ts';
import type { CaseRefusal } from '#modules/casework/client';

/** Why something did not happen, in words. */
export function caseRefusalMessage(t: Messages, refusal: CaseRefusal): string {
  const key = `casework.refusal.${refusal.type}`;
  return Object.hasOwn(en, key) ? t(key) : refusalMessage(t, refusal);
}
