import { useState, type FormEvent } from 'react';
import { addDays, parseCivilDate, type UserId } from '#platform/base';
import type { RoleGrant } from '#kernel/accounts';
import { RefusalNote } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, DateField, fromTypedDate, Stack, toTypedDate } from '#platform/web/ui';
import { StepUpField } from './step-up-field.tsx';

/** Sets the last day of a role: the day training or screening ends. */
export function ChangeRole({
  user,
  roles,
  onDone,
}: {
  readonly user: UserId;
  readonly roles: readonly RoleGrant[];
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person, today } = useOpenWork();
  const current = roles[0]?.until ?? addDays(today, 365);
  const [until, setUntil] = useState(toTypedDate(current));
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const end = parseCivilDate(fromTypedDate(until));
    if (end === null) return;
    setBusy(true);
    const accounts = await import('#kernel/accounts/client');
    const fresh = await accounts.stepUp(work.parts, passphrase);
    const changed = fresh.ok
      ? await accounts.setRoles(
          work.parts,
          person,
          user,
          roles.map(({ role }) => ({ role, until: end })),
        )
      : fresh;
    setBusy(false);
    setRefusal(changed.ok ? null : changed.refusal);
    if (!changed.ok) return;
    await work.renew();
    onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <RefusalNote refusal={refusal} />
        <DateField
          legend={t('accounts.roleUntil')}
          hint={t('accounts.roleUntilHint')}
          words={{ day: t('accounts.day'), month: t('accounts.month'), year: t('accounts.year') }}
          value={until}
          onChange={setUntil}
        />
        <StepUpField value={passphrase} onChange={setPassphrase} />
        <div>
          <Button kind="main" type="submit" busy={busy && t('accounts.saving')}>
            {t('accounts.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
