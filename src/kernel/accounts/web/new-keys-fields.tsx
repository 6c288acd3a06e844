import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { AccountParts } from '#kernel/accounts/client';
import { Button, Field } from '#platform/web/ui';
import styles from './accounts.module.css';

/** Choosing a sign-in name and a passphrase, with a suggestion that is drawn on this device. */
export function NewKeysFields({
  parts,
  handle,
  passphrase,
  onHandle,
  onPassphrase,
}: {
  readonly parts: AccountParts;
  readonly handle: string;
  readonly passphrase: string;
  readonly onHandle: (handle: string) => void;
  readonly onPassphrase: (passphrase: string) => void;
}) {
  const { t } = useLanguage();
  const [suggested, setSuggested] = useState<string | null>(null);
  const suggest = async (): Promise<void> => {
    const { suggestPassphrase } = await import('#kernel/accounts/client');
    const words = suggestPassphrase(parts.randomBytes);
    setSuggested(words);
    onPassphrase(words);
  };
  return (
    <>
      <Field
        label={t('accounts.handle')}
        hint={t('accounts.handleHint')}
        name="handle"
        required
        autoCapitalize="none"
        spellCheck={false}
        value={handle}
        onChange={(event) => onHandle(event.target.value)}
      />
      <Field
        label={t('accounts.passphrase')}
        hint={t('accounts.passphraseHint')}
        name="passphrase"
        type="password"
        required
        value={passphrase}
        onChange={(event) => onPassphrase(event.target.value)}
      />
      <div>
        <Button onClick={() => void suggest()}>{t('accounts.joinSuggest')}</Button>
      </div>
      {suggested !== null && (
        <div>
          <p className={styles['suggested']} lang="en">
            {suggested}
          </p>
          <p>{t('accounts.joinSuggested')}</p>
        </div>
      )}
    </>
  );
}
