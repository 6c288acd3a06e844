import { parseCivilDate } from '#platform/base';
import type { CategorySets } from '#kernel/disclosure';
import { readGroups } from './read-groups.ts';
import { readToldNumber, type MeantAs, type ToldNumber } from './read-told-number.ts';
import { toLabel } from './to-label.ts';

/** What somebody typed of a number that is known already. */
export interface TypedNote {
  readonly kind: 'said' | 'outside';
  readonly number: string;
  /** Null until somebody said it. */
  readonly meant: MeantAs | null;
  readonly population: string;
  readonly groups: string;
  /** `YYYY-MM-DD`, whether or not there is such a day. */
  readonly on: string;
  readonly where: string;
}

export const noteFields = ['number', 'population', 'groups', 'on', 'where'] as const;
export type NoteField = (typeof noteFields)[number];

/** A note as the ledger takes it but for its id. */
export type ReadNote = {
  readonly population: string;
  readonly figures: readonly [ToldNumber['figure'] & { readonly sets: CategorySets }];
  readonly floor: number;
  readonly on: string;
} & ({ readonly kind: 'said'; readonly where: string } | { readonly kind: 'outside'; readonly source: string });

/** Reads what was typed on a day (`YYYY-MM-DD`, Europe/Amsterdam), or says which fields are wrong. */
export function readNote(
  typed: TypedNote,
  today: string,
): { readonly note: ReadNote } | { readonly wrong: readonly NoteField[] } {
  const told = readToldNumber(typed.number, typed.meant);
  const sets = readGroups(typed.groups);
  const [population, where] = [toLabel(typed.population), toLabel(typed.where)];
  const isDay = parseCivilDate(typed.on) !== null && typed.on <= today;
  const holds: Readonly<Record<NoteField, boolean>> = {
    ...{ number: told !== null, population: population !== '', groups: sets !== null },
    ...{ on: isDay, where: where !== '' },
  };
  if (told === null || sets === null || noteFields.some((field) => !holds[field]))
    return { wrong: noteFields.filter((field) => !holds[field]) };
  const { figure, floor } = told;
  const common = { population, figures: [{ ...figure, sets }], floor, on: typed.on } as const;
  return {
    note: typed.kind === 'said' ? { ...common, kind: 'said', where } : { ...common, kind: 'outside', source: where },
  };
}
