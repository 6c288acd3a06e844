import { isId, ok, parseCivilDate } from '#platform/base';
import { isTenFive, lowestFloor } from '../count-rule.ts';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import { readCount, readFields, readList, readWord, type Read } from '../ask/read-fields.ts';
import { foldName, hasMixedWord } from './fold-name.ts';
import type { CategorySets, LedgerFigure } from './ledger-entry.ts';

/** The most of each that an entry may hold, so that a whole ledger is read in no time. */
const most = { figures: 2_000, dimensions: 12, categories: 400, letters: 300 };

/** A text in the one way it is written: NFC, no space around it, none doubled, nothing that does not print or is not seen. */
export function readLabel(value: unknown, path: string): Read<string> {
  const isLabel =
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= most.letters &&
    value === value.normalize('NFC').trim().replaceAll(/\s+/gu, ' ') &&
    !/[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(value) &&
    // Names of dimensions are keys of objects.
    !value.startsWith('__');
  return isLabel ? ok(value) : refuseDisclosure('field-malformed', path);
}

/** A label that figures are compared by: it holds a letter or number, and no word of it mixes alphabets. */
export function readName(value: unknown, path: string): Read<string> {
  const label = readLabel(value, path);
  if (!label.ok) return label;
  return foldName(label.value) === '' || hasMixedWord(label.value) ? refuseDisclosure('field-malformed', path) : label;
}

/** An id; of what kind is said by the field it stands in. */
export function readId<Id extends string>(value: unknown, path: string): Read<Id> {
  // The brand is given here, where the text has just been checked.
  return typeof value === 'string' && isId(value) ? ok(value as Id) : refuseDisclosure('field-malformed', path);
}

export function readDay(value: unknown, path: string): Read<string> {
  const isDay = typeof value === 'string' && parseCivilDate(value) !== null;
  return isDay ? ok(value) : refuseDisclosure('field-malformed', path);
}

/** A SHA-256 in base64url. */
export function readHash(value: unknown, path: string): Read<string> {
  return typeof value === 'string' && /^[\w-]{43}$/.test(value) ? ok(value) : refuseDisclosure('field-malformed', path);
}

export function readNull<Value>(
  value: unknown,
  path: string,
  read: (value: unknown, path: string) => Read<Value>,
): Read<Value | null> {
  return value === null ? ok(null) : read(value, path);
}

/** Categories by dimension, at least one each, none twice. */
export function readSets(value: unknown, path: string): Read<CategorySets> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuseDisclosure('field-malformed', path);
  const named = Object.entries<unknown>({ ...value });
  if (named.length > most.dimensions) return refuseDisclosure('too-large', path);
  // Two that are one to whoever reads them would hide each other.
  if (!areApart(named.map(([dimension]) => dimension))) return refuseDisclosure('field-malformed', path);
  const sets: [string, readonly string[]][] = [];
  for (const [dimension, listed] of named) {
    const at = `${path}.${dimension}`;
    const name = readName(dimension, at);
    if (!name.ok) return name;
    const categories = readList(listed, at, readName);
    if (!categories.ok) return categories;
    if (categories.value.length > most.categories) return refuseDisclosure('too-large', at);
    if (categories.value.length === 0 || !areApart(categories.value)) return refuseDisclosure('field-malformed', at);
    sets.push([dimension, categories.value]);
  }
  return ok(Object.fromEntries(sets));
}

function areApart(names: readonly string[]): boolean {
  return new Set(names.map(foldName)).size === names.length;
}

export function readFigures(value: unknown, path: string, floor: number): Read<readonly LedgerFigure[]> {
  const figures = readList(value, path, (one, at) => readFigure(one, at, floor));
  if (!figures.ok) return figures;
  if (figures.value.length === 0) return refuseDisclosure('field-malformed', path);
  return figures.value.length > most.figures ? refuseDisclosure('too-large', path) : figures;
}

function readFigure(value: unknown, path: string, floor: number): Read<LedgerFigure> {
  const names = ['sets', 'rule', 'value'] as const;
  const fields = readFields(value, names, names, path);
  if (!fields.ok) return fields;
  const sets = readSets(fields.value.sets, `${path}.sets`);
  if (!sets.ok) return sets;
  const rule = readWord(fields.value.rule, ['10-5', 'threshold', 'exact', 'interval'], `${path}.rule`, 'rule-unknown');
  if (!rule.ok) return rule;
  const at = `${path}.value`;
  const { value: shown } = fields.value;
  const told = rule.value === 'interval' ? readInterval(shown, at) : readNull(shown, at, readCount);
  if (!told.ok) return told;
  const isTenFiveOdd = rule.value === '10-5' && typeof told.value === 'number' && !isTenFive(told.value, floor);
  if (isTenFiveOdd || (rule.value === 'exact' && told.value === null)) return refuseDisclosure('count-malformed', at);
  return ok({ sets: sets.value, rule: rule.value, value: told.value });
}

function readInterval(value: unknown, path: string): Read<readonly [number, number | null]> {
  return readPair(value, path, readCount);
}

/** A least and a most; null where nothing bounds it. */
export function readPair(
  value: unknown,
  path: string,
  readNumber: (value: unknown, path: string) => Read<number>,
): Read<readonly [number, number | null]> {
  if (!Array.isArray(value) || value.length !== 2) return refuseDisclosure('field-malformed', path);
  // Array.isArray widens to any[]; both are read as unknown.
  const [first, last] = value as readonly unknown[];
  const low = readNumber(first, `${path}[0]`);
  if (!low.ok) return low;
  const high = readNull(last, `${path}[1]`, readNumber);
  if (!high.ok) return high;
  if (high.value !== null && high.value < low.value) return refuseDisclosure('contradiction', path);
  return ok([low.value, high.value]);
}

/** All floors that figures may have, the lowest first (diplomacy, 3.3). */
export const floors: readonly number[] = [lowestFloor, 15, 20];

/** 10, or a higher floor that a programme chose. */
export function readFloorOf(value: unknown, path: string): Read<number> {
  return typeof value === 'number' && floors.includes(value) ? ok(value) : refuseDisclosure('field-malformed', path);
}

/** A list of a few short words. */
export function readLabels(value: unknown, path: string): Read<readonly string[]> {
  const labels = readList(value, path, readLabel);
  return labels.ok && labels.value.length > most.categories ? refuseDisclosure('too-large', path) : labels;
}
