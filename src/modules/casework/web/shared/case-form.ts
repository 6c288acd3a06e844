import type { RecordId, Result, UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import type { CaseRecord, CaseRefusal, OpenedCase } from '#modules/casework/client';
import type { FormValues } from './merge-values.ts';
import type { CaretProps } from './use-caret.ts';

/** One field that somebody else changed as well. */
export interface FormConflict {
  readonly field: string;
  readonly theirs: FormValues[string];
  readonly by: UserId;
  /** Hour of their writing, as signed. */
  readonly time: string;
}

/** What is known of the record that a form edits: which, how new, and who wrote it. */
export type FormRecord = Pick<CaseRecord, 'id' | 'version' | 'author' | 'time'>;

/** What a form of a case is about. */
export interface CaseFormSubject<Values extends FormValues> {
  readonly opened: OpenedCase;
  /** Names the form within the case: `note`, `person`, `letter:<id>`. */
  readonly form: string;
  /** The record that the form edits, in this state of the case; absent or null when it adds one. */
  readonly of?: (opened: OpenedCase) => FormRecord | null;
  /** What the form shows of this state of the case before anybody types. */
  readonly read: (opened: OpenedCase) => Values;
  /** What stands in it instead when nothing of it was kept. Sealed with what is typed, as if it had been typed itself. */
  readonly begin?: Values | undefined;
}

/** A form whose text is never lost: kept sealed while typing, merged with others' changes, saved once. */
export interface CaseForm<Values extends FormValues> {
  readonly values: Values;
  readonly busy: boolean;
  readonly refusal: CaseRefusal | null;
  readonly conflicts: readonly FormConflict[];
  /** What was typed before is back. */
  readonly restored: boolean;
  /** What is typed now is sealed with the case. */
  readonly sealed: boolean;
  /** Fields that are longer than a record may hold. */
  readonly tooLong: readonly { readonly field: string; readonly length: number }[];
  /** To be spread on the form element: remembers where the caret is. */
  readonly props: CaretProps;
  set(changed: Partial<Values>): void;
  choose(conflict: FormConflict, whose: 'mine' | 'theirs'): void;
  /** Saves, with the values tidied and merged with the newest state. True when it is saved. */
  submit(act: SaveAct<Values>): Promise<boolean>;
  /** Gives up what was typed, here and where it was kept. */
  discard(): void;
}

/** Saves values on top of a state of the case. `id` is the one a new record gets, the same at each try. */
export type SaveAct<Values> = (
  session: SpaceSession,
  current: OpenedCase,
  values: Values,
  id: RecordId,
) => Promise<Result<OpenedCase, CaseRefusal>>;
