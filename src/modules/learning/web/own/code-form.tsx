import { useState, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field } from '#platform/web/ui';
import { readResumeCode } from '../../model/open/people/resume-code.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';

type Answered = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly type: string } };

/** Takes the code of a learner and does one thing with it; what is no code is told without asking. */
export function CodeForm({
  above,
  label,
  hint,
  button,
  kind,
  onCode,
}: {
  /** What stands above the box. */
  readonly above: ReactNode;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly kind: 'main' | 'danger';
  readonly onCode: (code: string) => Promise<Answered>;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    const code = readResumeCode(typed);
    if (code === null) return setRefused('ResumeUnreadable');
    setBusy(true);
    const answer = await onCode(code);
    setBusy(false);
    if (!answer.ok) setRefused(answer.refusal.type);
  };
  return (
    <form
      className={styles['task']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {above}
      <Field
        label={label}
        hint={hint}
        error={refused && refusalMessage(t, refused)}
        value={typed}
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => {
          setRefused(null);
          setTyped(event.target.value);
        }}
      />
      <p>
        <Button kind={kind} type="submit" busy={busy && t('learning.own.asking')}>
          {button}
        </Button>
      </p>
    </form>
  );
}
