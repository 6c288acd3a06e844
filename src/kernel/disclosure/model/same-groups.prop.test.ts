import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { readings, withStates } from './corrected-states.ts';
import { provenRange, publishCount } from './count-rule.ts';
import { withKnown } from './known-figures.ts';
import type { ReleasedFigure } from './release.ts';

const genders = ['woman', 'man', 'other'];
const forms = ['labour', 'sexual'];
const cross = genders.flatMap((gender) => forms.map((form) => `${gender} ${form}`));
const groups = [...genders.map((name) => [name]), ...forms.map((name) => [name]), ['woman', 'man'], genders, forms];
/** The same group by the full cross. */
const crossed = (group: readonly string[]) =>
  cross.filter((cell) => cell.split(' ').some((name) => group.includes(name)));

const truth = fc.array(fc.nat(25), { minLength: cross.length, maxLength: cross.length });
const asked = fc.subarray(groups, { minLength: 1 });

function figuresOf(counts: readonly number[], told: readonly (readonly string[])[]): readonly ReleasedFigure[] {
  return told.map((atoms) => {
    const count = crossed(atoms).reduce((sum, cell) => sum + (counts[cross.indexOf(cell)] ?? 0), 0);
    const published = publishCount(count);
    return { name: atoms.join('+'), atoms, text: String(published), range: provenRange('10-5', published) };
  });
}
const inCross = (figures: readonly ReleasedFigure[]) => figures.map((one) => ({ ...one, atoms: crossed(one.atoms) }));
const same = [[genders, forms]] as const;
const atoms = same.flat(2);

test('people divided in two ways are known as well as by the full cross of both', async () => {
  const solver = await openSolver(300);
  fc.assert(
    fc.property(truth, asked, (counts, told) => {
      const figures = figuresOf(counts, told);
      const apart = withKnown(
        solver,
        atoms,
        figures,
        (one) => ({ ok: true, value: groups.map((g) => one.range(g)) }),
        same,
      );
      const together = withKnown(solver, cross, inCross(figures), (one) => ({
        ok: true,
        value: groups.map((group) => one.range(crossed(group))),
      }));
      expect(apart).toEqual(together);
    }),
    { numRuns: 60 },
  );
});

test('also when they were corrected, by each reading of it', async () => {
  const solver = await openSolver(300);
  fc.assert(
    fc.property(truth, truth, asked, asked, (before, after, first, second) => {
      const states = [figuresOf(before, first), figuresOf(after, second)];
      for (const reading of readings) {
        const apart = withStates(
          solver,
          atoms,
          states,
          reading,
          (one) => ({
            ok: true,
            value: groups.map((g) => [...one.states, ...one.added, ...one.removed].map((of) => of.range(g))),
          }),
          same,
        );
        const together = withStates(solver, cross, states.map(inCross), reading, (one) => ({
          ok: true,
          value: groups.map((g) => [...one.states, ...one.added, ...one.removed].map((of) => of.range(crossed(g)))),
        }));
        expect(apart).toEqual(together);
      }
    }),
    { numRuns: 25 },
  );
});
