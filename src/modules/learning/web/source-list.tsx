import { marksOf } from '#kernel/content';
import { useLanguage } from '#kernel/languages/web';
import { parseCivilDate } from '#platform/base';
import { blockTexts } from '../model/open/release/released-block.ts';
import type { ReleasedCourse, ReleasedScene } from '../model/open/release/released-course.ts';
import styles from './player.module.css';

/** Where the statements of a scene come from, with the day on which somebody last read it there. */
export function SourceList({
  sources,
  scene,
}: {
  readonly sources: ReleasedCourse['sources'];
  readonly scene: ReleasedScene;
}) {
  const { t, formatDay } = useLanguage();
  const named = new Set(scene.blocks.flatMap(blockTexts).flatMap((text) => marksOf(text, 'source')));
  const listed = Object.entries(sources)
    .map(([id, source], at) => ({ id, source, number: at + 1 }))
    .filter(({ id }) => named.has(id));
  if (listed.length === 0) return null;
  return (
    <section className={styles['sources']}>
      <h2>{t('learning.source.title')}</h2>
      <ol>
        {listed.map(({ id, source: { title, publisher, address, accessed }, number }) => {
          const day = parseCivilDate(accessed);
          return (
            <li key={id} id={`source-${id}`} value={number}>
              {publisher}:{' '}
              <a href={address} rel="noreferrer" target="_blank">
                {title}
              </a>
              . {day && t('learning.source.read', { day: formatDay(day) })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
