import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Field } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import type { ListedSession } from './use-workshops.ts';

/** Signs oneself up, with an address for the calendar file where somebody wants one. */
export function SignUpForm({
  session,
  onDone,
  onLeave,
}: {
  readonly session: ListedSession;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { t, language } = useLanguage();
  const { work } = useWork();
  const change = useChange(onDone);
  const [mail, setMail] = useState('');
  const address = mail.trim() === '' ? null : mail.trim();
  const send = (): void =>
    void change.run(() =>
      work.api.call(workshopRoutes.signUp, {
        params: { gathering: session.id },
        input: { mail: address, language: language === 'nl' ? 'nl' : 'en' },
      }),
    );
  return (
    <TrainingForm
      title={t('learning.workshop.signUp')}
      lead={t(session.free > 0 ? 'learning.workshop.signUpLead' : 'learning.workshop.waitLead')}
      change={change}
      onSend={send}
      onLeave={onLeave}
    >
      <Field
        label={t('learning.workshop.mail')}
        hint={t('learning.workshop.mailHint')}
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
    </TrainingForm>
  );
}
