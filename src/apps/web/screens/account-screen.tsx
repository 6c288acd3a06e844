import { useEffect, useState } from 'react';
import { dayInAmsterdam } from '#platform/base';
import { languageNames, languages } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { MailCard } from '#kernel/notices/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { applyTheme, keptTheme, type Theme } from '#platform/web/design';
import { singleKeysAreOn, switchSingleKeys } from '#platform/web/state';
import { Button, Card, Check, Choice, Page, Rows, Stack } from '#platform/web/ui';
import { Link } from '@tanstack/react-router';
import { ModuleLink } from '../shell/module-link.tsx';

interface OwnSession {
  readonly id: string;
  readonly startedHour: string;
  readonly seenHour: string;
  readonly current: boolean;
}

/** One's own settings: language, theme, sessions, device, signing out. */
export function AccountScreen() {
  const { t, language, setLanguage } = useLanguage();
  const { work } = useWork();
  const { person, roles } = useOpenWork();
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const signOut = async (forget: boolean): Promise<void> => {
    const accounts = await import('#kernel/accounts/client');
    await accounts.signOut(work.parts);
    if (forget) await accounts.forgetDevice(work.parts, person.handle);
    work.lock('signed-out');
  };
  const themes: readonly (readonly [Theme, string])[] = [
    ['system', t('shell.themeSystem')],
    ['light', t('shell.themeLight')],
    ['dark', t('shell.themeDark')],
  ];
  return (
    <Page
      title={t('account.title')}
      lead={person.handle}
      actions={<Button onClick={() => void signOut(false)}>{t('account.signOut')}</Button>}
    >
      <p>
        <Link to="/people">{t('shell.people')}</Link>
        {' · '}
        <Link to="/procedures">{t('shell.procedures')}</Link>
        {' · '}
        <ModuleLink />
        {' · '}
        <Link to="/training">{t('shell.training')}</Link>
        {' · '}
        <Link to="/workshops">{t('shell.workshops')}</Link>
        {(roles.includes('coordinator') || roles.includes('editor')) && (
          <>
            {' · '}
            <Link to="/courses">{t('shell.courses')}</Link>
          </>
        )}
        {(roles.includes('coordinator') || roles.includes('analyst')) && (
          <>
            {' · '}
            <Link to="/tables">{t('shell.tables')}</Link>
            {' · '}
            <Link to="/ledger">{t('shell.ledger')}</Link>
            {' · '}
            <Link to="/abroad">{t('shell.abroad')}</Link>
            {' · '}
            <Link to="/estimator">{t('shell.estimator')}</Link>
          </>
        )}
        {roles.includes('coordinator') && (
          <>
            {' · '}
            <Link to="/learning">{t('shell.learners')}</Link>
            {' · '}
            <Link to="/stationery">{t('shell.stationery')}</Link>
          </>
        )}
      </p>
      <Card title={t('shell.language')}>
        <Stack>
          <Choice
            legend={t('shell.language')}
            name="language"
            inline
            value={language}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(value) => setLanguage(value === 'nl' ? 'nl' : 'en')}
          />
          <Choice
            legend={t('shell.theme')}
            name="theme"
            inline
            value={theme}
            options={themes.map(([value, label]) => ({ value, label }))}
            onChange={(value) => {
              const chosen = themes.find(([name]) => name === value)?.[0] ?? 'system';
              setTheme(chosen);
              applyTheme(chosen);
            }}
          />
        </Stack>
      </Card>
      <Keys />
      <MailCard />
      <Sessions />
      <Card title={t('account.leaving')}>
        <p>{t('account.leavingBody')}</p>
      </Card>
      <Card title={t('account.device')}>
        <Stack>
          <p>{t('account.forgetBody')}</p>
          <div>
            <Button kind="danger" onClick={() => void signOut(true)}>
              {t('account.forget')}
            </Button>
          </div>
        </Stack>
      </Card>
    </Page>
  );
}

function Keys() {
  const { t } = useLanguage();
  const [on, setOn] = useState(singleKeysAreOn);
  return (
    <Card title={t('account.keys')}>
      <p>{t('account.keysBody')}</p>
      <Check
        label={t('account.keysOn')}
        checked={on}
        onChange={(chosen) => {
          setOn(chosen);
          switchSingleKeys(chosen);
        }}
      />
    </Card>
  );
}

function Sessions() {
  const { t, formatShortDay, formatTime } = useLanguage();
  const { work } = useWork();
  const { today } = useOpenWork();
  const [sessions, setSessions] = useState<readonly OwnSession[]>([]);
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    void import('#kernel/accounts/client')
      .then(({ listSessions }) => listSessions(work.parts))
      .then((answer) => {
        if (answer.ok) setSessions(answer.value.sessions);
      });
  }, [work, loaded]);
  const end = async (id: string): Promise<void> => {
    const { revokeSession } = await import('#kernel/accounts/client');
    await revokeSession(work.parts, id);
    setLoaded((count) => count + 1);
  };
  // Hours come as instants; they are shown as a day and a time in Amsterdam.
  const hour = (instant: string): string => {
    const at = new Date(instant);
    return `${formatShortDay(dayInAmsterdam(at), today)}, ${formatTime(at)}`;
  };
  return (
    <Card title={t('account.sessions')}>
      <Rows>
        {sessions.map((session) => (
          <li key={session.id}>
            {t('account.session', {
              hour: hour(session.startedHour),
              seen: hour(session.seenHour),
            })}{' '}
            {session.current ? (
              <strong>{t('account.sessionHere')}</strong>
            ) : (
              <Button onClick={() => void end(session.id)}>{t('account.sessionEnd')}</Button>
            )}
          </li>
        ))}
      </Rows>
    </Card>
  );
}
