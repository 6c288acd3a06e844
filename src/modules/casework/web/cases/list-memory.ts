import { keepFor, type SpaceId } from '#platform/base';
import { keepInTab, type Work } from '#kernel/spaces/web';

/** What a list keeps while one looks at a case: in memory only, gone when keys are dropped. */
interface ListPlace {
  /** What was typed to find; never in the address. */
  readonly text: string;
  /** How many rows were shown. */
  readonly shown: number;
  /** The rows of the list in their order, for going to the next and the previous case. */
  readonly order: readonly SpaceId[];
}

/** The memory of one tab's list. */
export interface ListMemory {
  place(): ListPlace;
  keep(change: Partial<ListPlace>): void;
}

const fresh: ListPlace = { text: '', shown: 0, order: [] };

/** The memory of this tab's list; emptied the moment keys are dropped. */
export const listMemoryOf = keepFor((work: Work): ListMemory => {
  const kept = keepInTab(work, fresh);
  return { place: kept.read, keep: (change) => kept.change({ ...kept.read(), ...change }) };
});

/** The case before or after one in the list that was shown last; null at its ends and without a list. */
export function neighbourOf(order: readonly SpaceId[], id: SpaceId, by: 1 | -1): SpaceId | null {
  const at = order.indexOf(id);
  return at === -1 ? null : (order[at + by] ?? null);
}
