import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { AccountParts, OpenedInvitation, Printed } from '#kernel/accounts/client';
import type { ApiRefusal } from '#platform/client';
import { Button, Stack, TextArea } from '#platform/web/ui';
import styles from './accounts.module.css';
import { NewKeysFields } from './new-keys-fields.tsx';
import { PrintedSecret } from './printed-secret.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { ScanCode } from './scan-code.tsx';

/** Joining with an invitation: look at it, make keys on this device, print the kit. */
export function JoinForm({
  parts,
  onDone,
}: {
  readonly parts: AccountParts;
  readonly onDone: (handle: string) => void;
}) {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [found, setFound] = useState<OpenedInvitation | null>(null);
  const [handle, setHandle] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [kit, setKit] = useState<Printed | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);

  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { openInvitation } = await import('#kernel/accounts/client');
    const opened = await openInvitation(parts, text);
    setRefusal(opened.ok ? null : opened.refusal);
    if (opened.ok) setFound(opened.value);
  };
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const { acceptInvitation } = await import('#kernel/accounts/client');
    const name = handle.trim().toLowerCase();
    const made = await acceptInvitation(parts, { text, handle: name, passphrase, origin: location.origin });
    setBusy(false);
    setRefusal(made.ok ? null : made.refusal);
    if (made.ok) setKit(made.value.kit);
  };

  if (kit) {
    return (
      <Stack>
        <h2>{t('accounts.joinDone')}</h2>
        <p>{t('accounts.joinDoneLead')}</p>
        <h3>{t('accounts.kitYours')}</h3>
        <p>{t('accounts.kitYoursLead')}</p>
        <PrintedSecret printed={kit} label={t('accounts.kitWords')} />
        <div>
          <Button kind="main" onClick={() => onDone(handle.trim().toLowerCase())}>
            {t('accounts.written')}
          </Button>
        </div>
      </Stack>
    );
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void (found ? make(event) : look(event))}>
      <p>{t('accounts.joinLead')}</p>
      <RefusalNote refusal={refusal} />
      {found ? (
        <>
          <p>
            <strong>{t('accounts.joinTo', { name: found.tenantName })}</strong>{' '}
            {found.roles.map(({ role }) => t(`accounts.role.${role}`)).join(', ')}
          </p>
          <h3>{t('accounts.joinChoose')}</h3>
          <NewKeysFields
            parts={parts}
            handle={handle}
            passphrase={passphrase}
            onHandle={setHandle}
            onPassphrase={setPassphrase}
          />
          <Button kind="main" type="submit" busy={busy && t('accounts.joinMaking')}>
            {t('accounts.joinMake')}
          </Button>
        </>
      ) : (
        <>
          <ScanCode onText={setText} />
          <TextArea
            label={t('accounts.joinWords')}
            required
            rows={3}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button kind="main" type="submit">
            {t('accounts.joinLook')}
          </Button>
        </>
      )}
    </form>
  );
}
