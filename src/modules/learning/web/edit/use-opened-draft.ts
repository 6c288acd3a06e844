import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { FileFault } from '#kernel/content';
import { draftRoutes } from '../../contract/draft-routes.ts';
import { openDraft, type CourseDraft } from '../../model/open/edit/course-draft.ts';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { readNotes } from '../../model/open/edit/translator-notes.ts';
import { checkCourse } from '../../model/open/source/check-course.ts';
import { DraftKeeper, type KeeperState } from './draft-keeper.ts';
import type { Sitting } from './sitting.ts';
import type { ReadDraft } from './use-drafts.ts';

/** A draft on its way here, here, or not to be had. */
export type Opened =
  | { readonly at: 'loading' }
  | { readonly at: 'refused'; readonly code: string }
  | { readonly at: 'unreadable'; readonly faults: readonly FileFault[] }
  | { readonly at: 'here'; readonly sitting: Sitting };

type Work = ReturnType<typeof useWork>['work'];
type NotHere = Exclude<Opened, { readonly at: 'here' }>;

/** Opens a draft for editing, and keeps what is done to it step by step. */
export function useOpenedDraft(id: DraftId): Opened {
  const { work } = useWork();
  const { today } = useOpenWork();
  const { state, keeper, opened } = useKeeper(id, work);
  const [beside, showBeside] = useState<string | null>(null);
  const [wanted, want] = useState<string | null>(null);
  const shown = useDeferredValue(state?.draft ?? null);
  const findings = useMemo(() => (shown === null ? [] : checkCourse(shown.source, today)), [shown, today]);
  const now = state?.draft ?? null;
  const notes = useMemo(() => (now === null ? null : readNotes(now)), [now]);
  if (state === null) return opened;
  const { draft, canUndo, keeping, refused, lost } = state;
  const edit: Sitting['edit'] = (step) => keeper.current?.edit(step) ?? null;
  const say: Sitting['say'] = async (language, key, text) => {
    const { hashText } = await import('#platform/crypto');
    const { course, texts } = keeper.current?.state.draft.source ?? draft.source;
    const hash = await hashText(texts.get(course.languages.source)?.[key] ?? '');
    const words = text.trim() === '' ? null : text.trimEnd();
    edit({ type: 'text', language, key, text: words, hash, on: today });
  };
  const alone: Sitting['alone'] = async (act) => (await keeper.current?.alone(act)) ?? null;
  const takeTheirs = async (): Promise<void> => {
    const theirs = await readAnew(id, work);
    if (theirs !== null) keeper.current?.takeTheirs(theirs);
  };
  const undo = canUndo ? () => keeper.current?.undo() : null;
  const tryAgain = (): void => void keeper.current?.keep();
  const page = { beside, showBeside, wanted, want };
  const acts = { edit, say, undo, alone, tryAgain, takeTheirs };
  return { at: 'here', sitting: { id, draft, findings, notes, today, keeping, refused, lost, ...page, ...acts } };
}

/** A draft as it is kept now; null where it cannot be had. */
async function readAnew(id: DraftId, work: Work) {
  const answer = await work.api.call(draftRoutes.readDraft, { params: { draft: id } });
  const draft = answer.ok ? draftOf(answer.value) : null;
  return answer.ok && draft?.ok === true ? { draft: draft.value, version: answer.value.version } : null;
}

/** Reads a draft once, and makes what keeps it. */
function useKeeper(id: DraftId, work: Work) {
  const [opened, setOpened] = useState<NotHere>({ at: 'loading' });
  const [state, setState] = useState<KeeperState | null>(null);
  const keeper = useRef<DraftKeeper | null>(null);
  useEffect(() => {
    let wanted = true;
    void work.api.call(draftRoutes.readDraft, { params: { draft: id } }).then((answer) => {
      if (!wanted) return;
      if (!answer.ok) return setOpened({ at: 'refused', code: answer.refusal.type });
      const draft = draftOf(answer.value);
      if (!draft.ok) return setOpened({ at: 'unreadable', faults: draft.refusal.faults });
      keeper.current = createKeeper(id, work, { draft: draft.value, version: answer.value.version }, setState);
      return setState(keeper.current.state);
    });
    return () => {
      wanted = false;
    };
  }, [work, id]);
  return { state, keeper, opened };
}

function createKeeper(
  id: DraftId,
  work: Work,
  opened: { readonly draft: CourseDraft; readonly version: number },
  tell: (state: KeeperState) => void,
): DraftKeeper {
  return new DraftKeeper(opened, {
    now: () => new Date(),
    tell,
    send: (version, files, draft) => {
      const input = { version, files: { ...files }, title: titleOf(draft) };
      return work.api.call(draftRoutes.saveDraft, { params: { draft: id }, input });
    },
  });
}

function draftOf({ files, pictures }: ReadDraft): ReturnType<typeof openDraft> {
  return openDraft({
    files: new Map(Object.entries(files)),
    media: new Map(pictures.map(({ name, bytes, addresses }) => [name, { bytes, addresses }])),
  });
}

/** What a draft is called in the list. */
export function titleOf({ source: { course, texts } }: CourseDraft): string {
  return (texts.get(course.languages.source)?.['title'] ?? course.id).slice(0, 200);
}
