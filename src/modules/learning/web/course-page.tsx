import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { RandomBytes } from '#platform/base';
import { leaveQuickly, useLeaveKeys } from '#platform/web/state';
import { Button, EmptyState, Skeleton } from '#platform/web/ui';
import { explainCompletion } from '../model/open/attempt/explain-completion.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { codeInAddress } from './counted/code-in-address.ts';
import { JoinForm } from './counted/join-form.tsx';
import { LocalWordsProvider } from './counted/local-words.tsx';
import { useCounted, type Counted } from './counted/use-counted.ts';
import { CourseWords } from './course-words.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { CertificateForm } from './paper/certificate-form.tsx';
import { PlayerHead } from './player-head.tsx';
import styles from './player.module.css';
import { SceneView } from './scene-view.tsx';
import { StillToDo } from './still-to-do.tsx';
import { useAttempt, type Attempt } from './use-attempt.ts';
import { useCourse, type CourseHere } from './use-course.ts';

const leave = (): void => leaveQuickly(() => undefined);

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
  const attempt = useAttempt(here.course, randomBytes);
  return attempt && <CountedCourse here={here} attempt={attempt} />;
}

/** With what the organisation of this browser filled in, where it has one. */
function CountedCourse({ here, attempt }: { readonly here: CourseHere; readonly attempt: Attempt }) {
  const { course } = here;
  const counted = useCounted(course, attempt);
  // Before the address is set right for the scene: the code must not be lost by that.
  const [given] = useState(codeInAddress);
  return (
    <LocalWordsProvider known={counted.known}>
      <CourseWords course={course}>
        <Player key={attempt.seed} here={here} attempt={attempt} counted={counted} given={given} />
      </CourseWords>
    </LocalWordsProvider>
  );
}

function Player({
  here,
  attempt,
  counted,
  given,
}: {
  readonly here: CourseHere;
  readonly attempt: Attempt;
  readonly counted: Counted;
  readonly given: string | null;
}) {
  const { course, awaited, speak } = here;
  const { scenes } = course;
  const [scene, go] = useScene(course, attempt);
  const at = scenes.findIndex(({ id }) => id === scene);
  const shown = scenes[at];
  const { complete } = explainCompletion(course, attempt.state);
  useEffect(() => {
    document.title = course.title;
  }, [course.title]);
  return (
    <>
      <PlayerHead
        course={course}
        at={shown ? at : null}
        keeping={attempt.keeping}
        waiting={counted.known === null ? null : counted.waiting}
        awaited={awaited}
        onLanguage={speak}
        onLeave={leave}
      />
      <main className={styles['player']}>
        {at === 0 && <DraftNotice course={course} />}
        {shown ? (
          <SceneView key={shown.id} course={course} scene={shown} attempt={attempt} onGo={go} />
        ) : (
          <EndView complete={complete} onBack={() => go(scenes[0]?.id ?? null)} />
        )}
        {(at === 0 || !shown || given !== null) && <JoinForm counted={counted} given={given} />}
        {!shown && counted.known?.completedOn && <CertificateForm course={course.id} />}
        <StillToDo
          key={String(shown === undefined)}
          course={course}
          attempt={attempt}
          open={!shown}
          onGo={go}
          onAgain={(begin) => {
            // Whatever begins anew begins at the first scene.
            history.pushState(null, '', `/learn/${course.id}`);
            begin();
          }}
          onForget={counted.takeBack}
        />
      </main>
    </>
  );
}

function EndView({ complete, onBack }: { readonly complete: boolean; readonly onBack: () => void }) {
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article>
      <h1 tabIndex={-1} ref={heading}>
        {t(complete ? 'learning.end.complete' : 'learning.end.title')}
      </h1>
      <p>{t(complete ? 'learning.end.completeLead' : 'learning.end.lead')}</p>
      <Button kind="quiet" onClick={onBack}>
        {t('learning.end.first')}
      </Button>
    </article>
  );
}

/** Which scene is shown: as the address says, else where the learner was, else the first. `null` is behind the last one. */
function useScene(course: ReleasedCourse, attempt: Attempt): readonly [string | null, (scene: string | null) => void] {
  const known = (scene: string | undefined): string | null => course.scenes.find(({ id }) => id === scene)?.id ?? null;
  const address = `/learn/${course.id}`;
  const [scene, setScene] = useState<string | null>(() =>
    sceneInAddress() === 'end'
      ? null
      : (known(sceneInAddress()) ?? known(attempt.state.place?.scene) ?? course.scenes[0]?.id ?? null),
  );
  useEffect(() => {
    history.replaceState({ scene }, '', scene === null ? `${address}/end` : `${address}/${scene}`);
    const back = (): void => setScene(known(sceneInAddress()));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
    // The address is set right once; afterwards each step sets it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const go = (next: string | null): void => {
    history.pushState({ scene: next }, '', next === null ? `${address}/end` : `${address}/${next}`);
    setScene(next);
  };
  return [scene, go];
}

function sceneInAddress(): string | undefined {
  return location.pathname.split('/')[3];
}
