import { useCallback, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field, Notice, Skeleton } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import { useWhen } from '../workshops/use-when.ts';
import { attendCalls, type Invited } from './attend-calls.ts';
import { SessionWords } from './session-words.tsx';

/** What somebody was invited to, and the form to sign up. */
export function SignUpPage({
  code,
  onSignedUp,
}: {
  readonly code: string;
  /** Gets the secret of their own page. */
  readonly onSignedUp: (secret: string) => void;
}) {
  const { t } = useLanguage();
  const { moment } = useWhen();
  const { found, refused } = useLoaded(useCallback(() => attendCalls.look(code), [code]));
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return <Skeleton label={t('learning.attend.loading')} lines={4} />;
  return (
    <>
      <SessionWords about={found} />
      {found.organisation !== null && <p>{t('learning.attend.for', { organisation: found.organisation })}</p>}
      {found.open ? (
        <>
          <p>{t('learning.workshop.until', { moment: moment(found.signUpUntil) })}</p>
          <SignUpForm code={code} found={found} onSignedUp={onSignedUp} />
        </>
      ) : (
        <Notice>{t('learning.attend.closed')}</Notice>
      )}
    </>
  );
}

function SignUpForm({
  code,
  found,
  onSignedUp,
}: {
  readonly code: string;
  readonly found: Invited;
  readonly onSignedUp: (secret: string) => void;
}) {
  const { t, language } = useLanguage();
  const [label, setLabel] = useState('');
  const [mail, setMail] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    if (label.trim() === '') return setRefused('LabelMissing');
    setBusy(true);
    const address = mail.trim() === '' ? null : mail.trim();
    const input = { code, label: label.trim(), mail: address, language: language === 'nl' ? 'nl' : 'en' } as const;
    const answer = await attendCalls.signUp(input);
    setBusy(false);
    if (answer.ok) return onSignedUp(answer.value.secret);
    setRefused(answer.refusal.type === 'BodyInvalid' ? 'MailWrong' : answer.refusal.type);
  };
  return (
    <form
      className={styles['task']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {found.full && <p>{t('learning.workshop.waitLead')}</p>}
      <Field
        label={t('learning.attend.label')}
        hint={t('learning.attend.labelHint')}
        value={label}
        maxLength={60}
        dir="auto"
        onChange={(event) => setLabel(event.target.value)}
      />
      <Field
        label={t('learning.workshop.mail')}
        hint={t('learning.workshop.mailHint')}
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button kind="main" type="submit" busy={busy && t('learning.organise.saving')}>
          {t('learning.workshop.signUp')}
        </Button>
      </p>
    </form>
  );
}
