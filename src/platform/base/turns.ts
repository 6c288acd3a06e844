/** Lets acts on the same thing come one after the other, in the order in which they were asked for. */
export interface Turns<Key> {
  /** Does the act once those asked for before are over, whether they went well or not, and answers what it answers. */
  take<Value>(key: Key, act: () => Promise<Value>): Promise<Value>;
}

/** Turns of one owner, such as the work of one tab; nothing is kept of a key of which nothing is under way. */
export function createTurns<Key>(): Turns<Key> {
  const last = new Map<Key, Promise<void>>();
  return {
    take: (key, act) => {
      const before = last.get(key);
      const done = before ? before.then(act) : act();
      const over = done.then(
        () => undefined,
        () => undefined,
      );
      last.set(key, over);
      void over.then(() => {
        if (last.get(key) === over) last.delete(key);
      });
      return done;
    },
  };
}
