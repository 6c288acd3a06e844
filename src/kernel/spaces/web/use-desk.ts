import { useState } from 'react';
import type { DeskValues } from '#kernel/accounts/client';
import { useOpenWork } from './work-provider.tsx';

/** One form whose unfinished text is kept for the person alone, until it is saved or thrown away. */
export interface DeskForm<Values extends DeskValues> {
  readonly values: Values;
  /** True when it began with text that was typed before. */
  readonly restored: boolean;
  set(changed: Partial<Values>): void;
  /** Empties the form and forgets its text. */
  clear(): void;
}

/** A form that belongs to no case yet; `empty` names its fields. */
export function useDesk<Values extends DeskValues>(form: string, empty: Values): DeskForm<Values> {
  const { desk } = useOpenWork();
  const [start] = useState(() => desk.read(form));
  const [values, setValues] = useState<Values>(() => ({ ...empty, ...pickOf(start, empty) }));
  const [restored, setRestored] = useState(start !== null);
  return {
    values,
    restored,
    set: (changed) => {
      const next = { ...values, ...changed };
      setValues(next);
      desk.keep(form, isSame(next, empty) ? null : next);
    },
    clear: () => {
      setValues(empty);
      setRestored(false);
      desk.keep(form, null);
    },
  };
}

/** What is kept of fields that the form still has. */
function pickOf(kept: DeskValues | null, empty: DeskValues): DeskValues {
  return Object.fromEntries(Object.entries(kept ?? {}).filter(([field]) => field in empty));
}

function isSame(left: DeskValues, right: DeskValues): boolean {
  return Object.entries(left).every(([field, value]) => right[field] === value);
}
