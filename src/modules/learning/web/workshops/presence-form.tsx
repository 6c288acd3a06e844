import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import styles from './workshops.module.css';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly type: string } };

/** Says that one is there, by the code that the room shows. `given` is what was scanned. */
export function PresenceForm({
  given = '',
  send,
  onChanged,
}: {
  readonly given?: string;
  readonly send: (code: string) => Promise<Answer>;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { busy, refused, setRefused, run } = useChange(onChanged);
  const [code, setCode] = useState(given);
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() === '') setRefused('RoomCodeMissing');
        else void run(() => send(code.trim()));
      }}
    >
      <Field
        label={t('learning.room.code')}
        hint={t('learning.room.codeHint')}
        error={refused !== null && refusalMessage(t, refused)}
        value={code}
        maxLength={12}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setRefused(null);
          setCode(event.target.value);
        }}
      />
      <p>
        <Button kind="main" type="submit" busy={busy && t('learning.organise.saving')}>
          {t('learning.room.here')}
        </Button>
      </p>
    </form>
  );
}
