/** A cell of a table, by row and column from 0. */
export type Place = readonly [row: number, column: number];

/** What one cell of a table may change by, when only hidden cells may change and every row and column keeps its sum. */
export interface Play {
  readonly value: number;
  /**
   * What bounds it: cells with how much each lets through when it is wholly hidden, and a constant where the count itself is the bound. For
   * any other choice of hidden cells, the change is at most the constant plus what those of the list let through.
   */
  readonly bound: { readonly cells: readonly (readonly [Place, number])[]; readonly constant: number };
}

/** A table whose cells are hidden wholly (1), not at all (0), or, while a choice is sought, in part. */
export interface HiddenTable {
  readonly counts: readonly (readonly number[])[];
  readonly hidden: readonly (readonly number[])[];
  /** The total: nobody believes that a cell is larger. */
  readonly total: number;
}

const smallest = 1e-9;

/**
 * How far a cell can go up or down. Every change of a cell is made good in its row and its column by hidden cells, so it is a flow through
 * rows and columns: a cell lets through its count downwards, and any number upwards. The most that flows is what the narrowest cut lets
 * through (Ford and Fulkerson, 1956).
 */
export function findPlay(table: HiddenTable, [row, column]: Place, way: 'up' | 'down'): Play {
  const rows = table.counts.length;
  const columns = table.counts[0]?.length ?? 0;
  const size = rows + columns;
  const left = Array.from({ length: size }, (_, from) =>
    Array.from({ length: size }, (_other, to) => capacity(table, [row, column], from, to)),
  );
  const [from, to] = way === 'up' ? [rows + column, row] : [row, rows + column];
  const own = (way === 'up' ? table.total : (table.counts[row]?.[column] ?? 0)) * (table.hidden[row]?.[column] ?? 0);
  let value = 0;
  while (value < own - smallest) {
    const path = findPath(left, from, to);
    if (path === null)
      return { value, bound: { cells: findCut(table, [row, column], reachable(left, from)), constant: 0 } };
    const step = Math.min(own - value, ...path.map(([a, b]) => left[a]?.[b] ?? 0));
    for (const [a, b] of path) push(left, a, b, step);
    value += step;
  }
  return { value: own, bound: { cells: [], constant: own } };
}

type Capacities = number[][];

/** Rows come first, then columns. From a row to a column a cell grows, the other way it shrinks. The cell itself is left out. */
function capacity({ counts, hidden, total }: HiddenTable, [row, column]: Place, from: number, to: number): number {
  const rows = counts.length;
  const up = from < rows;
  if (up === to < rows) return 0;
  const [r, c] = up ? [from, to - rows] : [to, from - rows];
  if (r === row && c === column) return 0;
  return (hidden[r]?.[c] ?? 0) * (up ? total : (counts[r]?.[c] ?? 0));
}

/** A shortest path of arcs that still let something through; null where there is none. */
function findPath(left: Capacities, from: number, to: number): readonly (readonly [number, number])[] | null {
  const before = new Map<number, number>([[from, from]]);
  for (const at of before.keys()) {
    if (at === to) break;
    for (const [next, much] of (left[at] ?? []).entries())
      if (much > smallest && !before.has(next)) before.set(next, at);
  }
  if (!before.has(to)) return null;
  const path: (readonly [number, number])[] = [];
  for (let at = to; at !== from; at = before.get(at) ?? from) path.push([before.get(at) ?? from, at]);
  return path;
}

function push(left: Capacities, from: number, to: number, step: number): void {
  const [forth, back] = [left[from], left[to]];
  if (forth !== undefined) forth[to] = (forth[to] ?? 0) - step;
  if (back !== undefined) back[from] = (back[from] ?? 0) + step;
}

function reachable(left: Capacities, from: number): ReadonlySet<number> {
  const found = new Set([from]);
  for (const at of found) for (const [next, much] of (left[at] ?? []).entries()) if (much > smallest) found.add(next);
  return found;
}

/** The arcs that lead out of what is reached, with what each would let through if its cell were hidden. */
function findCut(
  table: HiddenTable,
  place: Place,
  reached: ReadonlySet<number>,
): readonly (readonly [Place, number])[] {
  const { counts, total } = table;
  const open = { counts, total, hidden: counts.map((line) => line.map(() => 1)) };
  const rows = counts.length;
  const size = rows + (counts[0]?.length ?? 0);
  const cut: (readonly [Place, number])[] = [];
  for (const from of reached)
    for (let to = 0; to < size; to += 1) {
      const much = reached.has(to) ? 0 : capacity(open, place, from, to);
      if (much > 0) cut.push([from < rows ? [from, to - rows] : [to, from - rows], much]);
    }
  return cut;
}
