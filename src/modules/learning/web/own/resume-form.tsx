import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field } from '#platform/web/ui';
import { readResumeCode } from '../../model/open/people/resume-code.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { ownCalls } from './own-calls.ts';
import { takeUpHere } from './take-up-here.ts';

/** Goes on in this browser with what was done in another. */
export function ResumeForm({ onResumed }: { readonly onResumed: () => void }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const resume = async (): Promise<void> => {
    const code = readResumeCode(typed);
    if (code === null) return setRefused('ResumeUnreadable');
    setBusy(true);
    const answer = await ownCalls.resume(code);
    if (answer.ok) await takeUpHere();
    setBusy(false);
    if (answer.ok) onResumed();
    else setRefused(answer.refusal.type);
  };
  return (
    <form
      className={styles['task']}
      onSubmit={(event) => {
        event.preventDefault();
        void resume();
      }}
    >
      <h2>{t('learning.own.resume')}</h2>
      <Field
        label={t('learning.own.code')}
        hint={t('learning.own.codeHint')}
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
        <Button kind="main" type="submit" busy={busy && t('learning.own.asking')}>
          {t('learning.own.resumeNow')}
        </Button>
      </p>
    </form>
  );
}
