import { daysBetween, type CivilDate } from '#platform/base';
import type { ReleasedCourse } from '../release/released-course.ts';
import type { SlotWords } from './slot-words.ts';

/** Why a course may not leave as a published one. */
export type PublishFault =
  | { readonly code: 'not-signed'; readonly role: string }
  | { readonly code: 'slot-empty' | 'slot-overdue'; readonly slot: string };

/** A month is taken as thirty and a half days: nobody is told a day early or late because of February. */
const daysPerMonth = 30.5;

/**
 * What is missing before a course may leave for an organisation (learning design, 2.4): signatures, and numbers of its own that are
 * filled in and were looked at lately enough.
 */
export function publishFaults(
  { unsigned, slots, language }: Pick<ReleasedCourse, 'unsigned' | 'slots' | 'language'>,
  filled: readonly SlotWords[],
  on: CivilDate,
): readonly PublishFault[] {
  return [
    ...unsigned.map((role) => ({ code: 'not-signed' as const, role })),
    ...Object.entries(slots).flatMap(([slot, { review }]): readonly PublishFault[] => {
      const value = filled.find((one) => one.slot === slot && one.language === language);
      if (value === undefined) return [{ code: 'slot-empty', slot }];
      const overdue = daysBetween(value.checkedOn, on) > Math.round(review * daysPerMonth);
      return overdue ? [{ code: 'slot-overdue', slot }] : [];
    }),
  ];
}
