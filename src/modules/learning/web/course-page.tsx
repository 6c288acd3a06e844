import { lazy, Suspense } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { RandomBytes } from '#platform/base';
import { leaveQuickly, useLeaveKeys } from '#platform/web/state';
import { Button, EmptyState, Skeleton } from '#platform/web/ui';
import { keptPlaces } from '../model/open/offline/kept-places.ts';
import { createIndexedAttemptStore } from './attempt-store.ts';
import { createKnownMemory } from './counted/known-memory.ts';
import { LocalWordsProvider } from './counted/local-words.tsx';
import { useCounted } from './counted/use-counted.ts';
import { CourseWords } from './course-words.tsx';
import { removeKept } from './offline/remove-kept.ts';
import { CertificateForm } from './paper/certificate-form.tsx';
import { Player } from './player.tsx';
import styles from './player.module.css';
import { useAttempt, type Attempt } from './use-attempt.ts';
import { useTakenFromAddress } from './use-taken-from-address.ts';
import { useCourse, type CourseHere } from './use-course.ts';

/** Nobody who looks on finds the module on this device afterwards. */
const leave = (): void => leaveQuickly(() => void removeKept());
// Whoever learns reads the first scene before this is fetched.
const Nothing = () => null;
const OfflinePart = lazy(() =>
  import('./offline/offline-part.tsx').then(
    (part) => ({ default: part.OfflinePart }),
    () => ({ default: Nothing }),
  ),
);
const store = createIndexedAttemptStore();
const memory = createKnownMemory();

/** A course, played. It needs no account, and keeps on this device how far somebody is. */
export function CoursePage({ id, randomBytes }: { readonly id: string; readonly randomBytes: RandomBytes }) {
  const { t } = useLanguage();
  const found = useCourse(id);
  useLeaveKeys(leave);
  if (found.at === 'loading') return <Skeleton label={t('learning.loading')} />;
  if (found.at === 'here') return <PlayedCourse here={found} randomBytes={randomBytes} />;
  return (
    <main className={styles['player']}>
      <EmptyState>
        <p>{t(found.at === 'unknown' ? 'learning.unknown' : 'learning.unreachable')}</p>
        {found.at === 'unreachable' && <Button onClick={found.tryAgain}>{t('learning.tryAgain')}</Button>}
      </EmptyState>
    </main>
  );
}

function PlayedCourse({ here, randomBytes }: { readonly here: CourseHere; readonly randomBytes: RandomBytes }) {
  const attempt = useAttempt(here.course, store, randomBytes);
  return attempt && <CountedCourse here={here} attempt={attempt} />;
}

/** The code of a link of an organisation. */
const codeShape = /^#code=([0-9A-Za-z-]{10,20})$/;

/** With what the organisation of this browser filled in, where it has one. */
function CountedCourse({ here, attempt }: { readonly here: CourseHere; readonly attempt: Attempt }) {
  const { course } = here;
  const counted = useCounted(course, attempt);
  // Read before the address is set right for the scene: the code must not be lost by that.
  const given = useTakenFromAddress(codeShape)?.[1] ?? null;
  const whose = { course: course.id, version: course.version, language: course.language };
  const takeBack = async (): Promise<boolean> => {
    if (!(await counted.takeBack())) return false;
    await removeKept();
    return true;
  };
  const around = {
    counting: { counted: { ...counted, takeBack }, given },
    address: `/learn/${course.id}`,
    certificate: <CertificateForm course={course.id} />,
    onLeave: leave,
    offline: (scene: string | null, isComplete: boolean) => (
      <Suspense fallback={null}>
        <OfflinePart
          course={course}
          scene={scene}
          keeping={attempt.keeping.at}
          counting={{
            run: { ...whose, attempt: attempt.name, lastAt: attempt.events.at(-1)?.at ?? null },
            memory,
            isCounted: counted.known !== null,
            isUntold: isComplete && counted.waiting > 0,
          }}
          places={keptPlaces}
          onRemove={removeKept}
          isShown={scene === null || scene === course.scenes[0]?.id}
        />
      </Suspense>
    ),
  };
  return (
    <LocalWordsProvider slots={counted.known?.slots ?? []}>
      <CourseWords course={course}>
        <Player key={attempt.seed} here={here} attempt={attempt} around={around} />
      </CourseWords>
    </LocalWordsProvider>
  );
}
