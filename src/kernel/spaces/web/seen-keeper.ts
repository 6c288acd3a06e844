/** Milliseconds: how soon after something new it is sealed, and stored; how long storing waits while more comes. */
const sealAfter = 300;
const storeAfter = 4_000;
const storeAtLatest = 30_000;
const againAfter = 60_000;

/** What a keeper does with what was seen. */
export interface SeenActs<Sealed> {
  /** Seals what was seen so far, ready to be sent; null when there is nobody to seal for. */
  readonly seal: () => Promise<Sealed | null>;
  /** Sends what was sealed. The request must leave before this returns: the page may be gone right after. */
  readonly send: (sealed: Sealed) => Promise<boolean>;
  /** Seals and stores, whoever else stored meanwhile; false when it did not succeed. */
  readonly store: () => Promise<boolean>;
}

/** Stores what was seen soon after it was seen, so that a closed tab takes little or nothing with it. */
export interface SeenKeeper {
  /** Something new was seen. */
  note(): void;
  /** The page may go any moment: what is sealed already is sent at once. */
  leave(): void;
  /** Stores now, when there is anything to store. */
  flush(): void;
  /** Forgets that there was anything to store. */
  drop(): void;
}

interface Held<Sealed> {
  /** Counts what was noted; what was kept by then is counted too. So a note during a storing is not taken for stored. */
  noted: number;
  kept: number;
  sealed: { readonly upTo: number; readonly what: Sealed } | null;
  firstAt: number;
  storing: boolean;
  sealTimer?: ReturnType<typeof setTimeout>;
  storeTimer?: ReturnType<typeof setTimeout>;
}

/** Makes a keeper; it does nothing before the first `note`. */
export function createSeenKeeper<Sealed>(acts: SeenActs<Sealed>): SeenKeeper {
  const held: Held<Sealed> = { noted: 0, kept: 0, sealed: null, firstAt: 0, storing: false };
  return {
    note: () => {
      const now = Date.now();
      if (held.noted <= held.kept) held.firstAt = now;
      held.noted += 1;
      held.sealed = null;
      clearTimeout(held.sealTimer);
      held.sealTimer = setTimeout(() => void sealNow(held, acts), sealAfter);
      storeIn(held, acts, Math.max(0, Math.min(storeAfter, held.firstAt + storeAtLatest - now)));
    },
    leave: () => {
      if (held.noted <= held.kept) return;
      if (held.sealed === null) return void storeNow(held, acts);
      const { upTo, what } = held.sealed;
      held.sealed = null;
      // What another tab stored meanwhile refuses it; storing reads theirs first, so it need not wait as after a failure.
      void acts.send(what).then((done) => (done ? settle(held, acts, upTo, done) : storeIn(held, acts, storeAfter)));
    },
    flush: () => void storeNow(held, acts),
    drop: () => {
      held.kept = held.noted;
      held.sealed = null;
      clearTimeout(held.sealTimer);
      clearTimeout(held.storeTimer);
    },
  };
}

async function sealNow<Sealed>(held: Held<Sealed>, { seal }: SeenActs<Sealed>): Promise<void> {
  const upTo = held.noted;
  const what = await seal();
  // Else something newer was noted, or all was kept or dropped meanwhile.
  if (what !== null && upTo === held.noted && upTo > held.kept) held.sealed = { upTo, what };
}

function storeIn<Sealed>(held: Held<Sealed>, acts: SeenActs<Sealed>, wait: number): void {
  clearTimeout(held.storeTimer);
  held.storeTimer = setTimeout(() => void storeNow(held, acts), wait);
}

async function storeNow<Sealed>(held: Held<Sealed>, acts: SeenActs<Sealed>): Promise<void> {
  clearTimeout(held.storeTimer);
  if (held.storing || held.noted <= held.kept) return;
  const upTo = held.noted;
  held.storing = true;
  const done = await acts.store();
  held.storing = false;
  settle(held, acts, upTo, done);
}

function settle<Sealed>(held: Held<Sealed>, acts: SeenActs<Sealed>, upTo: number, done: boolean): void {
  if (done) held.kept = Math.max(held.kept, upTo);
  if (held.noted > held.kept) storeIn(held, acts, done ? storeAfter : againAfter);
}
