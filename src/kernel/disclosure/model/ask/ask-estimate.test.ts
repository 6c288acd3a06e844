import { beforeAll, expect, test } from 'vitest';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import type { Solver } from '../program.ts';
import { askEstimate, askEstimateOfCsv } from './ask-estimate.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const refused = (answer: ReturnType<typeof askEstimate>) =>
  answer.ok ? answer.value : [answer.refusal.code, answer.refusal.path].filter((part) => part !== undefined).join(' ');

const lists = {
  lists: ['A', 'B', 'C'],
  rows: [
    [1, 0, 0, 40],
    [0, 1, 0, 30],
    [0, 0, 1, 20],
    [1, 1, 0, 6],
  ],
  models: [],
};
test.each([
  [{ ...lists, lists: ['A'] }, 'field-malformed lists'],
  [{ ...lists, lists: ['A', 'A', 'C'] }, 'field-malformed lists'],
  [{ ...lists, rows: [[1, 0, 3]] }, 'table-ragged rows[0]'],
  [{ ...lists, rows: [[1, 2, 0, 3]] }, 'count-malformed rows[0][1]'],
  [{ ...lists, rows: [[1, 0, 0, -3]] }, 'count-malformed rows[0][3]'],
  [{ ...lists, rows: [[0, 0, 0, 3]] }, 'count-malformed rows[0]'],
  [{ ...lists, rows: [] }, 'count-malformed rows'],
  [{ ...lists, models: [{ method: 'guess' }] }, 'method-unknown models[0].method'],
  [{ ...lists, models: [{ method: 'stepwise' }] }, 'field-missing models[0].p'],
  [{ ...lists, models: [{ method: 'stepwise', p: 2 }] }, 'field-malformed models[0].p'],
  [{ ...lists, models: [{ method: 'main', p: 0.1 }] }, 'field-unknown models[0].p'],
  [{ ...lists, models: [{ method: 'fixed' }] }, 'field-missing models[0].pairs'],
  [{ ...lists, models: [{ method: 'fixed', pairs: ['A:B', 'B:C', 'B:A'] }] }, 'field-malformed models[0].pairs[2]'],
  [{ ...lists, models: [{ method: 'fixed', pairs: ['A:D'] }] }, 'list-unknown models[0].pairs[0]'],
])('estimate refuses %j', (question, refusal) => {
  expect(refused(askEstimate(solver, question))).toBe(refusal);
});

test.each([
  ['A,B,n\n1,0,4', 'field-missing count'],
  ['A,B,count\n1,0,4.5', 'count-malformed rows[0][2]'],
  ['A,B,count\n1,0', 'table-ragged rows[0]'],
  ['', 'field-missing count'],
])('estimate refuses the file %j', (text, refusal) => {
  expect(refused(askEstimateOfCsv(solver, text))).toBe(refusal);
});

test('rows of the same combination are added up, and two lists have Chapman alone', () => {
  const twice = { ...lists, rows: [...lists.rows, [1, 1, 0, 2]] };
  expect(refused(askEstimate(solver, twice))).toMatchObject({ seen: 98, overlaps: { 'A:B': 8, 'A:C': 0, 'B:C': 0 } });
  const two = {
    lists: ['A', 'B'],
    rows: [
      [1, 0, 40],
      [0, 1, 30],
      [1, 1, 10],
    ],
    models: [{ method: 'main' }],
  };
  expect(refused(askEstimate(solver, two))).toMatchObject({
    models: [],
    range: null,
    chapman: { 'A:B': (51 * 41) / 11 - 1 },
  });
});
