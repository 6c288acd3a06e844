import type { CivilDate } from '#platform/base';
import { attempts, learningDatabase } from '../learning-database.ts';
import type { KnownLearner } from './learner-calls.ts';

/** A number for a receipt, with the key of that one receipt, and the run that it was given to. */
export interface KeptReceipt {
  readonly attempt: string;
  readonly number: string;
  readonly key: string;
  readonly version: string;
  readonly givenOn: CivilDate;
}

/** What the server last said of this browser in a course: for whom it is counted, and what that organisation filled in. */
export interface KnownMemory {
  find(course: string): Promise<KnownLearner | null>;
  /** Null forgets it. */
  keep(course: string, known: KnownLearner | null): Promise<void>;
  findReceipt(course: string): Promise<KeptReceipt | null>;
  /** Null forgets it. */
  keepReceipt(course: string, receipt: KeptReceipt | null): Promise<void>;
}

/** So that a module without a connection shows the numbers of the organisation, and knows that steps wait to be sent. */
export function createKnownMemory(): KnownMemory {
  const within = learningDatabase();
  // Beside the courses and their runs, none of which can have such names. Only the two functions below write there.
  const under = (kind: 'known' | 'receipt', course: string): string => `~${kind}/${course}`;
  const find = async (key: string): Promise<unknown> => within('readonly', attempts, (store) => store.get(key));
  const keep = async (key: string, value: object | null): Promise<void> => {
    await within('readwrite', attempts, (store) => (value === null ? store.delete(key) : store.put(value, key)));
  };
  return {
    // Written in this shape by `keep`.
    find: async (course) => ((await find(under('known', course))) as KnownLearner | undefined) ?? null,
    keep: (course, known) => keep(under('known', course), known),
    // Written in this shape by `keepReceipt`.
    findReceipt: async (course) => ((await find(under('receipt', course))) as KeptReceipt | undefined) ?? null,
    keepReceipt: (course, receipt) => keep(under('receipt', course), receipt),
  };
}
