import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import type { Solver } from '../program.ts';
import { askExistence } from './ask-existence.ts';
import { findExistence } from './find-existence.ts';
import { designOf } from './fit-model.ts';
import type { ListTable, Pair } from './list-table.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const three = (...counts: readonly number[]): ListTable => ({ lists: ['A', 'B', 'C'], counts: [0, ...counts] });
const all: readonly Pair[] = [
  [0, 1],
  [0, 2],
  [1, 2],
];

describe('whether a model has an estimate', () => {
  // Combinations in the order A, B, AB, C, AC, BC, ABC.
  test.each<readonly [why: string, table: ListTable, pairs: readonly Pair[], existence: number]>([
    ['everybody everywhere', three(9, 8, 3, 7, 2, 2, 1), all, 0],
    ['independent lists that share people', three(9, 8, 3, 7, 2, 2, 1), [], 0],
    ['a list without anybody', three(9, 8, 3, 0, 0, 0, 0), [], 1],
    ['a list that shares nobody, alone', three(9, 8, 3, 7, 0, 0, 0), [], 0],
    ['lists that share nobody at all', three(9, 8, 0, 7, 0, 0, 0), [], 1],
    // A and C share nobody, and nobody on all three: with every pair a parameter, five combinations must tell of six.
    ['a pair that shares nobody, with every pair', three(9, 8, 3, 7, 0, 2, 0), all, 2],
    ['no pair shares anybody, with every pair', three(9, 8, 0, 7, 0, 0, 0), all, 2],
    ['the same, and nobody on one list', three(9, 8, 0, 0, 0, 0, 0), all, 3],
  ])('%s', (_, table, pairs, existence) => {
    expect(findExistence(solver, designOf(table, pairs))).toEqual({ ok: true, value: existence });
    expect(askExistence(solver)(table, pairs)).toEqual({ ok: true, value: existence });
  });

  test('is remembered by which combinations hold somebody, not by how many of them do', () => {
    const remembered = askExistence(solver);
    for (let bits = 1; bits < 2 ** 7; bits += 1) {
      const table = three(...Array.from({ length: 7 }, (_, at) => 3 * (Math.floor(bits / 2 ** at) % 2)));
      for (const pairs of [[], all.slice(0, 1)])
        expect(remembered(table, pairs)).toEqual(findExistence(solver, designOf(table, pairs)));
    }
  });

  test('is not told by a solver that is out of time, and then not remembered either', () => {
    let asked = 0;
    const late: Solver = {
      name: 'late',
      open: (program) => {
        const open = solver.open(program);
        return { ...open, solve: (aim) => ((asked += 1) === 1 ? { status: 'not-checked' } : open.solve(aim)) };
      },
    };
    const [table, ask] = [three(9, 8, 3, 7, 2, 2, 1), askExistence(late)];
    expect(ask(table, [])).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
    expect(ask(table, [])).toEqual({ ok: true, value: 0 });
    expect(ask(three(90, 80, 30, 70, 20, 20, 10), [])).toEqual({ ok: true, value: 0 });
    // The last was remembered: who holds somebody is the same.
    expect(asked).toBe(2);
    // Another order of the same pairs is the same model.
    ask(table, all);
    ask(table, all.toReversed());
    expect(asked).toBe(3);
    ask(table, all.slice(1));
    ask(three(9, 8, 3, 7, 2, 2, 0), all);
    expect(asked).toBe(5);
  });
});
