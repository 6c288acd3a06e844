import { useId, useState, type SyntheticEvent } from 'react';
import { createId } from '#platform/base';
import type { LedgerEntryId } from '#kernel/disclosure';
import { noteInLedger } from '#kernel/disclosure/client';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Disclosure, Field, Notice, Stack } from '#platform/web/ui';
import { toLabel } from '../../model/open/ledger/to-label.ts';
import { ledgerRefusalMessage } from './ledger-refusal.ts';

/** Says of an entry that it is not used any more. What it told stays known. */
export function WithdrawForm({ id, onChanged }: { readonly id: LedgerEntryId; readonly onChanged: () => void }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const field = useId();
  const withdraw = async (): Promise<void> => {
    setBusy(true);
    const draft = { id: createId<LedgerEntryId>(session.randomBytes), kind: 'withdrawal', withdraws: id } as const;
    const done = await noteInLedger(session, { ...draft, why: toLabel(why) });
    setBusy(false);
    if (done.ok) onChanged();
    else setRefused(ledgerRefusalMessage(t, done.refusal));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const isMissing = toLabel(why) === '';
    setMissing(isMissing);
    setRefused(null);
    if (isMissing) document.getElementById(field)?.focus();
    else void withdraw();
  };
  return (
    <Disclosure summary={t('diplomacy.ledger.withdraw')} quiet>
      <form onSubmit={submit}>
        <Stack>
          <Field
            id={field}
            error={missing ? t('diplomacy.ledger.needsWhy') : undefined}
            label={t('diplomacy.ledger.why')}
            hint={t('diplomacy.ledger.whyHint')}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            maxLength={300}
          />
          {refused !== null && <Notice tone="late">{refused}</Notice>}
          <div>
            <Button type="submit" busy={busy && t('diplomacy.ledger.busy')}>
              {t('diplomacy.ledger.withdraw')}
            </Button>
          </div>
        </Stack>
      </form>
    </Disclosure>
  );
}
