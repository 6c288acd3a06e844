import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import type { Known } from '../ask-groups.ts';
import { readings, withStates } from '../corrected-states.ts';
import { provenRange, publishCount } from '../count-rule.ts';
import { withKnown } from '../known-figures.ts';
import { listGroups } from '../list-targets.ts';
import type { ReleasedFigure, Target } from '../release.ts';
import { countedIn, dividePeople, type DividedPeople } from './divide-people.ts';
import type { CategorySets } from '../ledger/ledger-entry.ts';
import { listOverlaps } from './list-overlaps.ts';
import { listMargins } from './list-margins.ts';
import { listMeetings } from './list-meetings.ts';

const codes = { a: ['a1', 'a2'], b: ['b1', 'b2', 'b3'], c: ['c1', 'c2'], d: ['d1', 'd2'] } as const;
const names = Object.keys(codes) as readonly (keyof typeof codes)[];
const dimensions = new Map(
  names.map((name) => [name, { name, codes: new Map(codes[name].map((code) => [code, code])), whole: true }]),
);
const cross = codes.a.flatMap((a) =>
  codes.b.flatMap((b) => codes.c.flatMap((c) => codes.d.map((d) => ({ a, b, c, d }) as const))),
);
type Cell = (typeof cross)[number];
const named = (cell: Cell): string => names.map((name) => cell[name]).join();

/** Tables of some dimensions, each told whole, or lists where there is one; and groups of several categories. */
const table = fc.subarray([...names], { minLength: 0, maxLength: 2 });
const tables = fc.array(table, { minLength: 1, maxLength: 5 });
const three = fc.option(fc.subarray([...names], { minLength: 3, maxLength: 3 }), { freq: 4 });
const several = fc.array(fc.record({ b: fc.subarray([...codes.b], { minLength: 1, maxLength: 2 }) }), { maxLength: 1 });
const population = fc.array(fc.oneof(fc.nat(2), fc.nat(14)), { minLength: cross.length, maxLength: cross.length });

/** Always tried: two tables that share a dimension. */
const shared: (keyof typeof codes)[][] = [
  ['a', 'b'],
  ['b', 'c'],
];
const cellsOf = (of: readonly (keyof typeof codes)[]): readonly CategorySets[] =>
  of.reduce<readonly CategorySets[]>(
    (sets, name) => sets.flatMap((set) => codes[name].map((code) => ({ ...set, [name]: [code] }))),
    [{}],
  );
const isIn = (cell: Cell, sets: CategorySets): boolean =>
  names.every((name) => sets[name]?.includes(cell[name]) ?? true);
const valueOf = (counts: readonly number[], sets: CategorySets) =>
  provenRange(
    '10-5',
    publishCount(counts.reduce((sum, count, at) => sum + (isIn(cross[at] as Cell, sets) ? count : 0), 0)),
  );

/** The same figures by the atoms of the tree, and by the full cross of all dimensions. */
function bothWays(counts: readonly number[], told: readonly CategorySets[], people: DividedPeople) {
  const inTree = told.flatMap((sets) =>
    countedIn(people, sets).flatMap((atoms): readonly ReleasedFigure[] =>
      atoms === null ? [] : [{ name: JSON.stringify(sets), atoms, text: null, range: valueOf(counts, sets) }],
    ),
  );
  const inCross = told.map((sets): ReleasedFigure => ({
    ...{ name: JSON.stringify(sets), text: null, range: valueOf(counts, sets) },
    atoms: cross.filter((cell) => isIn(cell, sets)).map(named),
  }));
  return { inTree, inCross };
}

/** A group of the tree by cells of the full cross; categories that no figure tells apart are one there. */
function crossed(people: DividedPeople, told: readonly CategorySets[]) {
  const signature = (name: keyof typeof codes, code: string) => told.map((sets) => sets[name]?.includes(code)).join();
  const all = people.parts.flatMap(({ atoms }) => atoms);
  const within = (atoms: readonly string[]) => {
    const cells = all.flatMap((atom) => (atoms.includes(atom.name) ? atom.cells : []));
    return new Set(
      cross
        .filter((one) =>
          cells.some((cell) =>
            names.every((name) => {
              const code = cell.get(name)?.code;
              return code === undefined || signature(name, code) === signature(name, one[name]);
            }),
          ),
        )
        .map(named),
    );
  };
  return ({ atoms, common }: Target): readonly string[] => {
    if (!common) return [...within(atoms)];
    return common.flatMap(({ atoms: own, others }) => {
      const second = within(others);
      return [...within(own)].filter((cell) => second.has(cell));
    });
  };
}

const sought = fc.tuple(tables, three, several).map(([pairs, crossOfThree, groups]) => {
  const all = [...pairs, ...(crossOfThree === null ? [] : [crossOfThree])].flatMap(cellsOf);
  return [...new Map([...all, ...groups].map((sets) => [JSON.stringify(sets), sets])).values()];
});

test('a tree of parts tells of every group what the full cross of all dimensions tells', async () => {
  const solver = await openSolver(600);
  let [apart, common] = [0, 0];
  fc.assert(
    fc.property(sought, population, (told, counts) => {
      const people = expectOk(dividePeople(dimensions, told));
      const { inTree, inCross } = bothWays(counts, told, people);
      const atoms = people.parts.flatMap((part) => part.atoms.map(({ name }) => name));
      const targets = listGroups(
        atoms,
        [...inTree, ...listMargins(people)],
        [...listMeetings(people, told), ...listOverlaps(people.parts).map(({ target }) => target)],
      );
      const cellsIn = crossed(people, told);
      const tree = withKnown(
        solver,
        atoms,
        inTree,
        (known) => ({ ok: true, value: targets.map((target) => expectOk(known.rangeOf(target))) }),
        people.same,
      );
      const whole = withKnown(solver, cross.map(named), inCross, (known) => ({
        ok: true,
        value: targets.map((target) => expectOk(known.range(cellsIn(target)))),
      }));
      expect(tree).toEqual(whole);
      if (people.parts.length > 1) apart += 1;
      common += targets.filter((target) => target.common).length;
    }),
    { numRuns: 25, examples: [[shared.flatMap(cellsOf), cross.map(() => 5)]] },
  );
  // It is no proof where nothing was put together from parts.
  expect(Math.min(apart, common)).toBeGreaterThan(0);
});

test('and of those who came and went at corrections, by each reading', async () => {
  const solver = await openSolver(600);
  const rangesOf = (groups: readonly Target[], of: readonly Known[]) =>
    of.map((one) => groups.map((group) => expectOk(one.rangeOf(group))));
  let common = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(tables, population), { minLength: 2, maxLength: 3 }), (states) => {
      const sets = states.map(([of]) => of.flatMap(cellsOf));
      const people = expectOk(dividePeople(dimensions, sets.flat()));
      const told = states.map(([, counts], at) => bothWays(counts, sets[at] ?? [], people));
      const atoms = people.parts.flatMap((part) => part.atoms.map(({ name }) => name));
      const all = listGroups(
        atoms,
        told.flatMap(({ inTree }) => inTree),
        [...listMeetings(people, sets.flat()), ...listOverlaps(people.parts).map(({ target }) => target)],
      );
      const met = all.filter((group) => group.common).slice(-6);
      common += met.length;
      const cellsIn = crossed(people, sets.flat());
      const [plain, both] = [all.filter((group) => !group.common).slice(0, 10), met].map((groups) =>
        groups.map((group) => [group, { name: group.name, atoms: cellsIn(group) }] as const),
      );
      for (const reading of readings) {
        const ask = (of: readonly string[], figures: readonly (readonly ReleasedFigure[])[], way: 0 | 1) =>
          withStates(
            solver,
            of,
            figures,
            reading,
            (known) => ({
              ok: true,
              value: [
                ...[known.states, known.added, known.removed].map((blocks) =>
                  rangesOf(
                    (plain ?? []).map((pair) => pair[way]),
                    blocks,
                  ),
                ),
                // Of those who came or went common parts are no targets.
                rangesOf(
                  (both ?? []).map((pair) => pair[way]),
                  known.states,
                ),
              ],
            }),
            of === atoms ? people.same : [],
          );
        const tree = ask(
          atoms,
          told.map(({ inTree }) => inTree),
          0,
        );
        expect(tree).toEqual(
          ask(
            cross.map(named),
            told.map((one) => one.inCross),
            1,
          ),
        );
      }
    }),
    // Always one with two tables that share a dimension.
    { numRuns: 8, examples: [[[1, 2].map((most) => [shared, cross.map(() => most)])]] },
  );
  expect(common).toBeGreaterThan(0);
});
