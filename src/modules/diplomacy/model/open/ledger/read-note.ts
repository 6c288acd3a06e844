import { parseCivilDate } from '#platform/base';
import { foldName, isTenFive, lowestFloor, type CategorySets, type LedgerFigure } from '#kernel/disclosure';
import { readGroups } from './read-groups.ts';
import { readToldNumber, type MeantAs } from './read-told-number.ts';
import { toLabel } from './to-label.ts';

/** One number of several that were told together, and of which people. */
export interface TypedNumber {
  readonly groups: string;
  readonly number: string;
}

/** What somebody typed of numbers that are known already: told on one day, in one place. */
export interface TypedNote {
  readonly kind: 'said' | 'outside';
  readonly population: string;
  /** At least one. */
  readonly numbers: readonly TypedNumber[];
  /** How plain numbers were meant; null until somebody said it. */
  readonly meant: MeantAs | null;
  /** `YYYY-MM-DD`, whether or not there is such a day. */
  readonly on: string;
  readonly where: string;
}

/** In the order in which the form asks. */
const noteFields = ['population', 'groups', 'number', 'meant', 'on', 'where'] as const;
export type NoteField = (typeof noteFields)[number];

/** What is wrong with a note. */
export interface NoteFault {
  readonly field: NoteField;
  /** Of `groups` and `number`: at which of the numbers, from 0. */
  readonly at: number;
  /** `rounded`: no number by our rule. `large`: more than a ledger holds. `floors`: below another floor than a number before it. `repeated`: the group stands there already. */
  readonly why: NoteField | 'rounded' | 'floors' | 'repeated' | 'large';
}

/** A note as the ledger takes it but for its id. */
export type ReadNote = {
  readonly population: string;
  readonly figures: readonly LedgerFigure[];
  readonly floor: number;
  readonly on: string;
} & ({ readonly kind: 'said'; readonly where: string } | { readonly kind: 'outside'; readonly source: string });

/** Reads what was typed on a day (`YYYY-MM-DD`, Europe/Amsterdam), or says all that is wrong with it, in the order of the form. */
export function readNote(
  typed: TypedNote,
  today: string,
): { readonly note: ReadNote } | { readonly wrong: readonly NoteFault[] } {
  const [population, where] = [toLabel(typed.population), toLabel(typed.where)];
  const { figures, floor, wrong: wrongNumbers } = readNumbers(typed);
  const isDay = parseCivilDate(typed.on) !== null && typed.on <= today;
  const wrong = [
    ...(population === '' ? [fault('population')] : []),
    ...wrongNumbers,
    ...(isDay ? [] : [fault('on')]),
    ...(where === '' ? [fault('where')] : []),
  ];
  if (wrong.length > 0) return { wrong };
  const common = { population, figures, floor, on: typed.on } as const;
  return {
    note: typed.kind === 'said' ? { ...common, kind: 'said', where } : { ...common, kind: 'outside', source: where },
  };
}

function fault(field: NoteField, at = 0, why: NoteFault['why'] = field): NoteFault {
  return { field, at, why };
}

/** One after the other, since a note has one floor and tells each group once; how they were meant is asked once, after all of them. */
function readNumbers({ numbers, meant }: TypedNote): Pick<ReadNote, 'figures' | 'floor'> & {
  readonly wrong: readonly NoteFault[];
} {
  const plain = numbers.map(({ number }) => readToldNumber(number, 'exact')).filter((one) => one !== 'large');
  const floor = plain.find((one) => one !== null && one.floor !== null)?.floor ?? lowestFloor;
  const known = new Set<string>();
  const figures: LedgerFigure[] = [];
  const wrong: NoteFault[] = [];
  for (const [at, { groups, number }] of numbers.entries()) {
    const sets = readGroups(groups);
    const told = readToldNumber(number, meant ?? 'exact');
    const group = sets === null ? null : nameOf(sets);
    if (group === null) wrong.push(fault('groups', at));
    else if (known.has(group)) wrong.push(fault('groups', at, 'repeated'));
    else known.add(group);
    if (told === null) wrong.push(fault('number', at));
    else if (told === 'large') wrong.push(fault('number', at, 'large'));
    else if (told.floor !== null && told.floor !== floor) wrong.push(fault('number', at, 'floors'));
    else if (isOdd(told.figure, floor)) wrong.push(fault('number', at, 'rounded'));
    else if (sets !== null) figures.push({ ...told.figure, sets });
  }
  const isUnsaid = meant === null && plain.some((one) => one?.figure.rule === 'exact');
  return { figures, floor, wrong: isUnsaid ? [...wrong, fault('meant')] : wrong };
}

function isOdd({ rule, value }: Pick<LedgerFigure, 'rule' | 'value'>, floor: number): boolean {
  return rule === '10-5' && typeof value === 'number' && !isTenFive(value, floor);
}

/** Groups that are one to whoever reads them have one name. */
function nameOf(sets: CategorySets): string {
  const parts = Object.entries(sets).map(([name, categories]) => [foldName(name), categories.map(foldName).toSorted()]);
  return JSON.stringify(parts.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}
