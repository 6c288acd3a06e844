import { fewestPersons } from '#kernel/disclosure';
import { ok, refuse, type Result } from '#platform/base';
import { splitCells } from '../split-cells.ts';

/** A table of lists as it was pasted: for each combination 0 or 1 for each list, then how many people. */
export interface PastedLists {
  readonly lists: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** Why a table is not estimated from; `row` and `column` count from 1, as a person counts them in what was pasted. */
export interface ListsRefusal {
  readonly type:
    | 'ListsEmpty'
    | 'ListsRagged'
    | 'ListsNumber'
    | 'ListTwice'
    | 'MarkMalformed'
    | 'PersonsMalformed'
    | 'NobodyRow'
    | 'FewPersons'
    | 'OwnList';
  readonly row: number;
  readonly column: number;
}

/** Fewer lists say nothing of each other; of more there are too many combinations. */
const [fewestLists, mostLists] = [2, 10] as const;

/** The names of the lists of what was pasted so far: the first row without its last cell. */
export function listNames(text: string): readonly string[] {
  return (
    splitCells(text)[0]
      ?.slice(0, -1)
      .filter((name) => name !== '') ?? []
  );
}

/**
 * Reads a table of lists: names, then a row for each combination with how many people stand on exactly those lists. Never our own clients:
 * refused where a list is marked as ours, and below 150 persons (diplomacy, 4).
 */
export function readListTable(text: string, ours: readonly string[]): Result<PastedLists, ListsRefusal> {
  const [head, ...body] = splitCells(text);
  if (head === undefined || body.length === 0) return refusal('ListsEmpty', 1, 1);
  const lists = head.slice(0, -1);
  if (lists.length < fewestLists || lists.length > mostLists) return refusal('ListsNumber', 1, 1);
  const twice = lists.findIndex((name, at) => name === '' || lists.indexOf(name) < at);
  if (twice >= 0) return refusal('ListTwice', 1, twice + 1);
  const own = lists.findIndex((name) => ours.includes(name));
  if (own >= 0) return refusal('OwnList', 1, own + 1);
  const rows: (readonly number[])[] = [];
  for (const [at, cells] of body.entries()) {
    const row = readRow(cells, at + 2, lists.length);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  const persons = rows.reduce((sum, row) => sum + (row.at(-1) ?? 0), 0);
  return persons < fewestPersons ? refusal('FewPersons', 1, 1) : ok({ lists, rows });
}

function readRow(cells: readonly string[], row: number, lists: number): Result<readonly number[], ListsRefusal> {
  if (cells.length !== lists + 1) return refusal('ListsRagged', row, Math.min(cells.length, lists + 1));
  const marks = cells.slice(0, -1);
  const wrong = marks.findIndex((cell) => cell !== '0' && cell !== '1');
  if (wrong >= 0) return refusal('MarkMalformed', row, wrong + 1);
  if (!marks.includes('1')) return refusal('NobodyRow', row, 1);
  const persons = cells.at(-1) ?? '';
  return /^\d{1,7}$/.test(persons) ? ok(cells.map(Number)) : refusal('PersonsMalformed', row, cells.length);
}

function refusal(type: ListsRefusal['type'], row: number, column: number): Result<never, ListsRefusal> {
  return refuse<ListsRefusal>({ type, row, column });
}
