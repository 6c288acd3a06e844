import { RichTextView, type MarkDrawings } from '#kernel/content/web';
import { useLanguage } from '#kernel/languages/web';
import type { ReleasedBlock } from '../model/open/release/released-block.ts';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { AdaptationNotice } from './adaptation-notice.tsx';
import { DraftNotice } from './draft-notice.tsx';
import styles from './player.module.css';

/**
 * The beginning of a course, to be read before the player is there: the first scene until something is asked of the learner.
 * Drawn when the page is built, by the same styles in the same places; nothing in it can be pressed.
 */
export function FirstView({ course }: { readonly course: ReleasedCourse }) {
  const { t } = useLanguage();
  const [scene] = course.scenes;
  if (!scene) return null;
  const cited = Object.keys(course.sources);
  const marks: MarkDrawings = { source: (id) => <sup>{cited.indexOf(id) + 1}</sup> };
  return (
    <>
      <header className={styles['head']}>
        <div className={styles['bar']}>
          <strong className={styles['course']}>{course.title}</strong>
        </div>
        <p className={styles['small']}>
          {t('learning.head.scene', { number: 1, of: course.scenes.length })}. {t('learning.loading')}
        </p>
      </header>
      <main className={styles['player']}>
        <DraftNotice course={course} />
        <AdaptationNotice lineage={course.lineage} />
        <article>
          <h1>{scene.title}</h1>
          <p className={styles['small']}>{t('learning.scene.minutes', { minutes: scene.minutes })}</p>
          {textsBefore(scene.heavy === null ? scene.blocks : []).map((block) => (
            <section key={block.id}>
              <div className={styles[block.level]}>
                <RichTextView text={block.body} marks={marks} />
              </div>
            </section>
          ))}
        </article>
      </main>
    </>
  );
}

type Text = Extract<ReleasedBlock, { type: 'text' }>;

/** The texts with which a scene begins: up to the first block that asks, warns, or is for some alone. */
function textsBefore(blocks: readonly ReleasedBlock[]): readonly Text[] {
  const texts: Text[] = [];
  for (const block of blocks) {
    if (block.type !== 'text' || block.heavy !== null || block.when !== null) break;
    texts.push(block);
  }
  return texts;
}
