import type { BlockOf } from '../../model/open/release/released-block.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import { FilledSlot } from '../filled-slot.tsx';
import styles from '../player.module.css';

export function SlotBlock({ block, course }: { readonly block: BlockOf<'slot'>; readonly course: ReleasedCourse }) {
  return (
    <dl className={styles['filled']}>
      <FilledSlot course={course} slot={block.slot} />
    </dl>
  );
}
