import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { withProgram, type OpenProgram, type Row, type Solver, type Terms } from './program.ts';
import { findPlay, type HiddenTable, type Place } from './table-flow.ts';

/** What is asked: a table whose margins are all told, and whose small counts are not. */
export interface Suppression {
  readonly table: readonly (readonly number[])[];
  /** Counts from 1 to below this are hidden. */
  readonly k: number;
  readonly minimise: 'cells' | 'weight';
  /** How many values must remain possible for a small count: two, or `k` and one more. */
  readonly protection: 'exact' | 'sliding';
}

/** Which cells are hidden, so that no small count can be worked out from the margins. */
export interface SuppressedTable {
  readonly extraCells: number;
  /** Sum of what the further cells count; one that nobody is in counts as one. */
  readonly extraWeight: number;
  readonly pattern: readonly (readonly (0 | 1)[])[];
  readonly intervals: readonly {
    readonly row: number;
    readonly col: number;
    readonly min: number;
    readonly max: number;
  }[];
}

/** Nothing helps: these cells stay open even when every cell is hidden. */
export interface Unprotectable {
  readonly open: readonly Place[];
}

/**
 * Hides the fewest further cells, or those that count least, so that every small count stays uncertain (exact complementary suppression).
 * Which cells to hide is chosen by whole programs over one variable a cell; each choice is attacked, and what breaks it becomes a further row
 * of the program, until none breaks (Fischetti and Salazar, 1999).
 */
export function suppressTable(
  solver: Solver,
  asked: Suppression,
): Result<SuppressedTable | Unprotectable, DisclosureRefusal> {
  const primaries = listPlaces(asked.table).filter((place) => isSmall(asked, place));
  const everything = hiddenTable(asked, () => 1);
  const open = primaries.filter((place) => findBreach(asked, everything, place) !== null);
  if (open.length > 0) return ok({ open });
  const chosen = choose(solver, asked, primaries);
  if (!chosen.ok) return chosen;
  return ok(describe(asked, chosen.value));
}

function isSmall({ table, k }: Suppression, [row, column]: Place): boolean {
  const count = table[row]?.[column] ?? 0;
  return count > 0 && count < k;
}

function listPlaces(table: readonly (readonly number[])[]): readonly Place[] {
  return table.flatMap((line, row) => line.map((_, column): Place => [row, column]));
}

function weightOf(count: number): number {
  return Math.max(1, count);
}

function hiddenTable({ table }: Suppression, hidden: (place: Place) => number): HiddenTable {
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  return { counts: table, hidden: table.map((line, row) => line.map((_, column) => hidden([row, column]))), total };
}

/** Rows that a choice breaks are added first to a program of parts, which is quick, then to the whole one. */
function choose(
  solver: Solver,
  asked: Suppression,
  primaries: readonly Place[],
): Result<readonly number[], DisclosureRefusal> {
  const columns = asked.table[0]?.length ?? 0;
  const costs: Terms = asked.table.flatMap((line, row) =>
    line.map((count, column) => [row * columns + column, asked.minimise === 'cells' ? 1 : weightOf(count)] as const),
  );
  const variables = (whole: boolean) =>
    listPlaces(asked.table).map((place) => ({ low: isSmall(asked, place) ? 1 : 0, high: 1, whole }));
  const settle = (
    open: OpenProgram,
  ): Result<{ readonly chosen: readonly number[]; readonly rows: readonly Row[] }, DisclosureRefusal> => {
    const rows: Row[] = [];
    for (;;) {
      const found = open.solve({ sense: 'least', terms: costs });
      if (found.status !== 'optimal') return refuseDisclosure('not-checked');
      const hidden = hiddenTable(asked, ([row, column]) => found.columns[row * columns + column] ?? 0);
      const broken = primaries.flatMap((place) => findBreach(asked, hidden, place) ?? []);
      if (broken.length === 0) return ok({ chosen: found.columns, rows });
      for (const row of broken) open.addRow(row);
      rows.push(...broken);
    }
  };
  const parts = withProgram(solver, { variables: variables(false), rows: [] }, settle);
  if (!parts.ok) return parts;
  const whole = withProgram(solver, { variables: variables(true), rows: parts.value.rows }, settle);
  return whole.ok ? ok(whole.value.chosen) : whole;
}

/** What every good choice must meet and this one does not; null where the small count is uncertain enough. */
function findBreach({ table, k, protection }: Suppression, hidden: HiddenTable, place: Place): Row | null {
  const [up, down] = [findPlay(hidden, place, 'up'), findPlay(hidden, place, 'down')];
  const width = protection === 'exact' ? 1 : k;
  if (up.value + down.value >= width - 1e-6) return null;
  const columns = table[0]?.length ?? 0;
  const needed = width - up.bound.constant - down.bound.constant;
  const factors = new Map<number, number>();
  for (const [[row, column], much] of [...up.bound.cells, ...down.bound.cells]) {
    const variable = row * columns + column;
    factors.set(variable, (factors.get(variable) ?? 0) + much);
  }
  // A variable is 0 or 1, so none needs to give more than all that is needed.
  return {
    terms: [...factors].map(([variable, much]) => [variable, Math.min(much, needed)]),
    low: needed,
    high: Infinity,
  };
}

function describe(asked: Suppression, chosen: readonly number[]): SuppressedTable {
  const { table } = asked;
  const columns = table[0]?.length ?? 0;
  const isHidden = ([row, column]: Place) => (chosen[row * columns + column] ?? 0) > 0.5;
  const places = listPlaces(table).filter(isHidden);
  const hidden = hiddenTable(asked, (place) => (isHidden(place) ? 1 : 0));
  const further = places.filter((place) => !isSmall(asked, place));
  return {
    extraCells: further.length,
    extraWeight: further.reduce((sum, [row, column]) => sum + weightOf(table[row]?.[column] ?? 0), 0),
    pattern: table.map((line, row) => line.map((_, column) => (isHidden([row, column]) ? 1 : 0))),
    intervals: places.map((place) => {
      const [row, col] = place;
      const count = table[row]?.[col] ?? 0;
      const [up, down] = [findPlay(hidden, place, 'up').value, findPlay(hidden, place, 'down').value];
      return { row, col, min: count - down, max: count + up };
    }),
  };
}
