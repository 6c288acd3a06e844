import {
  askAudit,
  askEstimateOfCsv,
  askProtect,
  askRound,
  askSuppress,
  auditMenu,
  cellsOf,
  judgeRelease,
  menuOne,
  publishCount,
  usualFloor,
  type KnownEntry,
  type LedgerContent,
  type LedgerEntryId,
  type MenuFigures,
  type MenuGroup,
  type Solver,
} from '#kernel/disclosure';
import type { TenantId, UserId } from '#platform/base';

/** A question of the bench; the same in Node and in the browser. */
export interface BenchQuestion {
  readonly title: string;
  readonly ask: (solver: Solver) => { readonly ok: boolean };
}

/** Everything that is measured. `lists` holds tables of lists as comma separated values, by name. */
export function benchQuestions(lists: Readonly<Record<string, string>>): readonly BenchQuestion[] {
  return [
    ...[70, 200].map((persons) => ({
      title: `audit of all tables of a year, ten invented years of ${String(persons)} persons one after the other`,
      ask: (solver: Solver) => {
        const years = Array.from({ length: 10 }, (_, year) => publishYear(drawPersons(persons, year + 1)));
        return { ok: years.every((figures) => auditMenu(solver, menuOne, figures, usualFloor).ok) };
      },
    })),
    ...[70, 200].flatMap(ledgerQuestions),
    ...tableQuestions(4, 6),
    ...tableQuestions(8, 12),
    ...tableQuestions(20, 20),
    ...Object.entries(lists).map(([name, text]) => ({
      title: `estimate of ${name} by the usual methods`,
      ask: (solver: Solver) => askEstimateOfCsv(solver, text),
    })),
  ];
}

/** What whoever releases waits for: the verdict, and how a stranger would work it out. */
function ledgerQuestions(persons: number): readonly BenchQuestion[] {
  const year = publishYear(drawPersons(persons, 1));
  const told = Object.entries(year).map(([table, cells], at) => releaseOf(at, [table], tableOf(table, cells)));
  const whole: LedgerContent = releaseOf(
    told.length,
    Object.keys(year),
    Object.entries(year)
      .map(([table, cells]) => tableOf(table, cells))
      .reduce((one, other) => ({
        dimensions: { ...one.dimensions, ...other.dimensions },
        figures: [...one.figures, ...other.figures],
      })),
  );
  const known = told.map((content): KnownEntry => ({ content, on: content.written }));
  return [
    {
      title: `release of each table of a year of ${String(persons)} persons after those before it, twelve in all`,
      ask: (solver) => ({
        ok: known.every(({ content }, at) => judgeRelease(solver, known.slice(0, at), content).ok),
      }),
    },
    {
      title: `release of all tables of a year of ${String(persons)} persons at once`,
      ask: (solver) => judgeRelease(solver, [], whole),
    },
  ];
}

type Told = Pick<Extract<LedgerContent, { readonly kind: 'release' }>, 'dimensions' | 'figures'>;

function tableOf(table: string, cells: MenuFigures[string]): Told {
  const names = menuOne.tables[table] ?? [];
  const dimensions = menuOne.dimensions.filter(({ name }) => names.includes(name));
  return {
    dimensions: Object.fromEntries(dimensions.map(({ name, codes }) => [name, codes])),
    figures: cellsOf(menuOne, names).map((group, place) => ({
      sets: Object.fromEntries(Object.entries(group).map(([name, code]) => [name, [code]])),
      ...{ rule: '10-5', value: cells[place] ?? null },
    })),
  };
}

function releaseOf(number: number, tables: readonly string[], told: Told) {
  const id = <Id extends string>(digits: number) => `00000000-0000-4000-8000-${String(digits).padStart(12, '0')}` as Id;
  return {
    ...{ ...told, v: 1, kind: 'release', population: 'invented', floor: 10, audience: 'public', menu: '1', tables },
    ...{ tenant: id<TenantId>(1), author: id<UserId>(2), id: id<LedgerEntryId>(10 + number), written: '2026-11-28' },
    ...{ document: { title: 'Bench', version: '1' }, state: null },
  } as const satisfies LedgerContent;
}

function tableQuestions(rows: number, columns: number): readonly BenchQuestion[] {
  const table = drawTable(rows, columns);
  const size = `${String(rows)} x ${String(columns)}`;
  return [
    {
      title: `audit of ${size} by the 10-5 rule`,
      ask: (solver) => askAudit(solver, { kind: 'table', rule: '10-5', published: publish(table) }),
    },
    {
      title: `fewest cells to hide of ${size}`,
      ask: (solver) => askSuppress(solver, { table, k: 10, minimise: 'cells', protection: 'exact' }),
    },
    {
      title: `least to hide of ${size}, sliding`,
      ask: (solver) => askSuppress(solver, { table, k: 10, minimise: 'weight', protection: 'sliding' }),
    },
    { title: `nearest rounding of ${size}`, ask: (solver) => askRound(solver, { table, base: 5 }) },
  ];
}

/** What a question took, in milliseconds, and how much of it the solver. */
export interface Spent {
  readonly title: string;
  readonly ok: boolean;
  readonly all: number;
  readonly inSolver: number;
  readonly programs: number;
}

/** Asks one question and measures it. */
export function measureQuestion({ title, ask }: BenchQuestion, solver: Solver): Spent {
  const spent = { programs: 0, ms: 0 };
  const start = performance.now();
  const { ok } = ask(counted(solver, spent));
  return { title, ok, all: performance.now() - start, inSolver: spent.ms, programs: spent.programs };
}

function counted(solver: Solver, spent: { programs: number; ms: number }): Solver {
  return {
    name: solver.name,
    open: (program) => {
      const open = solver.open(program);
      return {
        ...open,
        solve: (aim) => {
          const start = performance.now();
          const solved = open.solve(aim);
          spent.ms += performance.now() - start;
          spent.programs += 1;
          return solved;
        },
      };
    },
  };
}

/** Chances from 0 to 1, the same in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Counts of which one in six is small. */
function drawTable(rows: number, columns: number): readonly (readonly number[])[] {
  const next = chances(7);
  const count = (): number => (next() < 1 / 6 ? Math.floor(next() * 10) : Math.floor(10 + 90 * next() * next()));
  return Array.from({ length: rows }, () => Array.from({ length: columns }, count));
}

function publish(table: readonly (readonly number[])[]): unknown {
  const answer = askProtect({ table, margins: true });
  return answer.ok ? Reflect.get(answer.value, 'published') : null;
}

/** Invented people in the categories of the menu; the first codes of each dimension are held more often. */
function drawPersons(persons: number, year: number): readonly MenuGroup[] {
  const next = chances(persons * 100 + year);
  return Array.from({ length: persons }, () =>
    Object.fromEntries(
      menuOne.dimensions.map(({ name, codes }) => [name, codes[Math.floor(codes.length * next() * next())] ?? '']),
    ),
  );
}

function publishYear(persons: readonly MenuGroup[]): MenuFigures {
  const isIn = (group: MenuGroup, person: MenuGroup): boolean =>
    Object.entries(group).every(([name, code]) => person[name] === code);
  return Object.fromEntries(
    Object.entries(menuOne.tables).map(([table, names]) => [
      table,
      cellsOf(menuOne, names).map((group) => publishCount(persons.filter((person) => isIn(group, person)).length)),
    ]),
  );
}
