import { useState, type FormEvent } from 'react';
import type { RoleGrant } from '#kernel/accounts';
import { RefusalNote } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { useWork, useOpenWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Field, Stack } from '#platform/web/ui';
import { StepUpField } from './step-up-field.tsx';

/** Confirming checks the proof, signs the directory entry, and lets the colleague read names. */
export function ConfirmInvitation({
  invitation,
  handle,
  onDone,
  onNotProven,
}: {
  readonly invitation: { readonly id: string; readonly roles: readonly RoleGrant[] };
  readonly handle: string;
  readonly onDone: () => void;
  /** The answer was thrown away: it was not made with the secret. */
  readonly onNotProven: (refusal: ApiRefusal) => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person } = useOpenWork();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const confirm = async (): Promise<ApiRefusal | null> => {
    const accounts = await import('#kernel/accounts/client');
    const spaces = await import('#kernel/spaces/client');
    const fresh = await accounts.stepUp(work.parts, passphrase);
    if (!fresh.ok) return fresh.refusal;
    const confirmed = await accounts.confirmInvitation(work.parts, person, invitation.id);
    if (!confirmed.ok) return confirmed.refusal;
    const renewed = await work.renew();
    const state = work.state();
    if (!renewed.ok || state.at !== 'open') return renewed.ok ? null : renewed.refusal;
    const { session } = state.work;
    const opened = await spaces.openDirectory(session);
    if (!opened.ok) return opened.refusal;
    const relation = invitation.roles.some(({ role }) => role === 'coordinator') ? 'coordinator' : 'reader';
    const admitted = await spaces.admitToDirectory(session, opened.value, {
      user: confirmed.value.user,
      name,
      relation,
    });
    if (!admitted.ok) return admitted.refusal;
    const again = await work.renew();
    return again.ok ? null : again.refusal;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const failed = await confirm();
    setBusy(false);
    setRefusal(failed);
    if (failed === null) onDone();
    if (failed?.type === 'EnrolmentNotProven') onNotProven(failed);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <RefusalNote refusal={refusal} />
        <Field
          label={t('accounts.confirmName')}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <StepUpField value={passphrase} onChange={setPassphrase} />
        <div>
          <Button kind="main" type="submit" busy={busy && t('accounts.confirming')}>
            {t('accounts.confirm', { handle })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
