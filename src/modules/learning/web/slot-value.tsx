import type { ReleasedCourse } from '../model/open/release/released-course.ts';

/** What an organisation filled in, in the line; where it did not, whom it would be. */
export function SlotValue({ course, slot }: { readonly course: ReleasedCourse; readonly slot: string }) {
  return course.slots[slot]?.name ?? slot;
}
