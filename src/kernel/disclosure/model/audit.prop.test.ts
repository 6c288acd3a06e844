import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { secondSolver } from '../../../../tests/support/second-solver.ts';
import { auditMenu } from './audit-menu.ts';
import { auditReleases } from './audit-releases.ts';
import { auditTable, type PublishedTable } from './audit-table.ts';
import { nearestFive, provenRange, publishCount, publishPercent } from './count-rule.ts';
import { withKnown } from './known-figures.ts';
import type { Menu } from './menu.ts';
import { cellsOf } from './menu.ts';
import type { Program, Solver } from './program.ts';
import type { ReleasedFigure } from './release.ts';
import { judgeRange, usualFloor } from './verdict.ts';
import { withMargins } from './with-margins.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const tables = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const publish = (truth: readonly (readonly number[])[]): PublishedTable => ({
  rule: '10-5',
  cells: withMargins(truth).map((row) => row.map((count) => publishCount(count))),
});
const audit = (table: PublishedTable) => {
  const found = auditTable(solver, table, usualFloor);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

describe('the 10-5 rule', () => {
  test('never shows 1 to 9, proves what is true, and published twice is the same', () => {
    fc.assert(
      fc.property(fc.nat(5000), (count) => {
        const published = publishCount(count);
        expect(published === null ? count < 10 : published >= 10 && published % 5 === 0).toBe(true);
        expect(Math.abs((published ?? nearestFive(count)) - count)).toBeLessThanOrEqual(2);
        const { low, high } = provenRange('10-5', published);
        expect(low <= count && high !== null && count <= high).toBe(true);
        if (published !== null) expect(publishCount(published)).toBe(published);
      }),
    );
  });
  test('a percentage comes from what is shown, and never tells of a hidden number', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (part, base) => {
        const [shownPart, shownBase] = [publishCount(Math.min(part, base)), publishCount(base)];
        const percent = publishPercent(shownPart, shownBase);
        if (shownPart === null || shownBase === null || shownBase < 50) expect(percent).toBeNull();
        else expect(Math.abs((percent ?? -1) - Math.min(100, (100 * shownPart) / shownBase))).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

describe('a table', () => {
  test('the truth is inside of what is proved, and a passed table pins no small group', () => {
    fc.assert(
      fc.property(tables(3, 3, 30), (truth) => {
        const { ranges, verdict } = audit(publish(truth));
        for (const [r, row] of withMargins(truth).entries())
          for (const [c, count] of row.entries()) {
            const range = ranges[r]?.[c] ?? { low: 0, high: null };
            expect(range.low <= count && (range.high === null || count <= range.high)).toBe(true);
            if (verdict === 'pass') expect(judgeRange(range, usualFloor)).toBe('pass');
          }
      }),
      { numRuns: 12 },
    );
  });
  test('what is proved of a table of four cells is what trying every table finds', () => {
    fc.assert(
      fc.property(tables(2, 2, 16), (truth) => {
        const published = publish(truth);
        const within = published.cells.map((row) =>
          row.map((cell) => provenRange('10-5', cell === 'hidden' ? null : cell)),
        );
        const fits = (table: readonly (readonly number[])[]) =>
          withMargins(table).every((row, r) =>
            row.every((count, c) => {
              const range = within[r]?.[c];
              return range !== undefined && count >= range.low && count <= (range.high ?? Infinity);
            }),
          );
        const all: number[][] = [];
        for (let code = 0; code < 20 ** 4; code += 1) {
          const [a, b, c, d] = [
            code % 20,
            Math.floor(code / 20) % 20,
            Math.floor(code / 400) % 20,
            Math.floor(code / 8000),
          ];
          if (
            fits([
              [a, b],
              [c, d],
            ])
          )
            all.push([a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]);
        }
        const { ranges } = audit(published);
        for (const [place, { low, high }] of ranges.flat().entries()) {
          const values = all.map((one) => one[place] ?? 0);
          expect([low, high]).toEqual([Math.min(...values), Math.max(...values)]);
        }
      }),
      { numRuns: 6 },
    );
  });
});

const atoms = ['a', 'b', 'c', 'd'];
const figures = fc.array(
  fc.record({
    atoms: fc.subarray(atoms, { minLength: 1 }),
    rule: fc.constantFrom('10-5' as const, 'threshold' as const),
  }),
  { minLength: 1, maxLength: 5 },
);
const truths = fc.array(fc.nat(25), { minLength: 4, maxLength: 4 });

describe('releases', () => {
  const release = (
    truth: readonly number[],
    asked: readonly { readonly atoms: readonly string[]; readonly rule: '10-5' | 'threshold' }[],
  ) =>
    asked.map(({ atoms: group, rule }, index): ReleasedFigure => {
      const count = group.reduce((sum, atom) => sum + (truth[atoms.indexOf(atom)] ?? 0), 0);
      const published = rule === '10-5' ? publishCount(count) : count < 10 ? null : count;
      return { name: `f${String(index)}`, atoms: group, text: String(published), range: provenRange(rule, published) };
    });
  const rangesOf = (known: readonly ReleasedFigure[]) => {
    const found = withKnown(solver, atoms, known, (figure) => {
      const ranges = atoms.map((atom) => figure.range([atom]));
      const refused = ranges.find((range) => !range.ok);
      return refused ?? { ok: true, value: ranges.flatMap((range) => (range.ok ? [range.value] : [])) };
    });
    return found.ok && Array.isArray(found.value) ? found.value : [];
  };
  test('the order of figures changes nothing, and a further one never widens what is known', () => {
    fc.assert(
      fc.property(truths, figures, (truth, asked) => {
        const known = release(truth, asked);
        const ranges = rangesOf(known);
        expect(rangesOf(known.toReversed())).toEqual(ranges);
        for (const [index, before] of rangesOf(known.slice(0, -1)).entries()) {
          const after = ranges[index];
          expect(
            after !== undefined && after.low >= before.low && (after.high ?? Infinity) <= (before.high ?? Infinity),
          ).toBe(true);
          const count = truth[index] ?? 0;
          expect(after !== undefined && after.low <= count && count <= (after.high ?? Infinity)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
  test('the figures that explain a target prove it alone, and none of them can be left away', () => {
    fc.assert(
      fc.property(truths, figures, (truth, asked) => {
        const known = release(truth, asked);
        const judged = auditReleases(
          solver,
          { atoms, releases: [{ name: 'R', figures: known }], targets: null },
          usualFloor,
        );
        if (!judged.ok) throw new Error(judged.refusal.code);
        for (const one of judged.value)
          for (const { target, figures: needed } of one.why) {
            if (target.includes(' - ')) continue;
            const group = target.split(' + ');
            const range = one.targets.find(({ name }) => name === target)?.range;
            const proves = (of: readonly ReleasedFigure[]) => {
              const found = withKnown(solver, atoms, of, (figure) => figure.range(group));
              return found.ok ? found.value : null;
            };
            const used = known.filter(({ name }) => needed.includes(name));
            expect(proves(used)).toEqual(range);
            for (const left of used) expect(proves(used.filter((figure) => figure !== left))).not.toEqual(range);
          }
      }),
      { numRuns: 15 },
    );
  });
});

test('a second solver finds the same optimum of whole programs of at most forty variables', () => {
  const programs = fc.record({
    bounds: fc.array(fc.record({ low: fc.nat(3), more: fc.nat(9) }), { minLength: 2, maxLength: 40 }),
    rows: fc.array(
      fc.record({
        factors: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 40, maxLength: 40 }),
        high: fc.nat(40),
      }),
      { maxLength: 5 },
    ),
    aim: fc.array(fc.integer({ min: -3, max: 5 }), { minLength: 40, maxLength: 40 }),
    sense: fc.constantFrom('least' as const, 'most' as const),
  });
  fc.assert(
    fc.property(programs, ({ bounds, rows, aim, sense }) => {
      const program: Program = {
        variables: bounds.map(({ low, more }) => ({ low, high: low + more, whole: true })),
        rows: rows.map(({ factors, high }) => ({
          terms: bounds.map((_, index) => [index, factors[index] ?? 0] as const).filter(([, factor]) => factor !== 0),
          ...{ low: -100, high },
        })),
      };
      const asked = {
        sense,
        terms: bounds.map((_, index) => [index, aim[index] ?? 0] as const).filter(([, factor]) => factor !== 0),
      };
      const [one, other] = [solver, secondSolver].map((which) => which.open(program).solve(asked));
      expect(one?.status).toBe(other?.status);
      if (one?.status === 'optimal' && other?.status === 'optimal') expect(one.value).toBeCloseTo(other.value, 6);
    }),
    { numRuns: 60 },
  );
});

describe('a second solver comes to the same audit', () => {
  test('of a table of at most forty cells', () => {
    const shapes = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
      .filter(([rows, columns]) => rows * columns <= 40)
      .chain(([rows, columns]) => tables(rows, columns, 25));
    fc.assert(
      fc.property(shapes, (truth) => {
        expect(auditTable(secondSolver, publish(truth), usualFloor)).toEqual({
          ok: true,
          value: audit(publish(truth)),
        });
      }),
      { numRuns: 10 },
    );
  });
  test('of a year whose tables have at most forty cells together', () => {
    const menu: Menu = {
      version: 0,
      dimensions: ['a', 'b', 'c'].map((name) => ({ name, codes: ['1', '2', '3'], coarser: {} })),
      tables: { A: [], B: ['a'], C: ['a', 'b'], D: ['b', 'c'] },
    };
    const cross = cellsOf(menu, ['a', 'b', 'c']);
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 27, maxLength: 27 }), (people) => {
        const figures = Object.fromEntries(
          Object.entries(menu.tables).map(([table, names]) => [
            table,
            cellsOf(menu, names).map((group) => {
              const inside = cross.map((cell) => names.every((name) => cell[name] === group[name]));
              return publishCount(people.reduce((sum, count, at) => (inside[at] === true ? sum + count : sum), 0));
            }),
          ]),
        );
        const [one, other] = [solver, secondSolver].map((which) => auditMenu(which, menu, figures, usualFloor));
        expect(one?.ok).toBe(true);
        expect(other).toEqual(one);
      }),
      { numRuns: 10 },
    );
  });
});
