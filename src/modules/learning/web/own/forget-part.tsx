import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Disclosure, Field, Notice } from '#platform/web/ui';
import { readResumeCode } from '../../model/open/people/resume-code.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { forgetHere } from './forget-here.ts';
import { ownCalls, type OwnLearning } from './own-calls.ts';

/** Takes everything back, alone: on the server and in this browser. */
export function ForgetPart({ own, onGone }: { readonly own: OwnLearning; readonly onGone: () => void }) {
  const { t } = useLanguage();
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const forget = async (): Promise<void> => {
    const answer = await ownCalls.forget();
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    await forgetHere([...new Set([...own.runs, ...own.completions].map(({ course }) => course))]);
    onGone();
  };
  return (
    <section className={styles['task']} aria-labelledby="learning-own-forget">
      <h2 id="learning-own-forget">{t('learning.own.forget')}</h2>
      <p>{t('learning.own.forgetLead')}</p>
      {own.colleague && <p>{t('learning.own.forgetColleague')}</p>}
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        {sure ? (
          <Button kind="danger" onClick={() => void forget()}>
            {t('learning.own.forgetSure')}
          </Button>
        ) : (
          <Button onClick={() => setSure(true)}>{t('learning.own.forgetNow')}</Button>
        )}
      </p>
    </section>
  );
}

/** The same from a browser that is not one's own, by the code alone: nothing is opened in it. */
export function ForgetByCode({ onGone }: { readonly onGone: () => void }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const forget = async (): Promise<void> => {
    const code = readResumeCode(typed);
    if (code === null) return setRefused('ResumeUnreadable');
    const answer = await ownCalls.forgetByCode(code);
    if (answer.ok) onGone();
    else setRefused(answer.refusal.type);
  };
  return (
    <Disclosure summary={t('learning.own.forgetByCode')}>
      <form
        className={styles['task']}
        onSubmit={(event) => {
          event.preventDefault();
          void forget();
        }}
      >
        <p>{t('learning.own.forgetLead')}</p>
        <Field
          label={t('learning.own.forgetCode')}
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
          <Button kind="danger" type="submit">
            {t('learning.own.forgetSure')}
          </Button>
        </p>
      </form>
    </Disclosure>
  );
}
