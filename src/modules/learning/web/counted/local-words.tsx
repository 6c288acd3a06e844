import { createContext, use, type ReactNode } from 'react';
import { dayInAmsterdam, daysBetween, systemClock, type CivilDate } from '#platform/base';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import type { SlotWords } from '../../model/open/package-out/slot-words.ts';

export interface LocalWords {
  readonly words: string;
  /** Of the words: they are shown in another one rather than not at all. */
  readonly language: string;
  readonly checkedOn: CivilDate;
  /** Nobody has looked for longer than the course allows. */
  readonly overdue: boolean;
}

const LocalSlots = createContext<readonly SlotWords[]>([]);

/** Gives everything below what the organisation filled in. */
export function LocalWordsProvider({
  slots,
  children,
}: {
  readonly slots: readonly SlotWords[];
  readonly children: ReactNode;
}) {
  return <LocalSlots value={slots}>{children}</LocalSlots>;
}

/** What the organisation of this browser filled in for a slot: in the language of the course, else in another; null for nothing. */
export function useLocalWords(course: ReleasedCourse, slot: string): LocalWords | null {
  const filled = use(LocalSlots).filter((one) => one.slot === slot);
  const value = filled.find(({ language }) => language === course.language) ?? filled[0];
  if (value === undefined) return null;
  // A month is taken as thirty and a half days: nobody is warned a day early or late because of February.
  const lasts = Math.round((course.slots[slot]?.review ?? 12) * 30.5);
  const overdue = daysBetween(value.checkedOn, dayInAmsterdam(systemClock.now())) > lasts;
  return { words: value.words, language: value.language, checkedOn: value.checkedOn, overdue };
}
