import { useEffect, useRef } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { placeOf } from '../model/open/attempt/fold-attempt.ts';
import type { ReleasedCourse, ReleasedScene } from '../model/open/release/released-course.ts';
import { BlockView } from './blocks/block-view.tsx';
import styles from './player.module.css';
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
  useArrival(body, scene.id, attempt);
  useReached(body, scene.id, (block) => {
    if (!state.reached.has(placeOf(scene.id, block))) record({ scene: scene.id, block, kind: 'reached' });
  });
  const cited = Object.keys(course.sources);
  const mark = (source: string) => (
    <sup>
      <a href={`#source-${source}`} aria-label={t('learning.source.mark', { number: cited.indexOf(source) + 1 })}>
        {cited.indexOf(source) + 1}
      </a>
    </sup>
  );
  const finish = (): void => {
    record({ scene: scene.id, block: null, kind: 'finished' });
    onGo(next?.id ?? null);
  };
  const shown = scene.blocks.filter(
    ({ workplaces }) => workplaces === null || state.workplace === null || workplaces.includes(state.workplace),
  );
  return (
    <article ref={body}>
      <h1 tabIndex={-1}>{scene.title}</h1>
      <p className={styles['small']}>{t('learning.scene.minutes', { minutes: scene.minutes })}</p>
      {shown.map((block) => {
        const place = placeOf(scene.id, block.id);
        return (
          <section key={block.id} data-block={block.id}>
            <BlockView
              block={block}
              place={{
                seed: attempt.name,
                answer: state.answers.get(place)?.at(-1) ?? null,
                shown: state.shown.has(place),
                mark,
                answered: (options) => record({ scene: scene.id, block: block.id, kind: 'answered', options }),
                showed: () => record({ scene: scene.id, block: block.id, kind: 'shown' }),
              }}
            />
          </section>
        );
      })}
      {at === 0 && <WorkplaceChoice course={course} scene={scene.id} attempt={attempt} />}
      <SourceList sources={course.sources} scene={scene} />
      <p className={styles['ways']}>
        {before && (
          <Button kind="quiet" onClick={() => onGo(before.id)}>
            {t('learning.scene.back', { title: before.title })}
          </Button>
        )}
        <Button kind="main" onClick={finish}>
          {next ? t('learning.scene.next', { title: next.title }) : t('learning.scene.end')}
        </Button>
      </p>
    </article>
  );
}

/** What happens when a scene is shown: it counts as opened, and focus and sight go to where the learner was. */
function useArrival(body: React.RefObject<HTMLElement | null>, scene: string, { state, record }: Attempt): void {
  useEffect(() => {
    const left = state.place?.scene === scene ? state.place.block : null;
    if (!state.opened.has(scene)) record({ scene, block: null, kind: 'opened' });
    body.current?.querySelector('h1')?.focus({ preventScroll: true });
    const block = left === null ? null : body.current?.querySelector(`[data-block="${CSS.escape(left)}"]`);
    if (block) block.scrollIntoView({ block: 'start' });
    else scrollTo({ top: 0 });
    // Once for each scene that is shown: what is recorded meanwhile must not move the page again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scene]);
}
