import { useEffect, useSyncExternalStore } from 'react';
import type { RecordId } from '#platform/base';
import type { Language } from '#kernel/languages';
import { useWork, type OpenWork, type Work } from '#kernel/spaces/web';
import { readStationery, readStationeryFile, type CaseRefusal, type Stationery } from '#modules/casework/client';

/** The programme's stationery in this tab: everything that is there, with every file. Memory only. */
export interface StationeryState {
  readonly at: 'opening' | 'open' | 'failed';
  readonly stationery: Stationery | null;
  /** Opened files by the id of their document. One that could not be opened is not here. */
  readonly files: ReadonlyMap<RecordId, Uint8Array>;
  /** The letters that come with Baken, in every language. */
  readonly shipped: Readonly<Partial<Record<Language, Uint8Array>>>;
  readonly refusal: CaseRefusal | null;
}

interface StationeryStore {
  read(): StationeryState;
  subscribe(listener: () => void): () => void;
  load(again?: boolean): void;
  keep(stationery: Stationery): void;
}

const closed: StationeryState = { at: 'opening', stationery: null, files: new Map(), shipped: {}, refusal: null };
const stores = new WeakMap<Work, StationeryStore>();

/**
 * The stationery, opened once a tab. It is fetched whole, for everyone, as soon as any case or the desk is
 * opened: were only the template fetched that one case needs, the server would learn something of the case.
 */
export function useStationery(): StationeryState & { reload(): void; keep(stationery: Stationery): void } {
  const { work } = useWork();
  const store = storeOf(work);
  const state = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => store.load(), [store]);
  return { ...state, reload: () => store.load(true), keep: store.keep };
}

function storeOf(work: Work): StationeryStore {
  const known = stores.get(work);
  if (known) return known;
  const made = createStore(work);
  stores.set(work, made);
  return made;
}

function createStore(work: Work): StationeryStore {
  let state = closed;
  let started = false;
  const listeners = new Set<() => void>();
  const change = (next: StationeryState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  work.onDrop(() => {
    started = false;
    change(closed);
  });
  const take = async (stationery: Stationery | null): Promise<void> => {
    const next = await withFiles(work, stationery, state);
    if (next) change(next);
  };
  const load = async (): Promise<void> => {
    const open = openWorkOf(work);
    if (!open) return;
    const read = await readStationery(open.session);
    if (read.ok) await take(read.value);
    else if (read.refusal.type === 'NoDirectory') await take(null);
    else change({ ...state, at: 'failed', refusal: read.refusal });
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
    keep: (stationery) => void take(stationery),
  };
}

/** The stationery with every file; null when the keys went meanwhile: then nothing of it may come back. */
async function withFiles(
  work: Work,
  stationery: Stationery | null,
  before: StationeryState,
): Promise<StationeryState | null> {
  const open = openWorkOf(work);
  if (!open) return null;
  const files = stationery ? await readFiles(open, stationery, before.files) : new Map<RecordId, Uint8Array>();
  const shipped = await readShipped(before.shipped);
  return openWorkOf(work) ? { at: 'open', stationery, files, shipped, refusal: null } : null;
}

function openWorkOf(work: Work): OpenWork | null {
  const state = work.state();
  return state.at === 'open' ? state.work : null;
}

async function readFiles(
  { session }: OpenWork,
  stationery: Stationery,
  before: ReadonlyMap<RecordId, Uint8Array>,
): Promise<ReadonlyMap<RecordId, Uint8Array>> {
  const files = new Map<RecordId, Uint8Array>();
  for (const { content } of [...stationery.templates, ...stationery.forms]) {
    const { document } = content.file;
    const known = before.get(document);
    const read = known ? null : await readStationeryFile(session, stationery, content.file);
    if (known) files.set(document, known);
    else if (read?.ok) files.set(document, read.value);
  }
  return files;
}

async function readShipped(before: StationeryState['shipped']): Promise<StationeryState['shipped']> {
  if (before.en && before.nl) return before;
  const { readShippedTemplate } = await import('#kernel/documents/web');
  const [en, nl] = await Promise.all([readShippedTemplate('en'), readShippedTemplate('nl')]);
  return { en, nl };
}
