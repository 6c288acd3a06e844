import { useState, type FormEvent } from 'react';
import { addDays, parseCivilDate } from '#platform/base';
import type { MadeInvitation } from '#kernel/accounts/client';
import { PrintedSecret, RefusalNote } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Card, DateField, fromTypedDate, Select, Stack, toTypedDate } from '#platform/web/ui';

const offered = ['volunteer', 'coordinator', 'interpreter', 'reader', 'dpo', 'administrator'] as const;

/** Makes an invitation and shows its words and code once; they travel outside Baken. */
export function InviteForm({
  first = 'volunteer',
  onMade,
}: {
  /** The role that is chosen already. */
  readonly first?: string | undefined;
  readonly onMade: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { person, today } = useOpenWork();
  const [role, setRole] = useState(offered.find((name) => name === first) ?? 'volunteer');
  const [until, setUntil] = useState(toTypedDate(addDays(today, 365)));
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { invite } = await import('#kernel/accounts/client');
    const end = role === 'volunteer' ? parseCivilDate(fromTypedDate(until)) : null;
    const invitation = await invite(work.parts, person, { roles: [{ role, until: end }], origin: location.origin });
    setRefusal(invitation.ok ? null : invitation.refusal);
    if (!invitation.ok) return;
    work.replacePerson(invitation.value.person);
    setMade(invitation.value);
    onMade();
  };
  if (made) {
    return (
      <Card title={t('accounts.inviteMade')}>
        <Stack>
          <p>{t('accounts.inviteMadeLead')}</p>
          <PrintedSecret printed={made} label={t('accounts.inviteSecret')} />
        </Stack>
      </Card>
    );
  }
  return (
    <Card title={t('accounts.peopleInvite')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <RefusalNote refusal={refusal} />
          <Select
            label={t('accounts.peopleRole')}
            value={role}
            onChange={(event) => setRole(offered.find((name) => name === event.target.value) ?? 'volunteer')}
            options={offered.map((value) => ({ value, label: t(`accounts.role.${value}`) }))}
          />
          {role === 'volunteer' && (
            <DateField
              legend={t('accounts.roleUntil')}
              hint={t('accounts.roleUntilHint')}
              words={{ day: t('accounts.day'), month: t('accounts.month'), year: t('accounts.year') }}
              value={until}
              onChange={setUntil}
            />
          )}
          <div>
            <Button kind="main" type="submit">
              {t('accounts.inviteMake')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
