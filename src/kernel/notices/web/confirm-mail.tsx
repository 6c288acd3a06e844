import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Field, Notice } from '#platform/web/ui';
import { noticeRoutes } from '../contract/notice-routes.ts';
import type { MailChoice } from './mail-choice.ts';
import styles from './mail-card.module.css';
import { problemMessage, refusalMessage } from './refusal-message.ts';

/** The code from the mail proves that the address is one's own. */
export function ConfirmMail({
  choice,
  onConfirmed,
  onAnew,
}: {
  readonly choice: MailChoice;
  readonly onConfirmed: (choice: MailChoice) => void;
  readonly onAnew: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [code, setCode] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const figures = code.replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(figures)) {
      setRefused('CodeInvalid');
      return;
    }
    const answer = await work.api.call(noticeRoutes.confirmMail, { input: { code: figures } });
    setRefused(answer.ok ? null : answer.refusal.type);
    if (answer.ok) onConfirmed(answer.value);
  };
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void confirm(event)}>
      <p role="status">{t('notices.card.codeLead', { address: choice.masked ?? '' })}</p>
      {choice.problem !== null && <Notice tone="soon">{problemMessage(t, choice.problem)}</Notice>}
      <Field
        label={t('notices.card.code')}
        hint={t('notices.card.codeHint')}
        error={refused === null ? undefined : refusalMessage(t, refused)}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div className={styles['actions']}>
        <Button type="submit">{t('notices.card.confirm')}</Button>
        <Button kind="quiet" onClick={onAnew}>
          {t('notices.card.again')}
        </Button>
      </div>
    </form>
  );
}
