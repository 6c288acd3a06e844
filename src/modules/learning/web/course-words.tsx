import { createContext, use, useState, type ReactNode } from 'react';
import { wordsOf, type RichText } from '#kernel/content';
import { RichTextView, type MarkDrawings } from '#kernel/content/web';
import { useLanguage } from '#kernel/languages/web';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import styles from './player.module.css';
import { SlotValue } from './slot-value.tsx';

const MarksOfCourse = createContext<MarkDrawings>({});

/** Draws the marks in every text below: sources by their number, terms with their meaning, slots with what was filled in. */
export function CourseWords({ course, children }: { readonly course: ReleasedCourse; readonly children: ReactNode }) {
  const { t } = useLanguage();
  const cited = Object.keys(course.sources);
  const marks: MarkDrawings = {
    source: (id) => (
      <sup>
        <a href={`#source-${id}`} aria-label={t('learning.source.mark', { number: cited.indexOf(id) + 1 })}>
          {cited.indexOf(id) + 1}
        </a>
      </sup>
    ),
    term: (id, inside) => <Term meaning={course.terms[id]?.meaning ?? []}>{inside}</Term>,
    slot: (id) => <SlotValue course={course} slot={id} />,
  };
  return <MarksOfCourse value={marks}>{children}</MarksOfCourse>;
}

export function Words({ text }: { readonly text: RichText }) {
  return <RichTextView text={text} marks={use(MarksOfCourse)} />;
}

/** A word whose meaning opens right behind it. */
function Term({ meaning, children }: { readonly meaning: RichText; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles['term']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {children}
      </button>
      {open && <span className={styles['meaning']}> ({wordsOf(meaning).replace(/\.$/, '')})</span>}
    </>
  );
}
