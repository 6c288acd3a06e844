import type { BlockOf } from '../../model/open/release/released-block.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import { Words } from '../course-words.tsx';
import styles from '../player.module.css';

export function TermBlock({ block, course }: { readonly block: BlockOf<'term'>; readonly course: ReleasedCourse }) {
  const term = course.terms[block.term];
  if (term === undefined) return null;
  return (
    <dl className={styles['definition']}>
      <dt>{term.word}</dt>
      <dd>
        <Words text={term.meaning} />
      </dd>
    </dl>
  );
}
