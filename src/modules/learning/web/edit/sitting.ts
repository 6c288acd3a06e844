import { createContext, use } from 'react';
import type { CivilDate, Result } from '#platform/base';
import type { CourseDraft } from '../../model/open/edit/course-draft.ts';
import type { CourseEdit, EditRefusal } from '../../model/open/edit/course-edit.ts';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import type { Notes } from '../../model/open/edit/translator-notes.ts';
import type { CourseFinding } from '../../model/open/source/course-finding.ts';
import type { Keeping } from '../save-queue.ts';

type Counted = Result<{ readonly version: number }, { readonly type: string }>;

/** Somebody at work on a draft: what it says now, what is wrong with it, and what can be done. */
export interface Sitting {
  readonly id: DraftId;
  readonly draft: CourseDraft;
  readonly findings: readonly CourseFinding[];
  /** What is noted for whoever translates, by key; null where the file of it cannot be read. */
  readonly notes: Notes | null;
  readonly today: CivilDate;
  /** The language that stands beside that of the course; null where none is shown. */
  readonly beside: string | null;
  showBeside(language: string | null): void;
  /** The element that the next page shows at once; a block that is closed opens when it is wanted. */
  readonly wanted: string | null;
  want(element: string | null): void;
  /** Does a step and has it kept; says why it was not done. */
  edit(edit: CourseEdit): EditRefusal['type'] | null;
  /** Says something else under a key: nothing where the text is empty. */
  say(language: string, key: string, text: string): Promise<void>;
  /** Takes the last step of this sitting back; null where there is none. */
  readonly undo: (() => void) | null;
  /** Does something on the server after all steps are kept, from the version it has then; says why it was refused. */
  alone(act: (version: number) => Promise<Counted>): Promise<string | null>;
  readonly keeping: Keeping;
  /** Why nothing is kept any more: the code of the last refusal. */
  readonly refused: string | null;
  tryAgain(): void;
  /** Takes what somebody else saved, and does what is not saved yet on top of it. */
  takeTheirs(): Promise<void>;
  /** How many steps could not be done on what somebody else saved; null where nothing was taken. */
  readonly lost: number | null;
}

const SittingHere = createContext<Sitting | null>(null);
export const SittingProvider = SittingHere.Provider;

/** The draft that the page is about. */
export function useSitting(): Sitting {
  const sitting = use(SittingHere);
  if (sitting === null) throw new Error('a part of the editor stands outside of it');
  return sitting;
}
