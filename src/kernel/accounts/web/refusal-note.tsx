import { useLanguage } from '#kernel/languages/web';
import type { ApiRefusal } from '#platform/client';
import { Notice, StopBlock } from '#platform/web/ui';
import { isDistrusted, refusalMessage } from './refusal-message.ts';

/** Why something was refused; where it means that the server is not to be believed, as a block that stops. */
export function RefusalNote({ refusal }: { readonly refusal: ApiRefusal | null }) {
  const { t } = useLanguage();
  if (refusal === null) return null;
  const message = refusalMessage(t, refusal);
  if (!isDistrusted(refusal)) return <Notice tone="late">{message}</Notice>;
  return (
    <div role="alert">
      <StopBlock title={t('accounts.stopTitle')}>
        <p>{message}</p>
      </StopBlock>
    </div>
  );
}
