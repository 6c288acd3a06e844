import type { CivilDate } from '#platform/base';

/** What an organisation filled in for a slot, in one language, and the day on which somebody looked whether it holds. */
export interface SlotWords {
  readonly slot: string;
  readonly language: string;
  readonly words: string;
  readonly checkedOn: CivilDate;
}
