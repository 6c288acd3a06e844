import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { auditCorrections } from './audit-corrections.ts';
import { auditReleases } from './audit-releases.ts';
import { readings, withStates, type Reading } from './corrected-states.ts';
import { provenRange, publishCount, type Range } from './count-rule.ts';
import type { Solver } from './program.ts';
import type { ReleasedFigure } from './release.ts';
import { usualFloor } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const figure = (name: string, atoms: readonly string[], range: Range): ReleasedFigure => ({
  ...{ name, atoms, range, text: null },
});
const shown = (name: string, atoms: readonly string[], count: number): ReleasedFigure =>
  figure(name, atoms, provenRange('10-5', publishCount(count)));
const audit = (atoms: readonly string[], ...states: readonly (readonly ReleasedFigure[])[]) => {
  const found = auditCorrections(solver, { atoms, states }, usualFloor);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const findingsOf = (audited: ReturnType<typeof audit>, reading: Reading) =>
  audited.readings.find((one) => one.reading === reading)?.judged?.findings ?? null;

describe('a year that was corrected', () => {
  test('from 65 to 70 tells one stranger that people came late, and contradicts the one who thinks nothing changed', () => {
    const found = audit(['all'], [shown('all', ['all'], 65)], [shown('all again', ['all'], 70)]);
    expect(found.verdict).toBe('warn');
    expect(found.readings.map(({ reading, judged }) => [reading, judged?.verdict ?? null])).toEqual([
      ['nothing-changed', null],
      ['late-added', 'warn'],
      ['added-and-removed', 'pass'],
    ]);
    expect(findingsOf(found, 'late-added')).toEqual([
      { of: 'added', state: 1, target: 'all', range: { low: 1, high: 9 }, verdict: 'warn' },
    ]);
  });
  test('with the same numbers gives nothing away', () => {
    const state = [shown('women', ['w'], 31), shown('men', ['m'], 14), shown('all', ['w', 'm'], 45)];
    expect(audit(['w', 'm'], state, state).verdict).toBe('pass');
  });
  test('down is possible only where people may have gone', () => {
    const found = audit(['all'], [shown('all', ['all'], 70)], [shown('all', ['all'], 60)]);
    expect(found.readings.map(({ judged }) => judged !== null)).toEqual([false, false, true]);
    expect(found.verdict).toBe('pass');
  });
  test('by one who was registered late: the cell is found out by the stranger who thinks that nobody went', () => {
    const before = [shown('women', ['w'], 32), shown('all', ['w', 'm'], 67)];
    const after = [shown('women', ['w'], 33), shown('all', ['w', 'm'], 68)];
    const found = audit(['w', 'm'], before, after);
    expect(findingsOf(found, 'late-added')?.map(({ of, target }) => `${of} ${target}`)).toContain('added all');
    expect(found.verdict).not.toBe('pass');
  });
  test('with figures that fit nobody is refused', () => {
    const no = auditCorrections(
      solver,
      {
        atoms: ['a', 'b'],
        states: [[figure('a', ['a'], { low: 5, high: 5 }), figure('both', ['a', 'b'], { low: 0, high: 3 })]],
      },
      usualFloor,
    );
    expect(no).toMatchObject({ ok: false, refusal: { code: 'contradiction' } });
  });
  test('a figure that nothing bounds stays without an upper end', () => {
    const open = { low: 12, high: null };
    const found = withStates(
      solver,
      ['a'],
      [[figure('a', ['a'], open)], [shown('a', ['a'], 20)]],
      'late-added',
      (known) => {
        const ranges = [...known.states, ...known.added].map((one) => one.range(['a']));
        return { ok: true, value: ranges.map((range) => (range.ok ? [range.value.low, range.value.high] : null)) };
      },
    );
    expect(found).toEqual({
      ok: true,
      value: [
        [12, 22],
        [18, 22],
        [0, 10],
      ],
    });
    const both = withStates(
      solver,
      ['a'],
      [[figure('a', ['a'], open)], [shown('a', ['a'], 20)]],
      'added-and-removed',
      (known) => {
        const range = known.states[0]?.range(['a']);
        return range?.ok === true ? { ok: true, value: range.value } : { ok: true, value: null };
      },
    );
    expect(both).toEqual({ ok: true, value: open });
  });
});

describe('what is proved of two states', () => {
  const few = fc
    .tuple(fc.nat(3), fc.nat(3))
    .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }));
  const groups: readonly (readonly string[])[] = [['a'], ['b'], ['a', 'b']];
  const state = fc.array(fc.tuple(fc.constantFrom(...groups), few), { minLength: 2, maxLength: 3 });

  test('is what a list of all possible people says', () => {
    const fits = ([a, b]: readonly [number, number], told: readonly ReleasedFigure[]) =>
      told.every(({ atoms, range }) => {
        const count = (atoms.includes('a') ? a : 0) + (atoms.includes('b') ? b : 0);
        return count >= range.low && (range.high === null || count <= range.high);
      });
    const upTo = Array.from({ length: 7 }, (_, n) => n);
    const twos = upTo.flatMap((a) => upTo.map((b) => [a, b] as const));
    fc.assert(
      fc.property(state, state, fc.constantFrom(...readings), (first, second, reading) => {
        const [before, after] = [first, second].map((told) => [
          ...told.map(([atoms, range], place) => figure(String(place), atoms, range)),
          // So that the list below is complete.
          ...['a', 'b'].map((atom) => figure(atom, [atom], { low: 0, high: 3 })),
        ]);
        if (before === undefined || after === undefined) throw new Error('two states were drawn');
        const steps = twos
          .filter((people) => fits(people, before))
          .flatMap((people) =>
            twos
              .filter((left) => left[0] <= people[0] && left[1] <= people[1])
              .flatMap((removed) =>
                twos.map((added) => ({
                  added,
                  removed,
                  people,
                  next: [people[0] + added[0] - removed[0], people[1] + added[1] - removed[1]] as const,
                })),
              ),
          )
          .filter(({ next, added, removed }) => {
            const none = (of: readonly [number, number]) => of[0] + of[1] === 0;
            if (reading !== 'added-and-removed' && !none(removed)) return false;
            return fits(next, after) && (reading !== 'nothing-changed' || none(added));
          });
        const told = withStates(solver, ['a', 'b'], [before, after], reading, (known) => {
          const parts = [...known.states, ...known.added, ...known.removed];
          return { ok: true, value: parts.map((one) => groups.map((group) => one.range(group))) };
        });
        if (steps.length === 0) {
          expect(told).toMatchObject({ ok: false, refusal: { code: 'contradiction' } });
          return;
        }
        const counted = (['people', 'next', 'added', 'removed'] as const).map((part) =>
          groups.map((group) => {
            const sums = steps.map(
              (one) => (group.includes('a') ? one[part][0] : 0) + (group.includes('b') ? one[part][1] : 0),
            );
            return { ok: true, value: { low: Math.min(...sums), high: Math.max(...sums) } };
          }),
        );
        expect(told).toEqual({ ok: true, value: counted });
      }),
      { numRuns: 60 },
    );
  });

  test('a single state is judged as any release', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), (counts) => {
        const atoms = ['a', 'b', 'c'];
        const figures = [
          ...atoms.map((atom, at) => shown(atom, [atom], counts[at] ?? 0)),
          shown(
            'all',
            atoms,
            counts.reduce((sum, one) => sum + one, 0),
          ),
          shown('a and b', ['a', 'b'], (counts[0] ?? 0) + (counts[1] ?? 0)),
        ];
        const release = auditReleases(solver, { atoms, releases: [{ name: 'r', figures }], targets: null }, usualFloor);
        if (!release.ok) throw new Error(release.refusal.code);
        const { verdict, insiders } = audit(atoms, figures);
        expect([verdict, insiders]).toEqual([release.value[0]?.verdict, release.value[0]?.insiders]);
      }),
      { numRuns: 40 },
    );
  });
});
