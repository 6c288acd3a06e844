import { useState } from 'react';
import type { CheckedTable } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Skeleton, Stack, TakesFocus } from '#platform/web/ui';
import { LedgerRefused } from '../ledger/ledger-refused.tsx';
import { useLedger } from '../ledger/use-ledger.ts';
import { ProposeForm } from './propose-form.tsx';

/** The way from a checked table to its release: the ledger is read only when somebody wants that. */
export function ProposeCard({ checked }: { readonly checked: CheckedTable }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('diplomacy.release.propose')}>
      <Stack>
        <p>{t('diplomacy.release.proposeLead')}</p>
        {open ? (
          <WithLedger checked={checked} />
        ) : (
          <div>
            <Button onClick={() => setOpen(true)}>{t('diplomacy.release.open')}</Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}

function WithLedger({ checked }: { readonly checked: CheckedTable }) {
  const { t } = useLanguage();
  const { state, reload } = useLedger();
  if (state.at === 'loading') return <Skeleton label={t('diplomacy.ledger.loading')} />;
  if (state.at === 'open')
    return (
      <TakesFocus>
        <ProposeForm checked={checked} ledger={state.ledger} />
      </TakesFocus>
    );
  return <LedgerRefused refusal={state.refusal} onAgain={reload} />;
}
