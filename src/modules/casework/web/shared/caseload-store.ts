import { keepFor, type SpaceId } from '#platform/base';
import { isAnswerLost } from '#platform/client';
import {
  openCase,
  readCaseload,
  refreshCase,
  type CaseloadEntry,
  type CaseRefusal,
  type OpenedCase,
} from '#modules/casework/client';
import { isDistrusted } from '#kernel/accounts/web';
import { isServedWrong } from '#kernel/spaces/client';
import type { KnownHeads, SpaceSession } from '#kernel/spaces/client';
import { withNewerKeys, type OpenWork, type Work } from '#kernel/spaces/web';

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
  /** The cases that are open in this tab now; the same list until one changes. */
  openCases(): readonly OpenedCase[];
  subscribe(listener: () => void): () => void;
  /** Opens the heads; what was read a moment ago is read again in a moment, everything at once when asked to. */
  load(again?: boolean): void;
  /** Opens a case, once; reads what others wrote when it is open already. Settles when it is shown or refused. */
  openCase(id: SpaceId): Promise<void>;
  /** Takes over a case after a change, and its place in the lists; not once its keys were dropped. */
  keep(opened: OpenedCase, session: Pick<SpaceSession, 'user'>): void;
}

/** The store of a tab's work; emptied the moment keys are dropped. */
export const caseloadStoreOf = keepFor(createCaseloadStore);

/** A list that is shown again is read again behind what it shows; no sooner than this many milliseconds after the last time. */
const freshFor = 1_500;
/** Refusals that say nothing about the case and pass by themselves. */
const passing: ReadonlySet<string> = new Set(['ReadingPaused', 'TooManyTries']);
const closed: CaseloadState = { at: 'opening', entries: [], done: 0, refusal: null };
const opening: CaseView = { at: 'opening' };

interface Held {
  caseload: CaseloadState;
  loading: boolean;
  loadedAt: number;
  later?: ReturnType<typeof setTimeout>;
  readonly views: Map<SpaceId, CaseView>;
  openCases: readonly OpenedCase[];
  /** What was opened of heads; another one after each lock, so that nothing under way fills it again. */
  known: KnownHeads;
  readonly listeners: Set<() => void>;
}

function createCaseloadStore(work: Work): CaseloadStore {
  const held: Held = {
    caseload: closed,
    loading: false,
    loadedAt: 0,
    views: new Map(),
    openCases: [],
    known: new Map(),
    listeners: new Set(),
  };
  work.onDrop(() => {
    clearTimeout(held.later);
    held.caseload = closed;
    held.loading = false;
    held.views.clear();
    held.known = new Map();
    tell(held);
  });
  const keep = (opened: OpenedCase, { user }: Pick<SpaceSession, 'user'>): void => {
    // An act that was still under way when the page was locked, or somebody else has unlocked since.
    if (openWorkOf(work)?.session.user === user) keepCase(held, opened);
  };
  return {
    caseload: () => held.caseload,
    view: (id) => held.views.get(id) ?? opening,
    openCases: () => held.openCases,
    subscribe: (listener) => {
      held.listeners.add(listener);
      return () => held.listeners.delete(listener);
    },
    load: (again = false) => {
      const wait = again || held.caseload === closed ? 0 : held.loadedAt + freshFor - Date.now();
      clearTimeout(held.later);
      if (wait <= 0) void loadHeads(work, held);
      // Else what somebody wrote since that last time would not be seen before the next page.
      else held.later = setTimeout(() => void loadHeads(work, held), wait);
    },
    openCase: (id) => openOne(work, held, id),
    keep,
  };
}

function tell(held: Held): void {
  const now = [...held.views.values()].flatMap((view) => (view.at === 'open' ? [view.opened] : []));
  const same = now.length === held.openCases.length && now.every((opened, at) => opened === held.openCases[at]);
  if (!same) held.openCases = now;
  for (const listener of [...held.listeners]) listener();
}

function openWorkOf(work: Work): OpenWork | null {
  const state = work.state();
  return state.at === 'open' ? state.work : null;
}

async function loadHeads(work: Work, held: Held): Promise<void> {
  const open = openWorkOf(work);
  if (!open || held.loading) return;
  held.loading = true;
  const { known } = held;
  const onProgress = (done: number): void => {
    if (held.known !== known || held.caseload.at !== 'opening') return;
    held.caseload = { ...held.caseload, done };
    tell(held);
  };
  const read = await readCaseload(open.session, { onProgress, known });
  // Locked meanwhile: the caseload of whoever unlocked since, perhaps somebody else, is read on its own.
  if (held.known !== known) return;
  held.loading = false;
  held.loadedAt = Date.now();
  held.caseload = read.ok
    ? { at: 'open', entries: read.value, done: read.value.length, refusal: null }
    : { ...held.caseload, at: 'failed', refusal: read.refusal };
  tell(held);
}

function keepCase(held: Held, opened: OpenedCase): void {
  const before = held.views.get(opened.id);
  // An answer that was on its way while this tab wrote is older than what is shown.
  if (before?.at === 'open' && before.opened.space.log.seq > opened.space.log.seq) return;
  held.views.set(opened.id, { at: 'open', opened });
  const entries = held.caseload.entries.map((entry) => (entry.id === opened.id ? entryOf(entry, opened) : entry));
  held.caseload = { ...held.caseload, entries };
  tell(held);
}

async function openOne(work: Work, held: Held, id: SpaceId): Promise<void> {
  const open = openWorkOf(work);
  if (!open) return;
  const before = held.views.get(id);
  const { known } = held;
  const read = await withNewerKeys(work, open.session, (session) =>
    before?.at === 'open' ? refreshCase(session, before.opened) : openCase(session, id),
  );
  if (held.known !== known) return;
  if (read.ok) return keepCase(held, read.value);
  // What is open stays open, with whatever is typed in it.
  if (before?.at === 'open' && (isAnswerLost(read.refusal) || passing.has(read.refusal.type))) return;
  held.views.set(id, { at: 'refused', refusal: read.refusal });
  if (isDistrusted(read.refusal) || read.refusal.type === 'CodedDoesNotFit') markUnfit(held, id);
  tell(held);
}

/** What was found out on opening a case holds for its row in every list. */
function markUnfit(held: Held, id: SpaceId): void {
  const entries = held.caseload.entries.map((entry) =>
    entry.id === id ? { ...entry, trust: 'does-not-fit' as const } : entry,
  );
  held.caseload = { ...held.caseload, entries };
}

function entryOf(entry: CaseloadEntry, opened: OpenedCase): CaseloadEntry {
  const head = [...opened.records].findLast((record) => record.kind === 'head');
  return {
    ...entry,
    open: opened.open,
    head: head?.kind === 'head' ? head.content : entry.head,
    behind: false,
    trust: opened.space.unfit.some(isServedWrong) ? 'does-not-fit' : 'checked',
  };
}
