import type { Published } from './count-rule.ts';

/** A thing that people are told apart by in tables of a year: its codes, and which of them a coarser table tells as one. */
export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
  /** Codes that are told together, by the name they then have. */
  readonly coarser: Readonly<Record<string, readonly string[]>>;
}

/** The tables that may leave, and nothing else. A change of categories is a new version (diplomacy, 3.2). */
export interface Menu {
  readonly version: number;
  readonly dimensions: readonly Dimension[];
  /** What each table tells apart: nothing, one dimension, or two. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** A group of people by codes of some dimensions; everybody where none is named. */
export type MenuGroup = Readonly<Record<string, string>>;

/** Published tables of one year, by the name of the table: cells in the order of the codes, the second dimension running faster. */
export type MenuFigures = Readonly<Record<string, readonly Published[]>>;

/**
 * Menu 1: people supported on any day of a calendar year who agreed to be counted. Codes and where they come from (HTCDS 2.0) are those of the
 * design; its four pairs make a tree, so that all tables of a year together can be attacked with one variable for each of their cells.
 */
export const menuOne: Menu = {
  version: 1,
  dimensions: [
    { name: 'entry', codes: ['new', 'before'], coarser: {} },
    {
      name: 'gender',
      codes: ['woman', 'man', 'other-or-unknown'],
      coarser: { women: ['woman'], 'men-and-others': ['man', 'other-or-unknown'] },
    },
    {
      name: 'age',
      codes: ['under-18', '18-24', '25-34', '35-or-unknown'],
      coarser: { 'under-25': ['under-18', '18-24'], '25-or-unknown': ['25-34', '35-or-unknown'] },
    },
    {
      name: 'form',
      codes: ['sexual', 'labour', 'criminal', 'other-or-unknown'],
      coarser: { sexual: ['sexual'], labour: ['labour'], 'all-other': ['criminal', 'other-or-unknown'] },
    },
    {
      name: 'region',
      codes: ['netherlands', 'other-eu', 'other-europe', 'africa', 'asia', 'elsewhere-or-unknown'],
      coarser: {
        eu: ['netherlands', 'other-eu'],
        africa: ['africa'],
        elsewhere: ['other-europe', 'asia', 'elsewhere-or-unknown'],
      },
    },
    {
      name: 'stay',
      codes: ['reflection', 'trafficking-permit', 'asylum', 'other-lawful', 'none-or-unknown'],
      coarser: {
        'permit-or-reflection': ['reflection', 'trafficking-permit'],
        other: ['asylum', 'other-lawful', 'none-or-unknown'],
      },
    },
    {
      name: 'referrer',
      codes: ['police-or-border', 'public-body', 'ngo', 'other'],
      coarser: { public: ['police-or-border', 'public-body'], other: ['ngo', 'other'] },
    },
  ],
  tables: {
    T0: [],
    T1: ['entry'],
    T2: ['gender'],
    T3: ['age'],
    T4: ['form'],
    T5: ['region'],
    T6: ['stay'],
    T7: ['referrer'],
    T8: ['gender', 'age'],
    T9: ['gender', 'form'],
    T10: ['form', 'region'],
    T11: ['form', 'stay'],
  },
};

/** Why a menu may not be used. */
export type MenuFault = 'dimension-unknown' | 'three-dimensions' | 'cycle';

/**
 * What is wrong with a menu, null where nothing is. Pairs that go round in a circle would let a stranger combine them in ways that the
 * cells alone do not show; without a circle, tables that agree on what they share always come from some population
 * (https://arxiv.org/abs/2012.12126).
 */
export function findMenuFault({
  dimensions,
  tables,
}: Menu): { readonly table: string; readonly fault: MenuFault } | null {
  const root = new Map(dimensions.map(({ name }) => [name, name]));
  const rootOf = (name: string): string => {
    const next = root.get(name) ?? name;
    return next === name ? name : rootOf(next);
  };
  for (const [table, names] of Object.entries(tables)) {
    if (names.some((name) => !root.has(name))) return { table, fault: 'dimension-unknown' };
    if (names.length > 2) return { table, fault: 'three-dimensions' };
    const [first, second] = names;
    if (first === undefined || second === undefined) continue;
    if (rootOf(first) === rootOf(second)) return { table, fault: 'cycle' };
    root.set(rootOf(first), rootOf(second));
  }
  return null;
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
