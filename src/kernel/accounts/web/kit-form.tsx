import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { AccountParts } from '#kernel/accounts/client';
import type { ApiRefusal } from '#platform/client';
import { Button, Field, TextArea } from '#platform/web/ui';
import styles from './accounts.module.css';
import { RefusalNote } from './refusal-note.tsx';
import { ScanCode } from './scan-code.tsx';

/** Sets up this device from the printed kit. */
export function KitForm({
  parts,
  firstHandle,
  onDone,
}: {
  readonly parts: AccountParts;
  readonly firstHandle: string;
  readonly onDone: (handle: string) => void;
}) {
  const { t } = useLanguage();
  const [handle, setHandle] = useState(firstHandle);
  const [kit, setKit] = useState('');
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { addDeviceFromKit } = await import('#kernel/accounts/client');
    const name = handle.trim().toLowerCase();
    const done = await addDeviceFromKit(parts, { handle: name, kit });
    if (done.ok) onDone(name);
    else setRefusal(done.refusal);
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <p>{t('accounts.kitLead')}</p>
      <RefusalNote refusal={refusal} />
      <Field
        label={t('accounts.handle')}
        required
        autoCapitalize="none"
        spellCheck={false}
        value={handle}
        onChange={(event) => setHandle(event.target.value)}
      />
      <ScanCode onText={setKit} />
      <TextArea
        label={t('accounts.kitWords')}
        required
        rows={4}
        spellCheck={false}
        value={kit}
        onChange={(event) => setKit(event.target.value)}
      />
      <Button kind="main" type="submit">
        {t('accounts.kitSave')}
      </Button>
    </form>
  );
}
