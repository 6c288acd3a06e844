import { useEffect, useState } from 'react';
import { isLanguage } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';

/** Another language that was asked for and is not here: on its way, or not to be fetched. Everything stays as it is meanwhile. */
export interface AwaitedLanguage {
  readonly language: string;
  readonly at: 'fetching' | 'failed';
}

/** A course that is here, in the language of the page. */
export interface CourseHere {
  readonly course: ReleasedCourse;
  readonly awaited: AwaitedLanguage | null;
  speak(language: string): void;
}

/** A course, as far as it is here. */
export type CourseView =
  | { readonly at: 'loading' }
  | ({ readonly at: 'here' } & CourseHere)
  | { readonly at: 'unknown' | 'unreachable'; tryAgain(): void };

type Fetched = { readonly at: 'here'; readonly course: ReleasedCourse } | { readonly at: 'unknown' | 'unreachable' };

/**
 * Fetches a course in the language of the page. Another language is first fetched whole and then switched to: the words of the
 * player and those of the course are never of two languages (learning design, 2.1).
 */
export function useCourse(id: string): CourseView {
  const { language, setLanguage } = useLanguage();
  const [courses, setCourses] = useState<ReadonlyMap<string, ReleasedCourse>>(new Map());
  const [missed, setMissed] = useState<'unknown' | 'unreachable' | null>(null);
  const [awaited, setAwaited] = useState<AwaitedLanguage | null>(null);
  const [attempt, setAttempt] = useState(0);
  const course = courses.get(language);
  const isHere = course !== undefined;
  const take = (found: ReleasedCourse): void => setCourses((before) => new Map([...before, [found.language, found]]));
  useEffect(() => {
    if (isHere) return;
    let wanted = true;
    void fetchCourse(id, language).then((found) => {
      if (!wanted) return;
      if (found.at === 'here') take(found.course);
      else setMissed(found.at);
    });
    return () => {
      wanted = false;
    };
  }, [id, language, attempt, isHere]);
  if (course === undefined)
    return missed === null ? { at: 'loading' } : { at: missed, tryAgain: () => setAttempt(attempt + 1) };
  const speak = async (next: string): Promise<void> => {
    setAwaited(null);
    if (next === language || !isLanguage(next)) return;
    setAwaited({ language: next, at: 'fetching' });
    const known = courses.get(next);
    const found: Fetched = known ? { at: 'here', course: known } : await fetchCourse(id, next);
    if (found.at !== 'here') return setAwaited({ language: next, at: 'failed' });
    take(found.course);
    setLanguage(next);
  };
  return {
    ...{ at: 'here', course },
    awaited: awaited?.language === language ? null : awaited,
    speak: (next) => void speak(next),
  };
}

async function fetchCourse(id: string, language: string): Promise<Fetched> {
  // Anything else is no id of a course, and must not become another address.
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return { at: 'unknown' };
  try {
    const answer = await fetch(`/courses/${id}/${language}.json`, { cache: 'no-cache' });
    if (answer.status === 404) return { at: 'unknown' };
    if (!answer.ok) return { at: 'unreachable' };
    // Built from the files of the course by our own code and served from where this page came from.
    return { at: 'here', course: (await answer.json()) as ReleasedCourse };
  } catch {
    return { at: 'unreachable' };
  }
}
