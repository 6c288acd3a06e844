import { Languages } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dayInAmsterdam, type Result } from '#platform/base';
import { tenantRoutes } from '#kernel/accounts';
import { FoundingForm, JoinForm, KitForm, RefusalNote, SignInForm, type FoundedBy } from '#kernel/accounts/web';
import { languageNames } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { Button, Notice } from '#platform/web/ui';
import { DemoPeople } from './demo-people.tsx';
import styles from './entry-page.module.css';
import { Harbour } from './harbour.tsx';

type Way = 'unlock' | 'kit' | 'join';
type Entrance =
  { readonly state: 'empty' } | { readonly state: 'founded'; readonly name: string; readonly practice: boolean } | null;

/** The door: unlock, set up a device, join, or found. Shows nothing of anybody's work. */
export function EntryPage() {
  const { t } = useLanguage();
  const { work, state } = useWork();
  const [entrance, setEntrance] = useState<Entrance>(null);
  const [unreachable, setUnreachable] = useState(false);
  const [way, setWay] = useState<Way>('unlock');
  const known = state.at === 'locked' ? state.handle : null;
  const [handle, setHandle] = useState(known ?? '');
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  useEffect(() => {
    void work.api.call(tenantRoutes.readEntrance, {}).then((answer) => {
      setUnreachable(!answer.ok);
      if (answer.ok) setEntrance(answer.value);
    });
  }, [work]);
  const practice = entrance?.state === 'founded' && entrance.practice;
  const reason = state.at === 'locked' ? state.reason : null;
  return (
    <div className={styles['entry']}>
      {practice && <div className={styles['banner']}>{t('shell.practice')}</div>}
      <Harbour />
      <main className={styles['main']}>
        <EntryTop />
        {unreachable && <Notice tone="late">{t('entry.unreachable')}</Notice>}
        {reason && <Notice>{t(reasonKey(reason))}</Notice>}
        <RefusalNote refusal={refusal} />
        {entrance?.state === 'empty' ? (
          <Founding />
        ) : (
          <>
            <h1>
              {t(
                way === 'kit'
                  ? 'accounts.kitTitle'
                  : way === 'join'
                    ? 'accounts.joinTitle'
                    : known
                      ? 'entry.welcomeBack'
                      : 'entry.welcome',
              )}
            </h1>
            {way === 'unlock' && (
              <>
                <p>{t('entry.unlockLead')}</p>
                <SignInForm
                  firstHandle={handle}
                  unlock={work.unlock}
                  onRefused={(code, tried) => {
                    setHandle(tried);
                    if (code === 'DeviceUnknown') setRefusal(null);
                  }}
                />
              </>
            )}
            {way === 'kit' && (
              <KitForm
                parts={work.parts}
                firstHandle={handle}
                onDone={(done) => {
                  setHandle(done);
                  setWay('unlock');
                }}
              />
            )}
            {way === 'join' && (
              <JoinForm
                parts={work.parts}
                onDone={(done) => {
                  setHandle(done);
                  setWay('unlock');
                }}
              />
            )}
            <div className={styles['ways']}>
              {way !== 'unlock' && <Button onClick={() => setWay('unlock')}>{t('entry.back')}</Button>}
              {way === 'unlock' && <Button onClick={() => setWay('kit')}>{t('entry.newDevice')}</Button>}
              {way === 'unlock' && <Button onClick={() => setWay('join')}>{t('entry.join')}</Button>}
            </div>
          </>
        )}
        {practice && <DemoPeople onRefused={setRefusal} />}
        <section aria-labelledby="not-real">
          <h2 id="not-real">{t('entry.notReal')}</h2>
          <p>{t('entry.notRealBody')}</p>
        </section>
      </main>
    </div>
  );
}

function EntryTop() {
  const { language, setLanguage, formatDay } = useLanguage();
  const { work } = useWork();
  const other = language === 'en' ? 'nl' : 'en';
  return (
    <div className={styles['top']}>
      <span>{formatDay(dayInAmsterdam(work.parts.clock.now()))}</span>
      <Button
        kind="quiet"
        lang={other}
        icon={<Languages size={20} strokeWidth={1.75} aria-hidden />}
        onClick={() => setLanguage(other)}
      >
        {languageNames[other]}
      </Button>
    </div>
  );
}

/** Founding ends signed in, with the directory of names begun. */
function Founding() {
  const { t } = useLanguage();
  const { work } = useWork();
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const begin = async ({ handle, passphrase, ownName }: FoundedBy): Promise<void> => {
    const unlocked = await work.unlock(handle, passphrase);
    const begun = unlocked.ok ? await beginDirectory(ownName) : unlocked;
    if (!begun.ok) setRefusal(begun.refusal);
  };
  const beginDirectory = async (ownName: string): Promise<Result<void, ApiRefusal>> => {
    const state = work.state();
    if (state.at !== 'open') return { ok: true, value: undefined };
    const { createDirectory } = await import('#kernel/spaces/client');
    const made = await createDirectory(state.work.session, ownName);
    return made.ok ? work.renew() : made;
  };
  return (
    <>
      <h1>{t('accounts.foundTitle')}</h1>
      <RefusalNote refusal={refusal} />
      <FoundingForm parts={work.parts} onDone={(founder) => void begin(founder)} />
    </>
  );
}

function reasonKey(reason: string): string {
  if (reason === 'idle') return 'entry.lockedIdle';
  if (reason === 'session-lost') return 'entry.sessionLost';
  return reason === 'signed-out' ? 'entry.signedOut' : 'entry.lockedByYou';
}
