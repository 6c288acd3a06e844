import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { placeOf } from '../model/open/attempt/fold-attempt.ts';
import { shownBlocks } from '../model/open/attempt/shown-blocks.ts';
import type { ReleasedCourse, ReleasedScene } from '../model/open/release/released-course.ts';
import { HeavyNotice } from './heavy-gate.tsx';
import styles from './player.module.css';
import { SceneBlocks } from './scene-blocks.tsx';
import { SourceList } from './source-list.tsx';
import type { Attempt } from './use-attempt.ts';
import { useReached } from './use-reached.ts';
import { WorkplaceChoice } from './workplace-choice.tsx';

/** One scene, and the way on. Its heading takes the focus when it is shown; who comes back is taken to the block they left. */
export function SceneView({
  course,
  scene,
  attempt,
  onGo,
}: {
  readonly course: ReleasedCourse;
  readonly scene: ReleasedScene;
  readonly attempt: Attempt;
  /** To another scene; null from the last one on. */
  readonly onGo: (scene: string | null) => void;
}) {
  const { t } = useLanguage();
  const { state, record } = attempt;
  const at = course.scenes.indexOf(scene);
  const next = course.scenes[at + 1] ?? null;
  const before = course.scenes[at - 1] ?? null;
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who has seen a part of it has read its notice.
  const [entered, setEntered] = useState(
    () => scene.heavy === null || scene.blocks.some(({ id }) => state.reached.has(placeOf(scene.id, id))),
  );
  const blocks = entered ? shownBlocks(scene, attempt.seed, state) : [];
  const resumed = useArrival(body, scene.id, attempt);
  useReached(body, `${scene.id}/${String(blocks.length)}`, {
    resumed,
    reached: (block) => record({ scene: scene.id, block, kind: 'reached' }),
  });
  const finish = (): void => {
    record({ scene: scene.id, block: null, kind: 'finished' });
    onGo(next?.id ?? null);
  };
  const skip = (): void => {
    record({ scene: scene.id, block: null, kind: 'skipped' });
    onGo(next?.id ?? null);
  };
  return (
    <article ref={body}>
      <h1 ref={heading} tabIndex={-1}>
        {scene.title}
      </h1>
      <p className={styles['small']}>{t('learning.scene.minutes', { minutes: scene.minutes })}</p>
      {entered ? (
        <>
          <SceneBlocks course={course} scene={scene} blocks={blocks} attempt={attempt} />
          {at === 0 && <WorkplaceChoice course={course} scene={scene.id} attempt={attempt} />}
          <SourceList sources={course.sources} scene={scene} />
        </>
      ) : (
        <HeavyNotice
          notice={course.notices[scene.heavy ?? ''] ?? []}
          onEnter={() => {
            // What is behind the notice is entered from now on, also after the page is loaded again.
            record({ scene: scene.id, block: scene.blocks[0]?.id ?? null, kind: 'reached' });
            setEntered(true);
            heading.current?.focus();
          }}
          onSkip={skip}
        />
      )}
      <p className={styles['ways']}>
        {before && (
          <Button kind="quiet" onClick={() => onGo(before.id)}>
            {t('learning.scene.back', { title: before.title })}
          </Button>
        )}
        {entered && scene.heavy !== null && (
          <Button kind="quiet" onClick={skip}>
            {t('learning.heavy.rest')}
          </Button>
        )}
        {entered && (
          <Button kind="main" onClick={finish}>
            {next ? t('learning.scene.next', { title: next.title }) : t('learning.scene.end')}
          </Button>
        )}
      </p>
    </article>
  );
}

/**
 * What happens when a scene is shown: it counts as opened each time, so that who stops is taken back to the one they saw last; and
 * focus and sight go to where the learner was. Tells whether they were in it when they left.
 */
function useArrival(body: React.RefObject<HTMLElement | null>, scene: string, { state, record }: Attempt): boolean {
  const [resumed] = useState(state.place?.scene === scene);
  useEffect(() => {
    const left = resumed ? (state.place?.block ?? null) : null;
    if (!resumed) record({ scene, block: null, kind: 'opened' });
    body.current?.querySelector('h1')?.focus({ preventScroll: true });
    const block = left === null ? null : body.current?.querySelector(`[data-block="${CSS.escape(left)}"]`);
    if (block) block.scrollIntoView({ block: 'start' });
    else scrollTo({ top: 0 });
    // Once for each scene that is shown: what is recorded meanwhile must not move the page again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scene]);
  return resumed;
}
