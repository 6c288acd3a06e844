import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { OwnHandle, RefusalNote } from '#kernel/accounts/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Dialog, Field, Stack } from '#platform/web/ui';
import { useOpenWork, useWork } from './work-provider.tsx';

const freshFor = 4 * 60_000;
let lastFresh = 0;

/** Asks for the passphrase once more before an act that needs it, at most once in four minutes. */
export interface StepUpAsk {
  readonly open: boolean;
  with(act: () => Promise<void>): void;
  done(): void;
  close(): void;
}

/** State of one such question. */
export function useStepUp(): StepUpAsk {
  const [waiting, setWaiting] = useState<(() => Promise<void>) | null>(null);
  return {
    open: waiting !== null,
    with: (act) => {
      if (Date.now() - lastFresh < freshFor) void act();
      else setWaiting(() => act);
    },
    done: () => {
      lastFresh = Date.now();
      const act = waiting;
      setWaiting(null);
      if (act) void act();
    },
    close: () => setWaiting(null),
  };
}

/** The question itself: what will happen, then the passphrase. */
export function StepUp({ open, done, close, what }: StepUpAsk & { readonly what: string }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person } = useOpenWork();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const { stepUp } = await import('#kernel/accounts/client');
    const proven = await stepUp(work.parts, passphrase);
    setBusy(false);
    setPassphrase('');
    setRefusal(proven.ok ? null : proven.refusal);
    if (proven.ok) done();
  };
  return (
    <Dialog title={t('accounts.stepUp')} open={open} onClose={close}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <p>{what}</p>
          <p>{t('accounts.stepUpLead')}</p>
          <RefusalNote refusal={refusal} />
          <OwnHandle handle={person.handle} />
          <Field
            label={t('accounts.passphrase')}
            type="password"
            autoComplete="current-password"
            required
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <div>
            <Button kind="main" type="submit" busy={busy && t('accounts.unlocking')}>
              {t('accounts.stepUpGo')}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}
