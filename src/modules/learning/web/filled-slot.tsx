import { useLanguage } from '#kernel/languages/web';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { useLocalWords } from './counted/local-words.tsx';
import styles from './player.module.css';
import { SlotValue } from './slot-value.tsx';

/** What an organisation fills, as an entry of a list: what it is for, what it says, and when somebody last looked. */
export function FilledSlot({ course, slot }: { readonly course: ReleasedCourse; readonly slot: string }) {
  const { t, formatDay } = useLanguage();
  const filled = useLocalWords(course, slot);
  const kind = course.slots[slot]?.kind;
  return (
    <div>
      <dt>{kind && t(`learning.slot.${kind}`)}</dt>
      <dd>
        <SlotValue course={course} slot={slot} />{' '}
        <span className={styles['small']}>
          {filled === null
            ? t('learning.slot.unfilled')
            : t(filled.overdue ? 'learning.slot.overdue' : 'learning.slot.checked', {
                day: formatDay(filled.checkedOn),
              })}
        </span>
      </dd>
    </div>
  );
}
