import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field, Notice } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { ownCalls, type OwnLearning } from './own-calls.ts';

/** Reminders by mail, for whoever asks for them. */
export function RemindersPart({
  reminders: { available, state, masked },
  needsCode,
  onChanged,
}: {
  readonly reminders: OwnLearning['reminders'];
  /** Whether nothing but this browser leads back here. */
  readonly needsCode: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { busy, refused, run } = useChange(onChanged);
  return (
    <section className={styles['task']} aria-labelledby="learning-own-reminders">
      <h2 id="learning-own-reminders">{t('learning.remind.title')}</h2>
      {!available && <p>{t('learning.remind.none')}</p>}
      {available && state === 'off' && <AskForm onAsked={onChanged} />}
      {available && needsCode && <p className={styles['small']}>{t('learning.remind.code')}</p>}
      {state !== 'off' && (
        <>
          <p>{t(`learning.remind.${state}`, { masked: masked ?? '' })}</p>
          {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
          <p>
            <Button busy={busy && t('learning.own.asking')} onClick={() => void run(ownCalls.stopReminders)}>
              {t('learning.remind.stop')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

function AskForm({ onAsked }: { readonly onAsked: () => void }) {
  const { t, language } = useLanguage();
  const [mail, setMail] = useState('');
  const { busy, refused, setRefused, run } = useChange(onAsked);
  return (
    <form
      className={styles['task']}
      onSubmit={(event) => {
        event.preventDefault();
        if (mail.trim() === '') return setRefused('MailWrong');
        void run(() => ownCalls.askReminders(mail.trim(), language === 'nl' ? 'nl' : 'en'));
      }}
    >
      <p>{t('learning.remind.lead')}</p>
      <Field
        label={t('learning.remind.mail')}
        error={refused && refusalMessage(t, refused === 'BodyInvalid' ? 'MailWrong' : refused)}
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        value={mail}
        onChange={(event) => {
          setRefused(null);
          setMail(event.target.value);
        }}
      />
      <p>
        <Button type="submit" busy={busy && t('learning.own.asking')}>
          {t('learning.remind.ask')}
        </Button>
      </p>
    </form>
  );
}

/** What whoever got a letter says to more of them. */
export function AnswerLetter({ secret, onAnswered }: { readonly secret: string; readonly onAnswered: () => void }) {
  const { t } = useLanguage();
  const [said, setSaid] = useState<'remind' | 'stop' | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const answer = async (one: 'remind' | 'stop'): Promise<void> => {
    const done = await ownCalls.answerReminder(secret, one);
    setRefused(done.ok ? null : done.refusal.type);
    if (!done.ok) return;
    setSaid(one);
    onAnswered();
  };
  return (
    <section className={styles['task']} aria-labelledby="learning-own-answer">
      <h2 id="learning-own-answer">{t('learning.remind.letter')}</h2>
      <p role="status">{said === null ? t('learning.remind.question') : t(`learning.remind.said.${said}`)}</p>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {said !== 'stop' && (
        <p className={styles['buttons']}>
          {said === null && (
            <Button kind="main" onClick={() => void answer('remind')}>
              {t('learning.remind.yes')}
            </Button>
          )}
          <Button onClick={() => void answer('stop')}>{t('learning.remind.no')}</Button>
        </p>
      )}
    </section>
  );
}
