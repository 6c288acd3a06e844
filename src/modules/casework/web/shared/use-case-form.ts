import { useEffect, useRef, useState } from 'react';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { CaseRefusal } from '#modules/casework/client';
import { attempt } from './attempt.ts';
import { beginForm } from './begin-form.ts';
import type { CaseForm, CaseFormSubject, FormConflict, SaveAct } from './case-form.ts';
import { caseloadStoreOf } from './caseload-store.ts';
import { changedValues, type FormValues } from './merge-values.ts';
import { saveForm } from './save-form.ts';
import { longestText } from './tidy-text.ts';
import { useCaret } from './use-caret.ts';
import { useSealing } from './use-sealing.ts';

/** Keeps one form of a case; mount it once per opening of the form. */
export function useCaseForm<Values extends FormValues>(subject: CaseFormSubject<Values>): CaseForm<Values> {
  const { opened, form, read } = subject;
  const { session } = useOpenWork();
  const [start] = useState(() => beginForm(subject, session));
  const base = useRef(start.base);
  const [values, setValues] = useState<Values>(start.values);
  const [restored, setRestored] = useState(start.restored);
  const [conflicts, setConflicts] = useState<readonly FormConflict[]>([]);
  const { caret, props } = useCaret(start.caret);
  const sealing = useSealing({ opened, form, of: start.of, baseVersion: start.baseVersion, id: start.id, caret });
  const change = (next: Values): void => {
    setValues(next);
    sealing.typed(changedValues(base.current, next));
  };
  const saving = useSaving(subject, { id: start.id, values, base, sealing, setConflicts, change });
  const discard = (): void => {
    base.current = read(opened);
    setValues(read(opened));
    setRestored(false);
    saving.clear();
  };
  const tooLong = tooLongIn(values);
  return {
    values,
    conflicts,
    restored,
    tooLong,
    props,
    ...{ sealed: sealing.sealed, busy: saving.busy, refusal: saving.refusal },
    set: (changed) => change({ ...values, ...changed }),
    choose: ({ field, theirs }, whose) => {
      base.current = { ...base.current, [field]: theirs };
      setConflicts(conflicts.filter((one) => one.field !== field));
      if (whose === 'theirs') change({ ...values, [field]: theirs });
    },
    discard,
    submit: async (act) => (tooLong.length > 0 || conflicts.length > 0 ? false : saving.save(act)),
  };
}

function tooLongIn(values: FormValues): CaseForm<FormValues>['tooLong'] {
  return Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'string' && value.length > longestText ? [{ field, length: value.length }] : [],
  );
}

interface FormInHand<Values extends FormValues> {
  readonly id: Parameters<SaveAct<Values>>[3];
  readonly values: Values;
  readonly base: { current: FormValues };
  readonly sealing: ReturnType<typeof useSealing>;
  readonly setConflicts: (conflicts: readonly FormConflict[]) => void;
  readonly change: (values: Values) => void;
}

/** Whether the form is still there. */
function useAlive(): { readonly current: boolean } {
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => void (alive.current = false);
  }, []);
  return alive;
}

/** Saving of one form: busy, refused, or done and no longer kept as unfinished. */
function useSaving<Values extends FormValues>(
  { opened, read, of = () => null }: CaseFormSubject<Values>,
  { id, values, base, sealing, setConflicts, change }: FormInHand<Values>,
) {
  const { work } = useWork();
  const { session } = useOpenWork();
  const lost = useRef(false);
  const alive = useAlive();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  const save = async (act: SaveAct<Values>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setRefusal(null);
    const done = await attempt(async () => {
      await sealing.pause();
      return saveForm({ session, opened, act, id, values, base, lost, read, of });
    });
    setBusy(false);
    // Nobody knows how far it came: the next try looks first.
    lost.current ||= done === 'failed';
    const saved = done === 'failed' ? ({ at: 'refused', opened, values, refusal: { type: 'Failed' } } as const) : done;
    caseloadStoreOf(work).keep(saved.opened, session);
    if (saved.at === 'saved') {
      sealing.drop(saved.opened);
      return true;
    }
    if (alive.current) change(saved.values);
    setConflicts(saved.at === 'conflict' ? saved.conflicts : []);
    setRefusal(saved.at === 'refused' ? saved.refusal : null);
    return false;
  };
  const clear = (): void => {
    sealing.drop(opened);
    setRefusal(null);
    setConflicts([]);
  };
  return { busy, refusal, save, clear };
}
