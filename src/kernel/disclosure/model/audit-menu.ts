import { ok, type Result } from '#platform/base';
import type { Range } from './count-rule.ts';
import { refuseDisclosure, type DisclosureRefusal } from './disclosure-refusal.ts';
import { findExtreme } from './find-range.ts';
import { findMenuFault, type Menu } from './menu.ts';
import { cellsOf, programOfMenu, type MenuFigures, type MenuGroup, type MenuProgram } from './menu-program.ts';
import { withProgram, type OpenProgram, type Solver, type Terms } from './program.ts';
import { coalition, judgeInsiders, judgeRange, worstOf, type Floor, type Verdict } from './verdict.ts';

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
  const year = programOfMenu(menu, figures, floor);
  return withProgram(solver, year.program, (open) => {
    const attack: Attack = { solver, year, open, floor, seen: [] };
    const first = ask(attack, [], 'least');
    if (!first.ok) return first;
    const found: MenuFinding[] = [];
    for (const group of [...year.groups.map(oneOf(year)), ...listThrees(menu, year)]) {
      const judged = judgeGroup(attack, group);
      if (!judged.ok) return judged;
      if (judged.value !== null) found.push(judged.value);
    }
    const insiders = judgeAllInsiders(attack);
    if (!insiders.ok) return insiders;
    return ok({ verdict: worstOf(found.map(({ verdict }) => verdict)), insiders: insiders.value, findings: found });
  });
}

interface Attack {
  readonly solver: Solver;
  readonly year: MenuProgram;
  readonly open: OpenProgram;
  readonly floor: Floor;
  /** Tables that fit the figures, as they were found on the way. */
  readonly seen: (readonly number[])[];
}

/** A group as the least of two sums that it lies in, and what is at least in both. */
interface Target {
  readonly group: MenuGroup;
  /** One variable, or two of whose people it is the common part. */
  readonly parts: readonly number[];
  /** Everybody who shares the dimension between the two; null for a group of one variable. */
  readonly around: number | null;
}

function oneOf({ variableOf }: MenuProgram): (group: MenuGroup) => Target {
  return (group) => ({ group, parts: [variableOf(group) ?? 0], around: null });
}

/** Groups of three dimensions: two tables of two share one of them. In a tree, such a group may have any number between what is said here. */
function listThrees(menu: Menu, { variableOf }: MenuProgram): readonly Target[] {
  const pairs = Object.values(menu.tables).filter(({ length }) => length === 2);
  return pairs.flatMap((one, place) =>
    pairs.slice(place + 1).flatMap((other) => {
      const shared = one.find((name) => other.includes(name));
      if (shared === undefined) return [];
      const names = [...new Set([...one, ...other])];
      return cellsOf(menu, names).map((group): Target => {
        const part = (of: readonly string[]) => Object.fromEntries(of.map((name) => [name, group[name] ?? '']));
        return {
          group,
          parts: [one, other].map((of) => variableOf(part(of)) ?? 0),
          around: variableOf(part([shared])),
        };
      });
    }),
  );
}

function ask(attack: Attack, terms: Terms, sense: 'least' | 'most'): ReturnType<typeof findExtreme> {
  const found = findExtreme(attack.open, terms, sense);
  if (found.ok && found.value.columns.length > 0) attack.seen.push(found.value.columns);
  return found;
}

/** Null for a group that passes. One of which enough values were seen on the way passes without a question. */
function judgeGroup(attack: Attack, target: Target): Result<MenuFinding | null, DisclosureRefusal> {
  const { k, values } = attack.floor;
  const seen = attack.seen.map((columns) => spanIn(target, columns));
  const most = Math.max(...seen.map(({ high }) => high));
  if (most >= k || (most >= values - 1 && seen.some(({ low }) => low === 0))) return ok(null);
  const high = findMost(attack, target);
  if (!high.ok) return high;
  if (high.value === null || high.value >= k) return ok(null);
  const terms: Terms =
    target.around === null
      ? target.parts.map((variable) => [variable, 1])
      : [...target.parts.map((variable) => [variable, 1] as const), [target.around, -1]];
  const least = ask(attack, terms, 'least');
  if (!least.ok) return least;
  const range: Range = { low: Math.max(0, least.value.value ?? 0), high: high.value };
  const verdict = judgeRange(range, attack.floor);
  return ok(verdict === 'pass' ? null : { group: target.group, range, verdict });
}

/** Between what numbers a group lies in one table that fits. */
function spanIn(
  { parts, around }: Target,
  columns: readonly number[],
): { readonly low: number; readonly high: number } {
  const counts = parts.map((variable) => columns[variable] ?? 0);
  const high = Math.min(...counts);
  if (around === null) return { low: high, high };
  return { low: Math.max(0, counts.reduce((sum, count) => sum + count, 0) - (columns[around] ?? 0)), high };
}

/** The most that a group can have: of a common part, the most that both sums can have at once. */
function findMost(attack: Attack, { parts }: Target): Result<number | null, DisclosureRefusal> {
  const [first = 0, second] = parts;
  if (second === undefined) {
    const most = ask(attack, [[first, 1]], 'most');
    return most.ok ? ok(most.value.value) : most;
  }
  const { variables, rows } = attack.year.program;
  const common = variables.length;
  const program = {
    variables: [...variables, { low: 0, high: Infinity, whole: true }],
    rows: [
      ...rows,
      ...parts.map((variable) => ({ terms: [[variable, 1] as const, [common, -1] as const], low: 0, high: Infinity })),
    ],
  };
  return withProgram(attack.solver, program, (open) => {
    const most = findExtreme(open, [[common, 1]], 'most');
    if (!most.ok) return most;
    if (most.value.columns.length > 0) attack.seen.push(most.value.columns.slice(0, common));
    return ok(most.value.value);
  });
}

/** Of every cell in each of its margins, and of every code in everybody. */
function judgeAllInsiders(attack: Attack): Result<Verdict, DisclosureRefusal> {
  const { groups, variableOf } = attack.year;
  const verdicts: Verdict[] = [];
  for (const group of groups)
    for (const larger of listLarger(group)) {
      const [inner, outer] = [variableOf(group) ?? 0, variableOf(larger) ?? 0];
      if (attack.seen.some((columns) => (columns[outer] ?? 0) - (columns[inner] ?? 0) > coalition)) continue;
      const outside = ask(
        attack,
        [
          [outer, 1],
          [inner, -1],
        ],
        'most',
      );
      if (!outside.ok) return outside;
      const least = ask(attack, [[outer, 1]], 'least');
      if (!least.ok) return least;
      verdicts.push(judgeInsiders({ low: least.value.value ?? 0, high: null }, outside.value.value));
    }
  return ok(worstOf(verdicts));
}

/** A group with one of its dimensions left out. */
function listLarger(group: MenuGroup): readonly MenuGroup[] {
  const entries = Object.entries(group);
  return entries.map((_, place) => Object.fromEntries(entries.filter((_other, index) => index !== place)));
}
