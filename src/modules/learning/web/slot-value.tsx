import type { ReleasedCourse } from '../model/open/release/released-course.ts';
import { useLocalWords } from './counted/local-words.tsx';

/** What an organisation filled in, in the line; where it did not, whom it would be. A telephone number can be called. */
export function SlotValue({ course, slot }: { readonly course: ReleasedCourse; readonly slot: string }) {
  const filled = useLocalWords(course, slot);
  if (filled === null) return course.slots[slot]?.name ?? slot;
  const number = /^\+?[\d\s()-]{3,20}$/.test(filled.words) ? filled.words.replaceAll(/[^\d+]/g, '') : null;
  return (
    <bdi lang={filled.language}>{number === null ? filled.words : <a href={`tel:${number}`}>{filled.words}</a>}</bdi>
  );
}
