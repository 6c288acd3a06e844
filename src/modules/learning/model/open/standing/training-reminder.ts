import { daysBetween, type CivilDate } from '#platform/base';
import type { Standing } from './standing.ts';

/** What to tell somebody about one requirement today; null while there is nothing. */
export type TrainingReminder =
  | { readonly kind: 'training-due'; readonly date: CivilDate; readonly step: number }
  | { readonly kind: 'training-over'; readonly date: CivilDate | null; readonly step: null };

/** Days before the end on which it is told anew, the farthest first. */
const steps = [60, 14, 0] as const;

/** Told at 60, 14 and 0 days before it ends (learning design, 5.6), and while it is missing. */
export function trainingReminder(standing: Standing, on: CivilDate): TrainingReminder | null {
  switch (standing.state) {
    case 'valid':
      return standing.until === null ? null : dueReminder(standing.until, on);
    case 'due':
      return dueReminder(standing.by, on);
    case 'lapsed':
      return { kind: 'training-over', date: standing.since, step: null };
    case 'exempt':
      return dueReminder(standing.until, on) ?? { kind: 'training-over', date: standing.until, step: null };
    case 'missing':
      return { kind: 'training-over', date: null, step: null };
  }
}

function dueReminder(date: CivilDate, on: CivilDate): TrainingReminder | null {
  const left = daysBetween(on, date);
  const step = steps.findLast((one) => left <= one);
  return step === undefined ? null : { kind: 'training-due', date, step };
}
