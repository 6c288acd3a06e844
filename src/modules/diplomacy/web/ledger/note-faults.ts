import type { AnyRefusal } from '#platform/base';
import type { Messages } from '#kernel/languages';
import type { NoteFault, NoteField } from '../../model/open/ledger/read-note.ts';
import { ledgerRefusalMessage } from './ledger-refusal.ts';

/** What is wrong with a field of a note, in words. */
export interface SaidFault {
  readonly field: NoteField;
  readonly at: number;
  readonly message: string;
}

/** Faults of the form itself, or of the number that a refusal names. */
export function sayFaults(t: Messages, wrong: readonly NoteFault[], refused: AnyRefusal | null): readonly SaidFault[] {
  const said = wrong.map(({ field, at, why }) => ({ field, at, message: t(`diplomacy.note.wrong.${why}`) }));
  const place = refused === null ? null : placeOf(refused);
  if (refused === null || place === null) return said;
  return [...said, { ...place, message: ledgerRefusalMessage(t, refused) }];
}

/** The number of a note that a refusal is about; null where it is about the whole. */
export function placeOf(refusal: AnyRefusal): { readonly field: 'groups' | 'number'; readonly at: number } | null {
  const path: unknown = Reflect.get(refusal, 'path');
  const found = typeof path === 'string' ? /^figures\[(\d+)\](\.sets)?/.exec(path) : null;
  return found && { field: found[2] === undefined ? 'number' : 'groups', at: Number(found[1]) };
}
