import type { SpaceId } from '#platform/base';
import { openCase, readCaseload, refreshCase, type CaseloadEntry, type CaseRefusal, type OpenedCase } from '#modules/casework/client';
import type { OpenWork, Work } from '#kernel/spaces/web';

/** The caseload of this tab: heads for lists and search, and the cases that were opened. Memory only. */
export interface CaseloadState {
  readonly at: 'opening' | 'open' | 'failed';
  readonly entries: readonly CaseloadEntry[];
  /** How many heads are open so far. */
  readonly done: number;
  readonly refusal: CaseRefusal | null;
}

/** What one screen shows of one case. */
export type CaseView =
  | { readonly at: 'opening' }
  | { readonly at: 'refused'; readonly refusal: CaseRefusal }
  | { readonly at: 'open'; readonly opened: OpenedCase };

/** Keeps the caseload of one tab and tells who listens. */
export interface CaseloadStore {
  caseload(): CaseloadState;
  view(id: SpaceId): CaseView;
  subscribe(listener: () => void): () => void;
  /** Opens the heads; what is older than a few seconds is read again, as is everything when asked to. */
  load(again?: boolean): void;
  /** Opens a case, once; reads what others wrote when it is open already. */
  openCase(id: SpaceId): void;
  /** Takes over a case after a change, and its place in the lists. */
  keep(opened: OpenedCase): void;
}

const stores = new WeakMap<Work, CaseloadStore>();

/** The store of a tab's work; emptied the moment keys are dropped. */
export function caseloadStoreOf(work: Work): CaseloadStore {
  let store = stores.get(work);
  if (!store) {
    store = createCaseloadStore(work);
    stores.set(work, store);
  }
  return store;
}

/** A list that is shown again after this many milliseconds is read again behind what it shows. */
const freshFor = 1_500;
const closed: CaseloadState = { at: 'opening', entries: [], done: 0, refusal: null };
const opening: CaseView = { at: 'opening' };

function createCaseloadStore(work: Work): CaseloadStore {
  let caseload = closed;
  let loading = false;
  let loadedAt = 0;
  const views = new Map<SpaceId, CaseView>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  work.onDrop(() => {
    caseload = closed;
    loading = false;
    views.clear();
    tell();
  });
  const openWork = (): OpenWork | null => {
    const state = work.state();
    return state.at === 'open' ? state.work : null;
  };
  const load = async (): Promise<void> => {
    const open = openWork();
    if (!open || loading) return;
    loading = true;
    const read = await readCaseload(open.session, (done) => {
      if (done % 25 !== 0) return;
      caseload = { ...caseload, done };
      tell();
    });
    loading = false;
    loadedAt = Date.now();
    if (openWork() === null) return;
    caseload = read.ok
      ? { at: 'open', entries: read.value, done: read.value.length, refusal: null }
      : { ...caseload, at: 'failed', refusal: read.refusal };
    tell();
  };
  const keep = (opened: OpenedCase): void => {
    views.set(opened.id, { at: 'open', opened });
    caseload = { ...caseload, entries: caseload.entries.map((entry) => (entry.id === opened.id ? entryOf(entry, opened) : entry)) };
    tell();
  };
  const open = async (id: SpaceId): Promise<void> => {
    const at = openWork();
    if (!at) return;
    const before = views.get(id);
    const read = before?.at === 'open' ? await refreshCase(at.session, before.opened) : await openCase(at.session, id);
    if (openWork() === null) return;
    if (read.ok) keep(read.value);
    else if (before?.at !== 'open' || read.refusal.type !== 'Unreachable') {
      views.set(id, { at: 'refused', refusal: read.refusal });
      tell();
    }
  };
  return {
    caseload: () => caseload,
    view: (id) => views.get(id) ?? opening,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: (again = false) => {
      if (again || caseload === closed || Date.now() - loadedAt > freshFor) void load();
    },
    openCase: (id) => void open(id),
    keep,
  };
}

function entryOf(entry: CaseloadEntry, opened: OpenedCase): CaseloadEntry {
  const head = [...opened.records].findLast((record) => record.kind === 'head');
  return { ...entry, open: opened.open, head: head?.kind === 'head' ? head.content : entry.head, behind: false, trust: 'checked' };
}
