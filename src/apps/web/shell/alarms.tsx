import { Link, useLocation } from '@tanstack/react-router';
import { OctagonAlert } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { UserId } from '#platform/base';
import { isDistrusted, refusalMessage } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import styles from './alarms.module.css';
import { shellIcon } from './shell-icon.ts';

const pauseMilliseconds = 120_000;

/**
 * What is wrong with keys, above every screen until it is solved: a safety number that was found different, a
 * comparison that keys have outlived, a finding that the server holds back. Read on when somebody comes to
 * another page or back to the tab; never by a timer, which would keep a forgotten session alive.
 */
export function Alarms() {
  const { t } = useLanguage();
  const { names, alarms } = useOpenWork();
  const place = useLocation({ select: ({ pathname }) => pathname });
  const refusal = useReadingOn(place);
  const nameOf = (user: UserId): string => names.get(user) ?? t('accounts.peopleNone');
  // A colleague's own page says it, and what to do.
  const elsewhere = (user: UserId): boolean => place !== `/people/${user}`;
  const doubted = [...new Set(alarms.doubts.map(({ other }) => other))].filter(elsewhere);
  const voided = alarms.voided.map(({ other }) => other).filter(elsewhere);
  const quiet = doubted.length + voided.length + alarms.withheld === 0;
  if (quiet && refusal === null) return null;
  return (
    <section className={styles['alarms']} aria-label={t('shell.alarms')}>
      {refusal && <Alarm>{refusalMessage(t, refusal)}</Alarm>}
      {alarms.withheld > 0 && <Alarm>{t('shell.alarm.withheld', { count: alarms.withheld })}</Alarm>}
      {doubted.map((user) => (
        <Alarm key={user}>
          {t('shell.alarm.different', { name: nameOf(user) })} <Look user={user} name={nameOf(user)} />
        </Alarm>
      ))}
      {voided.map((user) => (
        <Alarm key={user}>
          {t('shell.alarm.void', { name: nameOf(user) })} <Look user={user} name={nameOf(user)} />
        </Alarm>
      ))}
    </section>
  );
}

function Alarm({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['alarm']}>
      <OctagonAlert {...shellIcon} />
      <p>{children}</p>
    </div>
  );
}

function Look({ user, name }: { readonly user: UserId; readonly name: string }) {
  const { t } = useLanguage();
  return (
    <Link to="/people/$user" params={{ user }}>
      {t('shell.alarm.look', { name })}
    </Link>
  );
}

/** Reads on what colleagues found; gives the refusal when what the server shows must not be believed. */
function useReadingOn(place: string): ApiRefusal | null {
  const { work } = useWork();
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const looked = useRef<number | null>(null);
  useEffect(() => {
    const look = (): void => {
      const now = performance.now();
      // Unlocking has just read it.
      looked.current ??= now;
      if (document.hidden || now - looked.current < pauseMilliseconds) return;
      looked.current = now;
      void work.readColleagues().then((answer) => {
        if (answer.ok) setRefusal(null);
        else if (isDistrusted(answer.refusal)) setRefusal(answer.refusal);
      });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [work, place]);
  return refusal;
}
