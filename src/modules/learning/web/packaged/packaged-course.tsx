import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { RandomBytes } from '#platform/base';
import { useLeaveKeys } from '#platform/web/state';
import { Notice } from '#platform/web/ui';
import type { PlayedPackage } from '../../model/open/package-out/lay-out-package.ts';
import type { AttemptStore } from '../attempt-store.ts';
import { LocalWordsProvider } from '../counted/local-words.tsx';
import { CourseWords } from '../course-words.tsx';
import { Player } from '../player.tsx';
import styles from '../player.module.css';
import { useAttempt } from '../use-attempt.ts';

/** Where a package keeps how far somebody is: a learning system, or this device alone because there is none. */
export interface PackageKeeping {
  readonly store: AttemptStore;
  readonly by: 'system' | 'device';
  /** What the page says about it at first; null where there is nothing to say. */
  readonly notice: 'no-system' | 'unreadable' | null;
  /** Says goodbye to whoever keeps it. */
  finish(): void;
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
  const { course, slots, organisation } = data;
  const attempt = useAttempt(course, keeping.store, randomBytes);
  const [left, setLeft] = useState(false);
  const leave = (): void => {
    keeping.finish();
    setLeft(true);
  };
  useLeaveKeys(leave);
  useEffect(() => {
    // The page may come back out of the memory of the browser: a system that has been left takes nothing more.
    const gone = (): void => keeping.finish();
    addEventListener('pagehide', gone);
    return () => removeEventListener('pagehide', gone);
  }, [keeping]);
  useEffect(() => {
    if (left) document.title = t('learning.packaged.leftTitle');
  }, [left, t]);
  if (left)
    return (
      <main className={styles['player']}>
        <p role="status">{t('learning.packaged.left')}</p>
      </main>
    );
  if (attempt === null) return null;
  const around = {
    ...{ counting: null, address: null, onLeave: leave },
    packaged: { by: keeping.by, organisation },
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
