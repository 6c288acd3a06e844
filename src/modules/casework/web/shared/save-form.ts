import type { RecordId } from '#platform/base';
import { isAnswerLost } from '#platform/client';
import type { SpaceSession } from '#kernel/spaces/client';
import { refreshCase, type CaseRefusal, type OpenedCase } from '#modules/casework/client';
import { mergeValues, type FormValues } from './merge-values.ts';
import { tidyText } from './tidy-text.ts';
import type { FormConflict, FormRecord, SaveAct } from './case-form.ts';

interface FormToSave<Values extends FormValues> {
  readonly session: SpaceSession;
  readonly opened: OpenedCase;
  readonly act: SaveAct<Values>;
  readonly id: RecordId;
  readonly values: Values;
  /** What the typed values began from; moved on to what others saved. */
  readonly base: { current: FormValues };
  /** True after an answer was lost: it may have been saved all the same. */
  readonly lost: { current: boolean };
  readonly read: (opened: OpenedCase) => Values;
  readonly of: (opened: OpenedCase) => FormRecord | null;
}

export type SavedForm<Values> =
  | { readonly at: 'saved'; readonly opened: OpenedCase }
  /** `opened` is the newest state that was read: what the form's beginning now stands for. */
  | { readonly at: 'refused'; readonly opened: OpenedCase; readonly values: Values; readonly refusal: CaseRefusal }
  | {
      readonly at: 'conflict';
      readonly opened: OpenedCase;
      readonly values: Values;
      readonly conflicts: readonly FormConflict[];
    };

const tries = 5;

/**
 * Saves what was typed on top of the newest state: what others changed elsewhere is merged, what both
 * changed is given back to be chosen, and what was saved already is not saved again.
 */
export async function saveForm<Values extends FormValues>(form: FormToSave<Values>): Promise<SavedForm<Values>> {
  const { session, act, id, base, lost, read, of } = form;
  let current = form.opened;
  let values = tidyValues(form.values);
  let refusal: CaseRefusal = { type: 'Stale' };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (lost.current || attempt > 0) {
      const newer = await refreshCase(session, current);
      if (!newer.ok) return { at: 'refused', opened: current, values, refusal: newer.refusal };
      current = newer.value;
    }
    const theirs = read(current);
    const { merged, conflicts } = mergeValues(base.current, values, theirs);
    // Merging keeps the fields of the form and the type of each.
    values = merged as Values;
    base.current = { ...theirs, ...pick(base.current, conflicts) };
    const record = of(current);
    if (conflicts.length > 0 && record) {
      const { author: by, time } = record;
      return {
        at: 'conflict',
        opened: current,
        values,
        conflicts: conflicts.map((field) => ({ field, theirs: theirs[field] ?? '', by, time })),
      };
    }
    const isThere = lost.current && record?.author === session.user && sameValues(values, theirs);
    if (isThere) return { at: 'saved', opened: current };
    const done = await act(session, current, values, id);
    if (done.ok) return { at: 'saved', opened: done.value };
    ({ refusal } = done);
    lost.current = isAnswerLost(refusal);
    if (refusal.type !== 'Stale') return { at: 'refused', opened: current, values, refusal };
  }
  return { at: 'refused', opened: current, values, refusal };
}

function tidyValues<Values extends FormValues>(values: Values): Values {
  const tidy = Object.entries(values).map(([field, value]) => [
    field,
    typeof value === 'string' ? tidyText(value) : value,
  ]);
  // The same fields with the same kinds of values.
  return Object.fromEntries(tidy) as Values;
}

function pick(values: FormValues, fields: readonly string[]): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)));
}

function sameValues(left: FormValues, right: FormValues): boolean {
  return Object.entries(left).every(([field, value]) => right[field] === value);
}
