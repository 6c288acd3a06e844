import { provenRange, type Published } from './count-rule.ts';
import type { Menu } from './menu.ts';
import type { Program, Row, Terms } from './program.ts';
import type { Floor } from './verdict.ts';

/** A group of people by codes of some dimensions; everybody where none is named. */
export type MenuGroup = Readonly<Record<string, string>>;

/** Published tables of one year, by the name of the table: cells in the order of the codes, the second dimension running faster. */
export type MenuFigures = Readonly<Record<string, readonly Published[]>>;

/** The tables of a year as one program: a variable for everybody, for each code, and for each pair of codes of a table of two dimensions. */
export interface MenuProgram {
  readonly program: Program;
  /** Every group that has a variable, in the order of the variables. */
  readonly groups: readonly MenuGroup[];
  /** The variable of a group; null where the menu has no such table. */
  variableOf(group: MenuGroup): number | null;
}

/** Builds the program. Every figure bounds one variable; what the tables share is equal. Needs a menu without a fault. */
export function programOfMenu(menu: Menu, figures: MenuFigures, { k }: Floor): MenuProgram {
  const groups = listGroups(menu);
  const index = new Map(groups.map((group, variable) => [keyOf(group), variable]));
  const variableOf = (group: MenuGroup) => index.get(keyOf(group)) ?? null;
  const known = new Map(
    Object.entries(figures).flatMap(([table, cells]) =>
      cellsOf(menu, menu.tables[table] ?? []).map((group, place) => [keyOf(group), cells[place] ?? null] as const),
    ),
  );
  const variables = groups.map((group) => {
    const published = known.get(keyOf(group));
    if (published === undefined) return { low: 0, high: Infinity, whole: true };
    const { low, high } = provenRange('10-5', published, k);
    return { low, high: high ?? Infinity, whole: true };
  });
  const rows = Object.values(menu.tables).flatMap(([first, second]) => {
    if (first === undefined) return [];
    if (second === undefined) return [sumOf(variableOf, {}, cellsOf(menu, [first]))];
    return [
      ...cellsOf(menu, [first]).map((one) =>
        sumOf(
          variableOf,
          one,
          cellsOf(menu, [second]).map((other) => ({ ...one, ...other })),
        ),
      ),
      ...cellsOf(menu, [second]).map((other) =>
        sumOf(
          variableOf,
          other,
          cellsOf(menu, [first]).map((one) => ({ ...one, ...other })),
        ),
      ),
    ];
  });
  return { program: { variables, rows }, groups, variableOf };
}

/** A whole is the sum of its parts. */
function sumOf(variableOf: MenuProgram['variableOf'], whole: MenuGroup, parts: readonly MenuGroup[]): Row {
  const terms: Terms = [whole, ...parts].map((group, place) => [variableOf(group) ?? 0, place === 0 ? -1 : 1] as const);
  return { terms, low: 0, high: 0 };
}

/** The cells of a table over these dimensions, the last one running fastest. */
export function cellsOf({ dimensions }: Menu, names: readonly string[]): readonly MenuGroup[] {
  return names.reduce<readonly MenuGroup[]>(
    (groups, name) => {
      const codes = dimensions.find((dimension) => dimension.name === name)?.codes ?? [];
      return groups.flatMap((group) => codes.map((code) => ({ ...group, [name]: code })));
    },
    [{}],
  );
}

/** Everybody, every code of a dimension that some table has, and every cell of the tables of two. */
function listGroups(menu: Menu): readonly MenuGroup[] {
  const named = new Set(Object.values(menu.tables).flat());
  const single = menu.dimensions.filter(({ name }) => named.has(name)).flatMap(({ name }) => cellsOf(menu, [name]));
  const pairs = Object.values(menu.tables).filter(({ length }) => length === 2);
  return [{}, ...single, ...pairs.flatMap((names) => cellsOf(menu, names))];
}

function keyOf(group: MenuGroup): string {
  return Object.entries(group)
    .map(([name, code]) => `${name}=${code}`)
    .toSorted()
    .join('&');
}
