/** For how long a list is told as it was signed, in seconds; readers are told to keep it for as long. */
export const listSeconds = 300;

/** A list as it was signed. */
interface SignedList {
  readonly said: string;
  readonly signedAt: number;
  readonly token: string;
}

/** Lists that were signed a moment ago. */
export interface SignedLists {
  /**
   * The token of a list: the one that was signed before, if that said the same with the same key and is younger than `listSeconds`, else what
   * `sign` gives. Since `said` is all that the list says, nothing that was revoked meanwhile can be missing from what is told.
   */
  find(list: string, said: string, now: Date, sign: () => Promise<string>): Promise<string>;
}

/** More lists than an installation will have; whoever asks cannot make it hold more. */
const most = 64;

/** Keeps lists in memory: signing is what costs. */
export function keepSignedLists(): SignedLists {
  const kept = new Map<string, SignedList>();
  return {
    find: async (list, said, now, sign) => {
      const before = kept.get(list);
      const age = before === undefined ? Infinity : (now.getTime() - before.signedAt) / 1000;
      if (before?.said === said && age >= 0 && age < listSeconds) return before.token;
      const token = await sign();
      kept.delete(list);
      kept.set(list, { said, signedAt: now.getTime(), token });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return token;
    },
  };
}
