import { useCallback, useEffect, useState } from 'react';
import { useWork } from '#kernel/spaces/web';
import { useLanguage } from '#kernel/languages/web';
import { packageRoutes } from '../../contract/package-routes.ts';
import { packageCourse, packageOfCourse } from '../../model/open/play/package-course.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { AskedProgramme } from './use-training.ts';

export type NamedPart = AskedProgramme['parts'][number];

/** Courses that a programme may ask for: those that are built with this installation. */
export const builtCourses = ['recognising-trafficking'] as const;

/** Courses from elsewhere, as programmes name them, with their titles; none while they are not known. */
export function usePackageTitles(): ReadonlyMap<string, string> {
  const { work } = useWork();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const ask = useCallback(() => work.api.call(packageRoutes.listPackages, {}), [work]);
  useEffect(() => {
    let wanted = true;
    void ask().then((answer) => {
      if (wanted && answer.ok)
        setTitles(new Map(answer.value.packages.map(({ id, title }) => [packageCourse(id), title])));
    });
    return () => {
      wanted = false;
    };
  }, [ask]);
  return titles;
}

/** The name of a part: a training as somebody wrote it, a course by its title in the reader's language. */
export function usePartName(): (part: Pick<NamedPart, 'course' | 'name'>) => string {
  const { language, t } = useLanguage();
  const packages = usePackageTitles();
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
  return ({ course, name }) => {
    if (name !== null || course === null) return name ?? '';
    const elsewhere = packageOfCourse(course) === null ? course : t('learning.packages.unknown');
    return titles.get(course) ?? packages.get(course) ?? elsewhere;
  };
}
