import type { Messages } from '#kernel/languages';
import type { CaseRefusal } from '#modules/casework/client';
import { caseRefusalMessage } from '../shared/refusal-message.ts';

/** Why something did not happen to a template or form; what others saved meanwhile is shown by then. */
export function stationeryRefusalMessage(t: Messages, refusal: CaseRefusal): string {
  return refusal.type === 'Stale' ? t('casework.stationery.changed') : caseRefusalMessage(t, refusal);
}
