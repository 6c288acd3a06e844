import type { Brand, CivilDate } from '#platform/base';

/** A dated row of a case; random, so that it does not say which legal term it stands for. */
export type DueId = Brand<string, 'DueId'>;

/** What a due date is about, coarser than the pack's deadline so that it splits cases by nothing sealed. */
export const dueTypes = ['reflection', 'permit', 'supplement', 'remedy', 'decision', 'claim', 'own'] as const;
export type DueType = (typeof dueTypes)[number];

/** Who must act: the person and those who help, or an authority. */
export const dueSides = ['person', 'authority'] as const;
export type DueSide = (typeof dueSides)[number];

/** How much hangs on it, in the order of journeys: hard, target, soft, duty. */
export const dueWeights = ['hard', 'target', 'soft', 'duty'] as const;
export type DueWeight = (typeof dueWeights)[number];

/** One open date. `metOn` is the day it was met; rows that no longer hold are left out. */
export interface Due {
  readonly id: DueId;
  readonly type: DueType;
  readonly date: CivilDate;
  readonly whose: DueSide;
  readonly weight: DueWeight;
  readonly metOn: CivilDate | null;
}

/** The earliest date that still runs or is late; null when there is none. */
export function nextDate(due: readonly Due[]): CivilDate | null {
  return due.reduce<CivilDate | null>(
    (earliest, { date, metOn }) => (metOn === null && (earliest === null || date < earliest) ? date : earliest),
    null,
  );
}

/** The order in which due rows are signed: by id, so that the same rows always give the same hash. */
export function sortDue(due: readonly Due[]): readonly Due[] {
  return due.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
