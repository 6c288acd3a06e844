import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSolver } from '../../server/load-solver.ts';
import { answerEstimate } from './answer-estimate.ts';
import type { ToEstimate } from './to-estimate.ts';

const [head = [], ...rows] = readFileSync(join(import.meta.dirname, '../../examples/mse/uk2013_4lists.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const question: ToEstimate = {
  lists: head.slice(0, -1),
  rows: rows.map((row) => row.map(Number)),
  models: [{ method: 'main' }, { method: 'stepwise', p: 0.02 }],
  bootstrap: { model: { method: 'stepwise', p: 0.02 }, draws: 20, seed: 7 },
};

test('the same question gives the same digits, names its code and tells how far the drawing is', async () => {
  const solver = await loadSolver();
  const told: number[] = [];
  const first = answerEstimate(solver(60), question, (done) => told.push(done));
  const again = answerEstimate(solver(60), question, () => undefined);
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  expect(told).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(first).toMatchObject({
    ok: true,
    value: { code: 'estimate 1, highs 1.15.3', bootstrap: { draws: 20, seed: 7 } },
  });
});

test('two lists have Chapman only and are not drawn again; a table that is none is refused', async () => {
  const solver = await loadSolver();
  const two = {
    ...question,
    lists: ['A', 'B'],
    rows: [
      [1, 0, 90],
      [0, 1, 80],
      [1, 1, 9],
    ],
  };
  expect(answerEstimate(solver(60), two, () => undefined)).toMatchObject({
    value: { bootstrap: null, estimate: { range: null, models: [] } },
  });
  const ragged = { ...question, rows: [[1, 0]] };
  expect(answerEstimate(solver(60), ragged, () => undefined)).toMatchObject({ refusal: { code: 'table-ragged' } });
});
