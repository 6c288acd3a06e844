import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { ApiRefusal } from '#platform/client';
import type { Result } from '#platform/base';
import { Button, Field } from '#platform/web/ui';
import styles from './accounts.module.css';
import { RefusalNote } from './refusal-note.tsx';

/** Code of a refusal that the page around the form may act on. */
export type SignInRefusalCode = string;

/** Name and passphrase. Both stay in the form when something is refused. */
export function SignInForm({
  firstHandle,
  unlock,
  onRefused,
}: {
  readonly firstHandle: string;
  readonly unlock: (handle: string, passphrase: string) => Promise<Result<void, ApiRefusal>>;
  readonly onRefused?: (code: SignInRefusalCode, handle: string) => void;
}) {
  const { t } = useLanguage();
  const [handle, setHandle] = useState(firstHandle);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    void unlock(handle.trim().toLowerCase(), passphrase).then((result) => {
      setBusy(false);
      if (result.ok) return;
      setRefusal(result.refusal);
      onRefused?.(result.refusal.type, handle);
    });
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <RefusalNote refusal={refusal} />
      <Field
        label={t('accounts.handle')}
        name="handle"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={handle}
        onChange={(event) => setHandle(event.target.value)}
      />
      <Field
        label={t('accounts.passphrase')}
        hint={t('accounts.passphraseHint')}
        name="passphrase"
        type="password"
        required
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <Button kind="main" type="submit" wide busy={busy && t('accounts.unlocking')}>
        {t('accounts.unlock')}
      </Button>
    </form>
  );
}
