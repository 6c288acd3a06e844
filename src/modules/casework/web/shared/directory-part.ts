import { useEffect, useSyncExternalStore } from 'react';
import { keepFor, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { keepInTab, useOpenWork, useWork, type KeptInTab, type Work } from '#kernel/spaces/web';
import type { CaseRefusal } from '#modules/casework/client';
import { useAct, type Act } from './use-act.ts';

/** What a tab shows of one part of the directory space. Memory only. */
export type PartState<Content, Beside> = Beside & {
  readonly at: 'opening' | 'open' | 'failed';
  /** Null where the programme has no directory space yet. */
  readonly content: Content | null;
  readonly refusal: CaseRefusal | null;
};

/** A part of the directory space: how it is read, and what is shown beside it. */
export interface DirectoryPart<Content, Beside extends object> {
  read(session: SpaceSession): Promise<Result<Content, CaseRefusal>>;
  readonly besideNothing: Beside;
  /** What belongs beside this content, such as its opened files; `before` is what was shown last. */
  beside(content: Content | null, before: Beside, session: SpaceSession): Promise<Beside>;
}

interface PartStore<Content, Beside> extends Pick<KeptInTab<PartState<Content, Beside>>, 'read' | 'subscribe'> {
  load(again?: boolean): void;
  /** Takes over what an act of `session` gave; not once its keys were dropped. */
  keep(content: Content, session: Pick<SpaceSession, 'user'>): void;
}

/** Reads a part once a tab and whole, for everyone, so that what is fetched tells nothing of a case. */
export function openDirectoryPart<Content, Beside extends object>(part: DirectoryPart<Content, Beside>) {
  const storeOf = keepFor((work: Work) => createStore(work, part));
  const usePart = (): PartState<Content, Beside> & { reload(): void } => {
    const { work } = useWork();
    const store = storeOf(work);
    const state = useSyncExternalStore(store.subscribe, store.read);
    useEffect(() => store.load(), [store]);
    return { ...state, reload: () => store.load(true) };
  };
  const useAct = (): DirectoryAct<Content> => {
    const { work } = useWork();
    return useDirectoryAct(part.read, storeOf(work).keep);
  };
  return { usePart, useAct };
}

type Held<Content, Beside> = NonNullable<ReturnType<KeptInTab<PartState<Content, Beside>>['whileOpen']>>;

function createStore<Content, Beside extends object>(
  work: Work,
  part: DirectoryPart<Content, Beside>,
): PartStore<Content, Beside> {
  const empty: PartState<Content, Beside> = { ...part.besideNothing, at: 'opening', content: null, refusal: null };
  const kept = keepInTab(work, empty);
  let started = false;
  work.onDrop(() => {
    started = false;
  });
  const take = async (held: Held<Content, Beside>, content: Content | null): Promise<void> => {
    const beside = await part.beside(content, kept.read(), held.open.session);
    held.change({ ...beside, at: 'open', content, refusal: null });
  };
  const load = async (): Promise<void> => {
    const held = kept.whileOpen();
    if (!held) return;
    const read = await part.read(held.open.session);
    if (read.ok) await take(held, read.value);
    else if (read.refusal.type === 'NoDirectory') await take(held, null);
    else held.change({ ...kept.read(), at: 'failed', refusal: read.refusal });
  };
  return {
    read: kept.read,
    subscribe: kept.subscribe,
    load: (again = false) => {
      if (started && !again) return;
      started = true;
      void load();
    },
    keep: (content, { user }) => {
      const held = kept.whileOpen();
      if (held?.open.session.user === user) void take(held, content);
    },
  };
}

/** Writing to a part. */
type DirectoryAct<Content> = Act<(session: SpaceSession) => Promise<Result<Content, CaseRefusal>>>;

function useDirectoryAct<Content>(
  read: DirectoryPart<Content, object>['read'],
  keep: PartStore<Content, object>['keep'],
): DirectoryAct<Content> {
  const { session } = useOpenWork();
  return useAct({
    perform: (act) => act(session),
    keep: (content) => keep(content, session),
    readAnew: () => read(session),
  });
}
