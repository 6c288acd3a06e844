import type { SpaceId } from '#platform/base';
import type { Work } from '#kernel/spaces/web';

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
const memories = new WeakMap<Work, ListMemory>();

/** The memory of this tab's list; emptied the moment keys are dropped. */
export function listMemoryOf(work: Work): ListMemory {
  const known = memories.get(work);
  if (known) return known;
  let place = fresh;
  work.onDrop(() => {
    place = fresh;
  });
  const memory: ListMemory = {
    place: () => place,
    keep: (change) => {
      place = { ...place, ...change };
    },
  };
  memories.set(work, memory);
  return memory;
}

/** The case before or after one in the list that was shown last; null at its ends and without a list. */
export function neighbourOf(order: readonly SpaceId[], id: SpaceId, by: 1 | -1): SpaceId | null {
  const at = order.indexOf(id);
  return at === -1 ? null : (order[at + by] ?? null);
}
