import { useState, type FormEvent } from 'react';
import type { UserId } from '#platform/base';
import { RefusalNote } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Disclosure, Stack } from '#platform/web/ui';
import { StepUpField } from './step-up-field.tsx';
import { useNameOf } from './use-name-of.ts';

/** Ends somebody's keys for good; only who signs the directory can, so others read whom to ask. */
export function RevokeKeys({ user, name }: { readonly user: UserId; readonly name: string }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person, session } = useOpenWork();
  const nameOf = useNameOf();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const { signers } = session.directory.document;
  if (!signers.some((signer) => signer.user === person.user)) {
    const names = signers.map((signer) => nameOf(signer.user)).join(', ');
    return <p>{t('accounts.compare.revokeAsk', { names })}</p>;
  }
  const revoke = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const accounts = await import('#kernel/accounts/client');
    const fresh = await accounts.stepUp(work.parts, passphrase);
    const revoked = fresh.ok ? await accounts.revokePerson(work.parts, person, user) : fresh;
    setBusy(false);
    setRefusal(revoked.ok ? null : revoked.refusal);
    if (revoked.ok) await work.renew();
  };
  return (
    <Disclosure summary={t('accounts.compare.revoke', { name })} quiet>
      <form onSubmit={(event) => void revoke(event)}>
        <Stack>
          <p>{t('accounts.compare.revokeBody', { name })}</p>
          <RefusalNote refusal={refusal} />
          <StepUpField value={passphrase} onChange={setPassphrase} />
          <div>
            <Button kind="danger" type="submit" busy={busy && t('accounts.saving')}>
              {t('accounts.compare.revokeGo', { name })}
            </Button>
          </div>
        </Stack>
      </form>
    </Disclosure>
  );
}
