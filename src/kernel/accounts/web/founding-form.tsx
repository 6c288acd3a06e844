import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { AccountParts, FoundedTenant } from '#kernel/accounts/client';
import type { ApiRefusal } from '#platform/client';
import { Button, Field, Stack } from '#platform/web/ui';
import styles from './accounts.module.css';
import { NewKeysFields } from './new-keys-fields.tsx';
import { PrintedSecret } from './printed-secret.tsx';
import { RefusalNote } from './refusal-note.tsx';

/** What the founder goes on with: they sign in, and the directory of names begins with theirs. */
export interface FoundedBy {
  readonly handle: string;
  readonly passphrase: string;
  readonly ownName: string;
}

/** Founding a programme: code, name, keys; then the paper that exists only once. */
export function FoundingForm({
  parts,
  onDone,
}: {
  readonly parts: AccountParts;
  readonly onDone: (founder: FoundedBy) => void;
}) {
  const { t } = useLanguage();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [ownName, setOwnName] = useState('');
  const [handle, setHandle] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [founded, setFounded] = useState<FoundedTenant | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const { foundTenant } = await import('#kernel/accounts/client');
    const made = await foundTenant(parts, {
      code: code.trim(),
      kind: 'society',
      name: name.trim(),
      practice: false,
      handle: handle.trim().toLowerCase(),
      passphrase,
      origin: location.origin,
    });
    setBusy(false);
    setRefusal(made.ok ? null : made.refusal);
    if (made.ok) setFounded(made.value);
  };

  if (founded) {
    return (
      <FoundedPaper
        founded={founded}
        onDone={() => onDone({ handle: handle.trim().toLowerCase(), passphrase, ownName: ownName.trim() })}
      />
    );
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <p>{t('accounts.foundLead')}</p>
      <RefusalNote refusal={refusal} />
      <Field
        label={t('accounts.foundCode')}
        hint={t('accounts.foundCodeHint')}
        name="code"
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Field
        label={t('accounts.foundName')}
        name="name"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t('accounts.foundOwn')}
        name="ownName"
        required
        value={ownName}
        onChange={(event) => setOwnName(event.target.value)}
      />
      <NewKeysFields
        parts={parts}
        handle={handle}
        passphrase={passphrase}
        onHandle={setHandle}
        onPassphrase={setPassphrase}
      />
      <Button kind="main" type="submit" busy={busy && t('accounts.founding')}>
        {t('accounts.found')}
      </Button>
    </form>
  );
}

function FoundedPaper({ founded, onDone }: { readonly founded: FoundedTenant; readonly onDone: () => void }) {
  const { t } = useLanguage();
  return (
    <Stack>
      <h2>{t('accounts.foundDone')}</h2>
      <h3>{t('accounts.kitYours')}</h3>
      <p>{t('accounts.kitYoursLead')}</p>
      <PrintedSecret printed={founded.kit} label={t('accounts.kitWords')} />
      <h3>{t('accounts.foundShares')}</h3>
      <p>{t('accounts.foundSharesLead')}</p>
      {founded.rootShares.map((share, at) => (
        <div key={share}>
          <p>{t('accounts.foundRootShare', { number: at + 1 })}</p>
          <p className={styles['share']}>{share}</p>
        </div>
      ))}
      {founded.recoveryShares.map((share, at) => (
        <div key={share}>
          <p>{t('accounts.foundRecoveryShare', { number: at + 1 })}</p>
          <p className={styles['share']}>{share}</p>
        </div>
      ))}
      <div>
        <Button kind="main" onClick={onDone}>
          {t('accounts.foundGo')}
        </Button>
      </div>
    </Stack>
  );
}
