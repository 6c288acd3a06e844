import { useEffect, useState } from 'react';
import type { ReleasedCourse } from '../model/open/release/released-course.ts';

/** A course in a language, as far as it is here. */
export type CourseView =
  | { readonly at: 'loading' }
  | { readonly at: 'here'; readonly course: ReleasedCourse }
  | { readonly at: 'unknown' | 'unreachable' };

/** Fetches a course; what is shown stays until the other language is here. */
export function useCourse(id: string, language: string): CourseView & { tryAgain(): void } {
  const [view, setView] = useState<CourseView>({ at: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void fetchCourse(id, language).then((found) => {
      if (wanted) setView((before) => (before.at === 'here' && found.at === 'unreachable' ? before : found));
    });
    return () => {
      wanted = false;
    };
  }, [id, language, attempt]);
  return { ...view, tryAgain: () => setAttempt(attempt + 1) };
}

async function fetchCourse(id: string, language: string): Promise<CourseView> {
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
