import { useEffect, useState, useSyncExternalStore } from 'react';
import { packText, type Pack } from '#kernel/procedures';
import { useWork, type OpenWork, type Work } from '#kernel/spaces/web';
import {
  readSignOffs,
  signOffState,
  type SignOffItem,
  type SignOffs,
  type SignOffState,
} from '#modules/casework/client';
import { hashText } from '#platform/crypto';

interface SignOffsState {
  readonly at: 'opening' | 'open' | 'failed';
  /** Null where the programme has no directory space yet. */
  readonly signOffs: SignOffs | null;
}

interface SignOffsStore {
  read(): SignOffsState;
  subscribe(listener: () => void): () => void;
  load(again?: boolean): void;
  keep(signOffs: SignOffs): void;
}

const closed: SignOffsState = { at: 'opening', signOffs: null };
const stores = new WeakMap<Work, SignOffsStore>();
const hashes = new WeakMap<Pack, Promise<string>>();

/** The sign-offs of all packs, opened once a tab and whole, so that what is fetched tells nothing of a case. Memory only. */
export function useSignOffs(): SignOffsState & Pick<SignOffsStore, 'keep'> & { reload(): void } {
  const { work } = useWork();
  const store = storeOf(work);
  const state = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => store.load(), [store]);
  return { ...state, keep: store.keep, reload: () => store.load(true) };
}

/** The SHA-256 of a frozen pack in base64url; null while it is computed. */
export function usePackHash(pack: Pack): string | null {
  const [hash, setHash] = useState<{ readonly of: Pack; readonly hash: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const known = hashes.get(pack) ?? hashText(packText(pack));
    hashes.set(pack, known);
    void known.then((value) => {
      if (isWanted) setHash({ of: pack, hash: value });
    });
    return () => {
      isWanted = false;
    };
  }, [pack]);
  return hash?.of === pack ? hash.hash : null;
}

/** Whether the rules of a pack are signed off; null while that is looked up or cannot be read. */
export function useSignOffState(pack: Pack): SignOffState<SignOffItem> | null {
  const { at, signOffs } = useSignOffs();
  const hash = usePackHash(pack);
  if (at !== 'open' || hash === null) return null;
  return signOffState(signOffs?.items ?? [], { pack: pack.id, version: pack.version, hash });
}

function storeOf(work: Work): SignOffsStore {
  const known = stores.get(work);
  if (known) return known;
  const made = createStore(work);
  stores.set(work, made);
  return made;
}

function createStore(work: Work): SignOffsStore {
  let state = closed;
  let started = false;
  const listeners = new Set<() => void>();
  const change = (next: SignOffsState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  work.onDrop(() => {
    started = false;
    change(closed);
  });
  const load = async (): Promise<void> => {
    const open = openWorkOf(work);
    if (!open) return;
    const read = await readSignOffs(open.session);
    // The keys may have gone meanwhile: then nothing may come back.
    if (!openWorkOf(work)) return;
    if (read.ok) change({ at: 'open', signOffs: read.value });
    else change({ at: read.refusal.type === 'NoDirectory' ? 'open' : 'failed', signOffs: null });
  };
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: (again = false) => {
      if (started && !again) return;
      started = true;
      void load();
    },
    keep: (signOffs) => change({ at: 'open', signOffs }),
  };
}

function openWorkOf(work: Work): OpenWork | null {
  const state = work.state();
  return state.at === 'open' ? state.work : null;
}
