import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { explainCompletion } from '../model/open/attempt/explain-completion.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { JoinForm } from './counted/join-form.tsx';
import type { Counted } from './counted/use-counted.ts';
import { AdaptationNotice } from './adaptation-notice.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { PackageCredit } from './packaged/package-credit.tsx';
import { PlayerHead } from './player-head.tsx';
import styles from './player.module.css';
import { SceneView } from './scene-view.tsx';
import { StillToDo } from './still-to-do.tsx';
import type { Attempt } from './use-attempt.ts';
import type { CourseHere } from './use-course.ts';

/** What is around a course that is played. */
export interface PlayerAround {
  /** Who counts what is done, and the code of the link that led here; null where nobody counts, as in a package. */
  readonly counting: { readonly counted: Counted; readonly given: string | null } | null;
  /** Where the scenes have addresses of their own; null where the page is somebody else's. */
  readonly address: string | null;
  readonly onLeave: () => void;
  /** The way to a certificate, for whoever is counted as finished; absent in a package, which must not carry what draws it. */
  readonly certificate?: ReactNode;
  /** What puts the course on this device, beside a scene (null behind the last one); absent in a package, which is on it already. */
  readonly offline?: (scene: string | null, isComplete: boolean) => ReactNode;
  /** Whether it stands within another page, which has a title, a heading and a main part of its own. */
  readonly within?: boolean;
  /** For whom a package was made, and who keeps how far one is in it; absent where there is no package. */
  readonly packaged?: {
    readonly by: 'system' | 'device';
    readonly organisation: string | null;
    /** What whoever finished may show, where no system keeps it. */
    readonly receipt: ReactNode;
  };
}

/** A course and how far somebody is in it: one scene at a time. */
export function Player({
  here,
  attempt,
  around: { counting, address, onLeave, certificate, offline, packaged, within = false },
}: {
  readonly here: CourseHere;
  readonly attempt: Attempt;
  readonly around: PlayerAround;
}) {
  const { course, awaited, speak } = here;
  const { scenes } = course;
  const [scene, go] = useScene(course, attempt, address);
  const counted = counting?.counted ?? null;
  const at = scenes.findIndex(({ id }) => id === scene);
  const shown = scenes[at];
  const { complete } = explainCompletion(course, attempt.state);
  const Main = within ? 'div' : 'main';
  useEffect(() => {
    if (!within) document.title = course.title;
  }, [course.title, within]);
  return (
    <>
      <PlayerHead
        course={course}
        at={shown ? at : null}
        keeping={attempt.keeping}
        waiting={counted === null || counted.known === null ? null : counted.waiting}
        awaited={awaited}
        onLanguage={speak}
        onLeave={onLeave}
        keptBy={within ? 'nobody' : (packaged?.by ?? null)}
      />
      <Main className={styles['player']}>
        {at === 0 && <DraftNotice course={course} />}
        {at === 0 && <AdaptationNotice lineage={course.lineage} />}
        {shown ? (
          <SceneView key={shown.id} course={course} scene={shown} attempt={attempt} onGo={go} />
        ) : (
          <EndView complete={complete} onBack={() => go(scenes[0]?.id ?? null)} />
        )}
        {counting && (at === 0 || !shown || counting.given !== null) && <JoinForm {...counting} />}
        {offline?.(shown ? shown.id : null, complete)}
        {!shown && complete && packaged?.receipt}
        {!shown && counted?.known?.completedOn && certificate}
        <StillToDo
          key={String(shown === undefined)}
          course={course}
          attempt={attempt}
          open={!shown}
          onGo={go}
          onAgain={(begin) => {
            // Whatever begins anew begins at the first scene.
            if (address !== null) history.pushState(null, '', address);
            begin();
          }}
          onForget={counted?.takeBack ?? (() => Promise.resolve(true))}
        />
        {packaged && (!shown || at === scenes.length - 1) && (
          <PackageCredit course={course} organisation={packaged.organisation} />
        )}
      </Main>
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
function useScene(
  course: ReleasedCourse,
  attempt: Attempt,
  address: string | null,
): readonly [string | null, (scene: string | null) => void] {
  const known = (scene: string | undefined): string | null => course.scenes.find(({ id }) => id === scene)?.id ?? null;
  const named = address === null ? undefined : sceneInAddress();
  const [scene, setScene] = useState<string | null>(() =>
    named === 'end' ? null : (known(named) ?? known(attempt.state.place?.scene) ?? course.scenes[0]?.id ?? null),
  );
  const addressOf = (one: string | null): string => `${address ?? ''}/${one ?? 'end'}`;
  useEffect(() => {
    if (address === null) return;
    history.replaceState({ scene }, '', addressOf(scene));
    const back = (): void => setScene(known(sceneInAddress()));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
    // The address is set right once; afterwards each step sets it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const go = (next: string | null): void => {
    if (address !== null) history.pushState({ scene: next }, '', addressOf(next));
    setScene(next);
  };
  return [scene, go];
}

function sceneInAddress(): string | undefined {
  return location.pathname.split('/')[3];
}
