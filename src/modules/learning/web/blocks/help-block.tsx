import type { BlockOf } from '../../model/open/release/released-block.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import { Words } from '../course-words.tsx';
import { FilledSlot } from '../filled-slot.tsx';
import styles from '../player.module.css';

/** Whom to turn to, with the numbers that the organisation filled in. */
export function HelpBlock({ block, course }: { readonly block: BlockOf<'help'>; readonly course: ReleasedCourse }) {
  return (
    <div className={styles['help']}>
      <Words text={block.body} />
      <dl className={styles['filled']}>
        {block.slots.map((slot) => (
          <FilledSlot key={slot} course={course} slot={slot} />
        ))}
      </dl>
    </div>
  );
}
