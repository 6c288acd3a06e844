import { createId, type RecordId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { draftOf } from '#modules/casework/client';
import type { CaseFormSubject } from './case-form.ts';
import { changedValues, mergeValues, type FormValues } from './merge-values.ts';
import type { Caret } from './use-caret.ts';

/** What a form begins with when it is opened. */
export interface FormStart<Values> {
  readonly base: FormValues;
  readonly values: Values;
  readonly id: RecordId;
  readonly of: RecordId | null;
  readonly baseVersion: number;
  readonly restored: boolean;
  readonly caret: Caret | null;
}

/** Begins a form with what the case shows, or with what was typed and kept before. */
export function beginForm<Values extends FormValues>(
  { opened, form, read, begin, of = () => null }: CaseFormSubject<Values>,
  session: SpaceSession,
): FormStart<Values> {
  const shown = read(opened);
  const record = of(opened);
  const version = record?.version ?? 0;
  const kept = draftOf(opened, session, form)?.content;
  const about = { of: record?.id ?? null, baseVersion: version };
  if (!kept || kept.of !== about.of) {
    const id = createId<RecordId>(session.randomBytes);
    return { base: shown, values: begin ?? shown, id, ...about, restored: false, caret: null };
  }
  // The schema of a draft allows whole numbers, which no form of ours writes.
  const typed = kept.values as FormValues;
  // What the person saw is only known when nobody has written since; else both are shown where they differ.
  const base = kept.baseVersion === version ? shown : without(shown, Object.keys(typed));
  // Fields that the form no longer has are left out by the form itself.
  const values = mergeValues(base, { ...shown, ...typed }, shown).merged as Values;
  const differs = Object.keys(changedValues(shown, values)).length > 0;
  if (!differs) return { base: shown, values: shown, id: kept.id, ...about, restored: false, caret: null };
  return { base, values, id: kept.id, ...about, restored: true, caret: kept.caret };
}

function without(values: FormValues, fields: readonly string[]): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)));
}
