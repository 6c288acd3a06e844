import { useLanguage } from '#kernel/languages/web';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import styles from './player.module.css';
import { SlotValue } from './slot-value.tsx';

/** What an organisation fills, as an entry of a list: what it is for, and what it says. */
export function FilledSlot({ course, slot }: { readonly course: ReleasedCourse; readonly slot: string }) {
  const { t } = useLanguage();
  const kind = course.slots[slot]?.kind;
  return (
    <div>
      <dt>{kind && t(`learning.slot.${kind}`)}</dt>
      <dd>
        <SlotValue course={course} slot={slot} />
        <span className={styles['small']}> {t('learning.slot.unfilled')}</span>
      </dd>
    </div>
  );
}
