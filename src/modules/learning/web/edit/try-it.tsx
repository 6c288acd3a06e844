import { useMemo, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, EmptyState, Skeleton } from '#platform/web/ui';
import { keepsFromPlaying } from '../../model/open/edit/keeps-from-playing.ts';
import { releaseCourse } from '../../model/open/release/release-course.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AttemptStore } from '../attempt-store.ts';
import { LocalWordsProvider } from '../counted/local-words.tsx';
import { CourseWords } from '../course-words.tsx';
import { Player } from '../player.tsx';
import { useAttempt } from '../use-attempt.ts';
import { LinkedFindings } from './finding-list.tsx';
import { useSitting } from './sitting.ts';
import { useShownPictures } from './use-shown-pictures.ts';
import styles from './edit.module.css';

/** Keeps nothing: what is tried out is nobody's learning. */
const nowhere: AttemptStore = {
  load: () => Promise.resolve(null),
  begin: () => Promise.resolve(),
  forget: () => Promise.resolve(),
  add: () => Promise.resolve(),
  isCounted: () => Promise.resolve(false),
  setCounted: () => Promise.resolve(),
};

/** The draft in the real player, in one of its languages. Nothing is kept or counted. */
export function TryIt({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useLanguage();
  const { draft, findings } = useSitting();
  const { languages } = draft.source.course;
  const [language, setLanguage] = useState(languages.source);
  const pictures = useShownPictures();
  const faults = keepsFromPlaying(findings, language);
  const course = useMemo(
    () =>
      faults.length > 0 || pictures === null
        ? null
        : releaseCourse(draft.source, language, { digest: 'draft', media: pictures }),
    // What is played stays as it was when it was begun.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [language, pictures, faults.length === 0],
  );
  return (
    <section className={styles['tried']} aria-label={t('learning.edit.tryIt')}>
      <p>{t('learning.edit.tryLead')}</p>
      <p className={styles['moves']}>
        <Button onClick={onEnd}>{t('learning.edit.tryEnd')}</Button>
      </p>
      {faults.length > 0 && (
        <EmptyState>
          <p>{t('learning.edit.tryNot')}</p>
          <LinkedFindings findings={faults} />
        </EmptyState>
      )}
      {faults.length === 0 && course === null && <Skeleton label={t('learning.edit.loading')} />}
      {course && <Played key={course.language} course={course} onLanguage={setLanguage} onEnd={onEnd} />}
    </section>
  );
}

function Played({
  course,
  onLanguage,
  onEnd,
}: {
  readonly course: ReleasedCourse;
  readonly onLanguage: (language: string) => void;
  readonly onEnd: () => void;
}) {
  const { work } = useWork();
  const attempt = useAttempt(course, nowhere, work.parts.randomBytes);
  if (attempt === null) return null;
  const around = { counting: null, address: null, onLeave: onEnd, within: true };
  return (
    <LocalWordsProvider slots={[]}>
      <CourseWords course={course}>
        <Player
          key={attempt.seed}
          here={{ course, awaited: null, speak: onLanguage }}
          attempt={attempt}
          around={around}
        />
      </CourseWords>
    </LocalWordsProvider>
  );
}
