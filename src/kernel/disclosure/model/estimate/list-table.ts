import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';

/** People on several lists: how many stand on each combination of them. Combinations are numbers whose bits say on which lists. */
export interface ListTable {
  readonly lists: readonly string[];
  /** By combination; that of no list, 0, is what is to be estimated and holds nobody. */
  readonly counts: readonly number[];
}

/** Two lists by their places in the table, the first one lower. */
export type Pair = readonly [number, number];

/**
 * Puts rows `[0|1 for each list…, count]` together; combinations that come twice are added up. Refuses fewer than two or more than ten lists,
 * a row of zeros and a table without anybody. `path` names rows.
 */
export function readListTable(
  lists: readonly string[],
  rows: readonly (readonly number[])[],
  path: string,
): Result<ListTable, DisclosureRefusal> {
  if (lists.length < 2 || lists.length > 10 || new Set(lists).size < lists.length)
    return refuseDisclosure('field-malformed', 'lists');
  const counts = Array.from({ length: 2 ** lists.length }, () => 0);
  for (const [index, row] of rows.entries()) {
    const at = `${path}[${String(index)}]`;
    if (row.length !== lists.length + 1) return refuseDisclosure('table-ragged', at);
    const marks = row.slice(0, -1);
    const wrong = marks.findIndex((mark) => mark !== 0 && mark !== 1);
    if (wrong >= 0) return refuseDisclosure('count-malformed', `${at}[${String(wrong)}]`);
    const combination = marks.reduce((bits, mark, list) => bits + mark * 2 ** list, 0);
    if (combination === 0) return refuseDisclosure('count-malformed', at);
    counts[combination] = (counts[combination] ?? 0) + (row.at(-1) ?? 0);
  }
  return counts.some((count) => count > 0) ? ok({ lists, counts }) : refuseDisclosure('count-malformed', path);
}

/** How many people were seen on any list. */
export function countSeen({ counts }: ListTable): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** All pairs of lists, in the order of the table. */
export function listPairs({ lists }: ListTable): readonly Pair[] {
  return lists.flatMap((_, first) =>
    lists.flatMap((_other, second) => (second > first ? [[first, second] as const] : [])),
  );
}

/** How many people a list holds, or two of them share. */
export function countOn({ counts }: ListTable, lists: readonly number[]): number {
  return counts.reduce((total, count, combination) => (isOn(combination, lists) ? total + count : total), 0);
}

/** Whether a combination holds all of these lists. */
export function isOn(combination: number, lists: readonly number[]): boolean {
  return lists.every((list) => Math.floor(combination / 2 ** list) % 2 === 1);
}

/** The name of a pair: both lists, in the order of the table. */
export function pairName({ lists }: ListTable, [first, second]: Pair): string {
  return `${lists[first] ?? ''}:${lists[second] ?? ''}`;
}

/** Chapman's estimate from two lists, as if they were independent: (a + 1)(b + 1) / (both + 1) - 1. */
export function chapman(table: ListTable, [first, second]: Pair): number {
  const [a, b, both] = [countOn(table, [first]), countOn(table, [second]), countOn(table, [first, second])];
  return ((a + 1) * (b + 1)) / (both + 1) - 1;
}
