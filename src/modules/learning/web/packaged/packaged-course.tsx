import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { RandomBytes } from '#platform/base';
import { useLeaveKeys } from '#platform/web/state';
import { Notice } from '#platform/web/ui';
import type { PlayedPackage } from '../../model/open/package-out/lay-out-package.ts';
import type { AttemptStore } from '../attempt-store.ts';
import { PackagedReceipt } from './packaged-receipt.tsx';
import { LocalWordsProvider } from '../counted/local-words.tsx';
import { CourseWords } from '../course-words.tsx';
import { Player } from '../player.tsx';
import styles from '../player.module.css';
import type { Keeping } from '../save-queue.ts';
import { useAttempt } from '../use-attempt.ts';

/** Where a package keeps how far somebody is: a learning system, or this device alone because there is none. */
export interface PackageKeeping {
  readonly store: AttemptStore;
  readonly by: 'system' | 'device';
  /** What the page says about it at first; null where there is nothing to say. */
  readonly notice: 'no-system' | 'unreadable' | 'launch-over' | null;
  /** Says goodbye to whoever keeps it. */
  finish(): Promise<void>;
  /** Where the system wants somebody who leaves to go; null where it does not say. */
  readonly returnAddress: string | null;
}

/** A course as it is played out of a package: nothing is fetched, nobody counts, and there is one language. */
export function PackagedCourse({
  data,
  keeping,
  randomBytes,
}: {
  readonly data: PlayedPackage;
  readonly keeping: PackageKeeping;
  readonly randomBytes: RandomBytes;
}) {
  const { t } = useLanguage();
  const { course, slots, organisation, receipts } = data;
  const attempt = useAttempt(course, keeping.store, randomBytes);
  const { phase, leave } = useLeaving(keeping, attempt?.keeping.at ?? 'nothing');
  useLeaveKeys(leave);
  if (phase !== 'here')
    return (
      <main className={styles['player']}>
        <p role="status">{t(`learning.packaged.${phase}`)}</p>
      </main>
    );
  if (attempt === null) return null;
  // A system that began with an earlier page of this run may have counted it.
  const isAlone = keeping.by === 'device' && keeping.notice !== 'launch-over';
  const receipt = isAlone && receipts !== null && (
    <PackagedReceipt course={course} attempt={attempt} maker={receipts} />
  );
  const around = {
    ...{ counting: null, address: null, onLeave: leave },
    packaged: { by: keeping.by, organisation, receipt },
  };
  const here = { course, awaited: null, speak: () => undefined };
  return (
    <LocalWordsProvider slots={slots}>
      <CourseWords course={course}>
        {keeping.notice !== null && <Notice tone="soon">{t(`learning.packaged.${keeping.notice}`)}</Notice>}
        <Player key={attempt.seed} here={here} attempt={attempt} around={around} />
      </CourseWords>
    </LocalWordsProvider>
  );
}

/** So long is waited for a system that takes what was done last, in milliseconds. */
const patience = 8_000;

/** Leaves at once for whoever looks, and says goodbye to the system once it has what was done last, or takes nothing. */
function useLeaving(keeping: PackageKeeping, at: Keeping['at']) {
  const { t } = useLanguage();
  const [phase, setPhase] = useState<'here' | 'leaving' | 'left' | 'leftUnkept'>('here');
  useEffect(() => {
    // The page may come back out of the memory of the browser: a system that has been left takes nothing more.
    const gone = (): void => void keeping.finish();
    addEventListener('pagehide', gone);
    return () => removeEventListener('pagehide', gone);
  }, [keeping]);
  useEffect(() => {
    if (phase === 'here') return undefined;
    document.title = t('learning.packaged.leftTitle');
    if (phase !== 'leaving') return undefined;
    const end = async (all: boolean): Promise<void> => {
      await keeping.finish();
      setPhase(all ? 'left' : 'leftUnkept');
      if (all && keeping.returnAddress !== null) location.assign(keeping.returnAddress);
    };
    if (at !== 'keeping') {
      void end(at !== 'failed');
      return undefined;
    }
    const timer = setTimeout(() => void end(false), patience);
    return () => clearTimeout(timer);
  }, [phase, at, keeping, t]);
  return { phase, leave: () => setPhase('leaving') } as const;
}
