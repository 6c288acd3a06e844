import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AskedProgramme } from './use-training.ts';

export type NamedPart = AskedProgramme['parts'][number];

/** Courses that a programme may ask for: those that are built with this installation. */
export const builtCourses = ['recognising-trafficking'] as const;

/** The name of a part: a training as somebody wrote it, a course by its title in the reader's language. */
export function usePartName(): (part: Pick<NamedPart, 'course' | 'name'>) => string {
  const { language } = useLanguage();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let wanted = true;
    const read = async (course: string): Promise<readonly [string, string]> => {
      const answer = await fetch(`/courses/${course}/${language}.json`);
      // Built from the files of the course by our own code and served from where this page came from.
      const { title } = (await answer.json()) as Pick<ReleasedCourse, 'title'>;
      return [course, title];
    };
    // Without its title a course is called by its id: nothing is lost.
    Promise.all(builtCourses.map(read))
      .then((all) => wanted && setTitles(new Map(all)))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [language]);
  return ({ course, name }) => name ?? titles.get(course ?? '') ?? course ?? '';
}
