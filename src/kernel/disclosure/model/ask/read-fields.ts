import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureCode, type DisclosureRefusal } from '../disclosure-refusal.ts';

/** A value from outside, or why it is not what it must be. */
export type Read<Value> = Result<Value, DisclosureRefusal>;

/** The fields of an object from outside, none of them looked at yet. */
export type Fields<Name extends string> = Readonly<Record<Name, unknown>>;

/** Takes an object with just these fields; names in `needed` must be there. `path` is where it stands. */
export function readFields<Name extends string>(
  value: unknown,
  known: readonly Name[],
  needed: readonly Name[],
  path = '',
): Read<Fields<Name>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuseDisclosure('json-malformed', path === '' ? undefined : path);
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  // Listed below, so a name that is not among them is a refusal.
  const unknown = Object.keys(value).find((name) => !known.includes(name as Name));
  if (unknown !== undefined) return refuseDisclosure('field-unknown', at(unknown));
  const missing = needed.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return refuseDisclosure('field-missing', at(missing));
  const found: [Name, unknown][] = known.map((name) => [name, Reflect.get(value, name)]);
  // Each of the names is a key, and nothing else is.
  return ok(Object.fromEntries(found) as Fields<Name>);
}

/** Reads each element of a list; the first refusal stands for all. */
export function readList<Value>(
  value: unknown,
  path: string,
  read: (element: unknown, path: string) => Read<Value>,
  malformed: DisclosureCode = 'field-malformed',
): Read<readonly Value[]> {
  if (!Array.isArray(value)) return refuseDisclosure(malformed, path);
  const found: Value[] = [];
  // Array.isArray widens to any[]; every element is read as unknown.
  for (const [index, element] of (value as readonly unknown[]).entries()) {
    const one = read(element, `${path}[${String(index)}]`);
    if (!one.ok) return one;
    found.push(one.value);
  }
  return ok(found);
}

/** The largest count that is read: sums of a whole table stay exact. */
const largestCount = 1e9;

export function readCount(value: unknown, path: string): Read<number> {
  const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestCount;
  return isCount ? ok(value) : refuseDisclosure('count-malformed', path);
}

/** A whole number within bounds. */
export function readWhole(value: unknown, path: string, least: number, most: number): Read<number> {
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return isWhole ? ok(value) : refuseDisclosure('count-malformed', path);
}

export function readText(value: unknown, path: string): Read<string> {
  return typeof value === 'string' ? ok(value) : refuseDisclosure('field-malformed', path);
}

export function readFlag(value: unknown, path: string): Read<boolean> {
  return typeof value === 'boolean' ? ok(value) : refuseDisclosure('field-malformed', path);
}

/** One of a few words. */
export function readWord<Word extends string>(
  value: unknown,
  words: readonly Word[],
  path: string,
  code: DisclosureCode = 'field-malformed',
): Read<Word> {
  const found = words.find((word) => word === value);
  return found === undefined ? refuseDisclosure(code, path) : ok(found);
}

/** The most cells of a table that is read, so that an answer comes in time. */
const mostCells = 20_000;

/** Rows of equal length, at least one, each with at least one cell. */
export function readTable<Cell>(
  value: unknown,
  path: string,
  read: (cell: unknown, path: string) => Read<Cell>,
  least = 1,
): Read<readonly (readonly Cell[])[]> {
  const rows = readList(value, path, (row, at) => readList(row, at, read, 'table-ragged'), 'table-ragged');
  if (!rows.ok) return rows;
  const width = rows.value[0]?.length ?? 0;
  if (rows.value.length < least || width < least) return refuseDisclosure('table-ragged', path);
  const ragged = rows.value.findIndex((row) => row.length !== width);
  if (ragged >= 0) return refuseDisclosure('table-ragged', `${path}[${String(ragged)}]`);
  return rows.value.length * width > mostCells ? refuseDisclosure('too-large', path) : rows;
}

/** People of a file: objects whose values are texts; numbers and truth values are read as texts. */
export function readRecords(value: unknown, path: string): Read<readonly Readonly<Record<string, string>>[]> {
  return readList(value, path, (record, at) => {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return refuseDisclosure('field-malformed', at);
    const texts: [string, string][] = [];
    for (const [name, one] of Object.entries<unknown>({ ...record })) {
      if (one !== null && typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean')
        return refuseDisclosure('field-malformed', `${at}.${name}`);
      texts.push([name, one === null ? '' : String(one)]);
    }
    return ok(Object.fromEntries(texts));
  });
}
