import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { findExtreme, findRange } from './find-range.ts';
import { withProgram, type OpenProgram, type Program, type Solved, type Solver } from './program.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const variable = (low: number, high: number, whole = true) => ({ low, high, whole });
const rangeOf = (program: Program) => withProgram(solver, program, (open) => findRange(open, [[0, 1]]));

describe('how few and how many a sum may be', () => {
  test('is what its bounds and rows leave', () => {
    const rows = [
      {
        terms: [
          [0, 1],
          [1, 1],
        ] as const,
        low: 7,
        high: 8,
      },
    ];
    expect(rangeOf({ variables: [variable(0, 9), variable(2, 4)], rows })).toEqual({
      ok: true,
      value: { low: 3, high: 6 },
    });
  });
  test('has no upper end where nothing bounds it', () => {
    expect(rangeOf({ variables: [variable(2, Infinity)], rows: [] })).toEqual({
      ok: true,
      value: { low: 2, high: null },
    });
  });
  test('is refused where nothing fits', () => {
    const rows = [{ terms: [[0, 1]] as const, low: 5, high: 6 }];
    expect(rangeOf({ variables: [variable(0, 4)], rows })).toMatchObject({
      ok: false,
      refusal: { code: 'contradiction' },
    });
  });
  test('is not guessed where there is no least', () => {
    const found = withProgram(solver, { variables: [variable(-Infinity, 4, false)], rows: [] }, (open) =>
      findRange(open, [[0, 1]]),
    );
    expect(found).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
  });
  test('tells a table that has it', () => {
    const found = withProgram(solver, { variables: [variable(1, 3), variable(0, 5)], rows: [] }, (open) =>
      findExtreme(
        open,
        [
          [0, 1],
          [1, 2],
        ],
        'most',
      ),
    );
    expect(found).toEqual({ ok: true, value: { value: 13, columns: [3, 5] } });
  });
});

/** A solver that answers each question with the next of these. */
function saying(...answers: readonly Solved[]): OpenProgram {
  const left = [...answers];
  return {
    solve: () => left.shift() ?? { status: 'not-checked' },
    addRow: () => undefined,
    close: () => undefined,
  };
}

test('a value that is whole but for the rounding of a machine is told as the whole number', () => {
  const near: Solved = { status: 'optimal', value: 3.9999999, columns: [4] };
  expect(findExtreme(saying(near), [], 'least')).toEqual({ ok: true, value: { value: 4, columns: [4] } });
});

test.each<readonly [first: Solved['status'], second: Solved['status'], code: string]>([
  ['infeasible', 'optimal', 'contradiction'],
  ['optimal', 'infeasible', 'contradiction'],
  ['unbounded', 'optimal', 'not-checked'],
  ['not-checked', 'optimal', 'not-checked'],
  ['optimal', 'not-checked', 'not-checked'],
])('least %s and most %s is refused: %s', (first, second, code) => {
  const answer = (status: Solved['status']): Solved =>
    status === 'optimal' ? { status, value: 1, columns: [1] } : { status };
  expect(findRange(saying(answer(first), answer(second)), [])).toMatchObject({ ok: false, refusal: { code } });
});

test('a program is given back to the solver, also when the work with it throws', () => {
  let open = 0;
  const counting: Solver = {
    name: 'counting',
    open: (program) => {
      open += 1;
      const held = solver.open(program);
      return { ...held, close: () => ((open -= 1), held.close()) };
    },
  };
  const program = { variables: [variable(0, 1)], rows: [] };
  expect(withProgram(counting, program, () => open)).toBe(1);
  expect(open).toBe(0);
  expect(() =>
    withProgram(counting, program, () => {
      throw new Error('of the work');
    }),
  ).toThrow('of the work');
  expect(open).toBe(0);
});
