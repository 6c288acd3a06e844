import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Disclosure, Field, Notice, Select, TextArea } from '#platform/web/ui';
import {
  longestLabel,
  mostInvited,
  readInvitationLines,
  type WrongLine,
} from '../../model/open/people/invitation-lines.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { Invited, ListedPerson, PeopleCalls } from './people-calls.ts';
import styles from './people.module.css';

interface Inviting {
  readonly calls: PeopleCalls;
  readonly course: string;
  readonly people: readonly ListedPerson[];
  readonly onInvited: (made: Invited) => void;
}

/** Invites one person by label, or several by pasted lines, of which each wrong one is named. */
export function InviteForm(inviting: Inviting) {
  const { t, language } = useLanguage();
  const [letters, setLetters] = useState<'en' | 'nl'>(language === 'nl' ? 'nl' : 'en');
  const [label, setLabel] = useState('');
  const [mail, setMail] = useState('');
  const { wrong, refused, busy, send, clear } = useInviting(inviting, letters);
  const [fault] = wrong;
  const send1 = async (): Promise<void> => {
    // As one line would say it, in quotes, so that commas and quotes in a label part nothing.
    const line = `"${label.replaceAll('"', '""')}","${mail.replaceAll('"', '""')}"`;
    if (!(await send(line))) return;
    setLabel('');
    setMail('');
  };
  const isOfMail = fault?.fault === 'MailWrong';
  return (
    <div className={styles['stack']}>
      <form
        className={styles['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void send1();
        }}
      >
        <Field
          label={t('learning.people.label')}
          hint={t('learning.people.labelHint')}
          error={fault && !isOfMail && t(`learning.people.fault.${fault.fault}`)}
          value={label}
          maxLength={longestLabel}
          dir="auto"
          onChange={(event) => {
            clear();
            setLabel(event.target.value);
          }}
        />
        <Field
          label={t('learning.people.mail')}
          hint={t('learning.people.mailHint')}
          error={isOfMail && t('learning.people.fault.MailWrong')}
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          value={mail}
          onChange={(event) => {
            clear();
            setMail(event.target.value);
          }}
        />
        <Select
          label={t('learning.people.language')}
          value={letters}
          onChange={(event) => setLetters(event.target.value === 'nl' ? 'nl' : 'en')}
          options={[
            { value: 'en', label: 'English' },
            { value: 'nl', label: 'Nederlands' },
          ]}
        />
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <p>
          <Button kind="main" type="submit" busy={busy && t('learning.organise.saving')}>
            {t('learning.people.inviteNow')}
          </Button>
        </p>
      </form>
      <Disclosure summary={t('learning.people.several')}>
        <div className={styles['inner']}>
          <SeveralForm {...inviting} letters={letters} />
        </div>
      </Disclosure>
    </div>
  );
}

function SeveralForm({ letters, ...inviting }: Inviting & { readonly letters: 'en' | 'nl' }) {
  const { t } = useLanguage();
  const [lines, setLines] = useState('');
  const { wrong, refused, busy, send, clear } = useInviting(inviting, letters);
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void send(lines).then((done) => done && setLines(''));
      }}
    >
      <TextArea
        label={t('learning.people.lines')}
        hint={t('learning.people.linesHint', { most: mostInvited })}
        error={wrong.length > 0 && t('learning.people.wrongLines', { count: wrong.length })}
        value={lines}
        spellCheck={false}
        onChange={(event) => {
          clear();
          setLines(event.target.value);
        }}
      />
      {wrong.length > 0 && (
        <ul className={styles['wrong']}>
          {wrong.map(({ line, fault }) => (
            <li key={line}>{t('learning.people.wrongLine', { line, why: t(`learning.people.fault.${fault}`) })}</li>
          ))}
        </ul>
      )}
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button type="submit" busy={busy && t('learning.organise.saving')}>
          {t('learning.people.inviteAll')}
        </Button>
      </p>
    </form>
  );
}

/** Sends lines once none of them is wrong; true when everybody in them is invited. */
function useInviting({ calls, course, people, onInvited }: Inviting, language: 'en' | 'nl') {
  const [wrong, setWrong] = useState<readonly WrongLine[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (lines: string): Promise<boolean> => {
    const taken = people.map(({ label }) => label);
    const read = readInvitationLines(lines, taken);
    setWrong(read.wrong);
    setRefused(null);
    if (read.wrong.length > 0) return false;
    if (read.people.length === 0 || read.people.length > mostInvited) {
      setRefused(read.people.length === 0 ? 'LinesMissing' : 'LinesMany');
      return false;
    }
    setBusy(true);
    const input = { course, language, people: read.people.map((one) => ({ ...one, id: calls.drawId() })) };
    const answer = await calls.invite(input);
    setBusy(false);
    if (answer.ok) onInvited(answer.value);
    else setRefused(answer.refusal.type);
    return answer.ok;
  };
  const clear = (): void => {
    setWrong([]);
    setRefused(null);
  };
  return { wrong, refused, busy, send, clear };
}
