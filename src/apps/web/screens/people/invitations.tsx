import { useEffect, useState, type FormEvent } from 'react';
import type { RoleGrant } from '#kernel/accounts';
import { RefusalNote } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { useWork, useOpenWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Card, Field, Rows, Stack } from '#platform/web/ui';
import { StepUpField } from './step-up-field.tsx';

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly roles: readonly RoleGrant[];
  readonly mine: boolean;
  readonly answer: { readonly handle: string } | null;
}

/** Invitations on their way: withdraw, or check and confirm the answer. */
export function Invitations({ loads, onChanged }: { readonly loads: number; readonly onChanged: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person } = useOpenWork();
  const [invitations, setInvitations] = useState<readonly Listed[]>([]);
  useEffect(() => {
    void import('#kernel/accounts/client')
      .then(({ listInvitations }) => listInvitations(work.parts, person))
      .then((answer) => {
        if (answer.ok) setInvitations(answer.value.filter(({ state }) => state === 'open' || state === 'answered'));
      });
  }, [work, person, loads]);
  const withdraw = async (id: string): Promise<void> => {
    const { voidInvitation } = await import('#kernel/accounts/client');
    await voidInvitation(work.parts, id);
    onChanged();
  };
  if (invitations.length === 0) return null;
  return (
    <Card title={t('accounts.invitations')} beside={invitations.length}>
      <Rows>
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <p>
              {invitation.roles.map(({ role }) => t(`accounts.role.${role}`)).join(', ')}:{' '}
              {t(`accounts.invitation.${invitation.state}`)}{' '}
              <Button kind="quiet" onClick={() => void withdraw(invitation.id)}>
                {t('accounts.withdraw')}
              </Button>
            </p>
            {invitation.answer && invitation.mine && (
              <Confirm invitation={invitation} handle={invitation.answer.handle} onDone={onChanged} />
            )}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

/** Confirming checks the proof, signs the directory entry, and lets the colleague read names. */
function Confirm({
  invitation,
  handle,
  onDone,
}: {
  readonly invitation: Listed;
  readonly handle: string;
  readonly onDone: () => void;
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
