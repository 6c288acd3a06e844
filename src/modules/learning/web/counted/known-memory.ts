import { attempts, learningDatabase } from '../learning-database.ts';
import type { KnownLearner } from './learner-calls.ts';

/** What the server last said of this browser in a course: for whom it is counted, and what that organisation filled in. */
export interface KnownMemory {
  find(course: string): Promise<KnownLearner | null>;
  /** Null forgets it. */
  keep(course: string, known: KnownLearner | null): Promise<void>;
}

/** So that a module without a connection shows the numbers of the organisation, and knows that steps wait to be sent. */
export function createKnownMemory(): KnownMemory {
  const within = learningDatabase();
  // Beside the courses and their runs, none of which can have such a name.
  const under = (course: string): string => `~known/${course}`;
  return {
    find: async (course) => {
      // Only `keep` writes there, and it writes this shape.
      const found = (await within('readonly', attempts, (store) => store.get(under(course)))) as
        KnownLearner | undefined;
      return found ?? null;
    },
    keep: async (course, known) => {
      await within('readwrite', attempts, (store) =>
        known === null ? store.delete(under(course)) : store.put(known, under(course)),
      );
    },
  };
}
