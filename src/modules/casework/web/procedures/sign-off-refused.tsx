import { useLanguage } from '#kernel/languages/web';
import type { CaseRefusal } from '#modules/casework/client';
import { Notice } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';

/** Why a sign-off was not written; where somebody was first, what stands now is shown above. */
export function SignOffRefused({ refusal }: { readonly refusal: CaseRefusal | null }) {
  const { t } = useLanguage();
  if (refusal === null) return null;
  if (refusal.type === 'Stale') return <Notice tone="soon">{t('casework.signOff.changed')}</Notice>;
  return <Notice tone="late">{caseRefusalMessage(t, refusal)}</Notice>;
}
