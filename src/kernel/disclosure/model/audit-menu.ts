import { ok, type Result } from '#platform/base';
import type { Known } from './ask-groups.ts';
import { provenRange, type Range } from './count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { countedIn, dividePeople, type DividedPeople } from './divide/divide-people.ts';
import { listOverlaps } from './divide/list-overlaps.ts';
import { judgeInside } from './judge-nested.ts';
import { withKnown, type KnownFigure } from './known-figures.ts';
import { foldName } from './ledger/fold-name.ts';
import type { CategorySets } from './ledger/ledger-entry.ts';
import type { Dimensions } from './ledger/list-dimensions.ts';
import { cellsOf, findMenuFault, type Menu, type MenuFigures, type MenuGroup } from './menu.ts';
import type { Solver } from './program.ts';
import type { Target } from './release.ts';
import { judgeRange, worstOf, type Floor, type Verdict } from './verdict.ts';

/** A group that is too well known, and how well. */
export interface MenuFinding {
  readonly group: MenuGroup;
  readonly range: Range;
  readonly verdict: Verdict;
}

export interface MenuAudit {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  /** Groups that do not simply pass. */
  readonly findings: readonly MenuFinding[];
}

/**
 * Attacks all tables of one year that are known, together: every group of the menu, every group of three dimensions that share one, and what
 * insiders learn. Refuses a menu with a fault (`too-large`), figures that no counts fit, and what cannot be answered for sure; of that kind is a table that
 * the menu does not have, or divides otherwise.
 */
export function auditMenu(
  solver: Solver,
  menu: Menu,
  figures: MenuFigures,
  floor: Floor,
): Result<MenuAudit, DisclosureRefusal> {
  const fault = findMenuFault(menu);
  if (fault !== null) return refuseDisclosure('too-large', fault.table);
  const strange = Object.entries(figures).find(
    ([table, cells]) => cells.length !== cellsOf(menu, menu.tables[table] ?? []).length || !(table in menu.tables),
  );
  if (strange !== undefined) return refuseDisclosure('not-checked', strange[0]);
  const groups = listGroups(menu);
  const people = dividePeople(dimensionsOf(menu), groups.single.map(setsOf));
  if (!people.ok) return people;
  const told = Object.entries(figures).flatMap(([table, cells]) =>
    cellsOf(menu, menu.tables[table] ?? []).map((group, place): KnownFigure => ({
      atoms: atomsOf(people.value, group),
      range: provenRange('10-5', cells[place] ?? null, floor.k),
    })),
  );
  const atoms = people.value.parts.flatMap((part) => part.atoms.map(({ name }) => name));
  const judge = (known: Known) => judgeYear(known, people.value, groups, floor);
  return withKnown(solver, atoms, told, judge, people.value.same);
}

function judgeYear(
  known: Known,
  people: DividedPeople,
  groups: MenuGroups,
  floor: Floor,
): Result<MenuAudit, DisclosureRefusal> {
  const findings: MenuFinding[] = [];
  const single = groups.single.map((group) => ({ group, target: { name: '', atoms: atomsOf(people, group) } }));
  for (const { group, target } of [...single, ...listThrees(people, groups)]) {
    const range = known.smallRange(target, floor);
    if (!range.ok) return range;
    if (range.value !== null) findings.push({ group, range: range.value, verdict: judgeRange(range.value, floor) });
  }
  const insiders: Verdict[] = [];
  for (const group of groups.single)
    for (const larger of listLarger(group)) {
      const judged = judgeIn(known, people, group, larger);
      if (!judged.ok) return judged;
      insiders.push(judged.value);
    }
  return ok({ verdict: worstOf(findings.map(({ verdict }) => verdict)), insiders: worstOf(insiders), findings });
}

/** Of every cell in each of its margins, and of every code in everybody. */
function judgeIn(
  known: Known,
  people: DividedPeople,
  group: MenuGroup,
  larger: MenuGroup,
): Result<Verdict, DisclosureRefusal> {
  const [inner, outer] = [group, larger].map((one) => countedIn(people, setsOf(one)));
  const part = inner?.findIndex((atoms) => atoms !== null) ?? 0;
  const own = new Set(inner?.[part]);
  const around = outer?.[part] ?? [];
  const judged = judgeInside(
    known,
    around,
    around.filter((atom) => !own.has(atom)),
  );
  return judged.ok ? ok(judged.value?.verdict ?? 'pass') : judged;
}

/** A group with one of its dimensions left out. */
function listLarger(group: MenuGroup): readonly MenuGroup[] {
  const entries = Object.entries(group);
  return entries.map((_, place) => Object.fromEntries(entries.filter((_other, index) => index !== place)));
}

interface MenuGroups {
  /** Everybody, every code of a dimension that some table has, and every cell of the tables of two. */
  readonly single: readonly MenuGroup[];
  /** Cells of two tables that share a dimension, which may have people in common. */
  readonly threes: readonly { readonly group: MenuGroup; readonly of: readonly [MenuGroup, MenuGroup] }[];
}

function listGroups(menu: Menu): MenuGroups {
  const named = new Set(Object.values(menu.tables).flat());
  const codes = menu.dimensions.filter(({ name }) => named.has(name)).flatMap(({ name }) => cellsOf(menu, [name]));
  const pairs = Object.values(menu.tables).filter(({ length }) => length === 2);
  const threes = pairs.flatMap((one, place) =>
    pairs.slice(place + 1).flatMap((other) => {
      if (!one.some((name) => other.includes(name))) return [];
      return cellsOf(menu, [...new Set([...one, ...other])]).map((group) => {
        const part = (of: readonly string[]) => Object.fromEntries(of.map((name) => [name, group[name] ?? '']));
        return { group, of: [part(one), part(other)] as const };
      });
    }),
  );
  return { single: [{}, ...codes, ...pairs.flatMap((names) => cellsOf(menu, names))], threes };
}

/** The same as targets; a menu without a fault tells each cell of its tables apart. */
function listThrees(
  people: DividedPeople,
  { threes }: MenuGroups,
): readonly { readonly group: MenuGroup; readonly target: Target }[] {
  const keyOf = (atoms: readonly string[]): string => atoms.toSorted().join('\n');
  const common = new Map(
    listOverlaps(people.parts).map(({ of, target }) => [keyOf(of.map(({ name }) => name)), target] as const),
  );
  return threes.flatMap(({ group, of }) => {
    const target = common.get(keyOf(of.flatMap((one) => atomsOf(people, one))));
    return target === undefined ? [] : [{ group, target }];
  });
}

function atomsOf(people: DividedPeople, group: MenuGroup): readonly string[] {
  return countedIn(people, setsOf(group)).find((atoms) => atoms !== null) ?? [];
}

function setsOf(group: MenuGroup): CategorySets {
  return Object.fromEntries(Object.entries(group).map(([name, code]) => [name, [code]]));
}

function dimensionsOf({ dimensions, tables }: Menu): Dimensions {
  const named = new Set(Object.values(tables).flat());
  const used = dimensions.filter(({ name }) => named.has(name));
  return new Map(
    used.map(({ name, codes }) => [
      foldName(name),
      { name, codes: new Map(codes.map((code) => [foldName(code), code])), whole: true },
    ]),
  );
}
