import type { AnyRefusal } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { Button, Stack, StopBlock, TakesFocus } from '#platform/web/ui';
import { isStop, ledgerRefusalMessage } from './ledger-refusal.ts';

/** A ledger that could not be read, or is not to be believed: nothing may be released then. */
export function LedgerRefused({ refusal, onAgain }: { readonly refusal: AnyRefusal; readonly onAgain: () => void }) {
  const { t } = useLanguage();
  const says = ledgerRefusalMessage(t, refusal);
  return (
    <TakesFocus label={says}>
      <StopBlock title={isStop(refusal) ? t('diplomacy.ledger.stopped') : says}>
        <Stack>
          {isStop(refusal) && <p>{says}</p>}
          <div>
            <Button onClick={onAgain}>{t('diplomacy.ledger.again')}</Button>
          </div>
        </Stack>
      </StopBlock>
    </TakesFocus>
  );
}
