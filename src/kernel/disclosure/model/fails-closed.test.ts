import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { failingAt } from '../../../../tests/support/failing-solver.ts';
import { auditCorrections } from './audit-corrections.ts';
import { auditMenu } from './audit-menu.ts';
import { auditReleases } from './audit-releases.ts';
import { auditTable } from './audit-table.ts';
import { provenRange, publishCount } from './count-rule.ts';
import { findExtreme, findRange } from './find-range.ts';
import type { Menu } from './menu.ts';
import { withProgram, type Solver } from './program.ts';
import { usualFloor } from './verdict.ts';
import { withMargins } from './with-margins.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const figure = (name: string, atoms: readonly string[], count: number) => ({
  ...{ name, atoms, text: String(count), range: provenRange('10-5', publishCount(count)) },
});
const year = [figure('women', ['w'], 32), figure('men', ['m'], 1), figure('all', ['w', 'm'], 33)];
const menu: Menu = {
  version: 0,
  dimensions: ['a', 'b', 'c'].map((name) => ({ name, codes: ['1', '2'], coarser: {} })),
  tables: { A: [], B: ['a', 'b'], C: ['b', 'c'] },
};

describe('a question without a sure answer', () => {
  const audits: Readonly<Record<string, (asked: Solver) => { readonly ok: boolean }>> = {
    'of a table': (asked) => {
      const cells = withMargins([
        [12, 0, 3],
        [30, 1, 0],
      ]).map((row) => row.map((count) => publishCount(count)));
      return auditTable(asked, { rule: '10-5', cells }, usualFloor);
    },
    'of releases': (asked) =>
      auditReleases(asked, { atoms: ['w', 'm'], releases: [{ name: 'r', figures: year }], targets: null }, usualFloor),
    'of a year': (asked) =>
      auditMenu(asked, menu, { A: [35], B: [30, null, null, null], C: [30, null, null, null] }, usualFloor),
    'of a correction': (asked) => auditCorrections(asked, { atoms: ['w', 'm'], states: [year, year] }, usualFloor),
  };
  test.each(Object.entries(audits))('%s leaves it without a verdict, whichever of them it is', (_, audit) => {
    const whole = failingAt(solver, -1);
    expect(audit(whole.solver).ok).toBe(true);
    expect(whole.asked).toBeGreaterThan(5);
    for (let question = 0; question < whole.asked; question += 1)
      expect(audit(failingAt(solver, question).solver)).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
  });
});

test('groups that are seen to be large cost no questions', () => {
  const large = { A: [400], B: [100, 100, 100, 100], C: [100, 100, 100, 100] };
  const counted = failingAt(solver, -1);
  expect(auditMenu(counted.solver, menu, large, usualFloor)).toEqual({
    ok: true,
    value: { verdict: 'pass', insiders: 'pass', findings: [] },
  });
  expect(counted.asked).toBeLessThan(15);
});

test('what nothing bounds has no most, and what has no least is not guessed', () => {
  const variable = { low: 2, high: Infinity, whole: true };
  expect(withProgram(solver, { variables: [variable], rows: [] }, (open) => findRange(open, [[0, 1]]))).toEqual({
    ok: true,
    value: { low: 2, high: null },
  });
  const endless = { low: -Infinity, high: 4, whole: false };
  expect(
    withProgram(solver, { variables: [endless], rows: [] }, (open) => findExtreme(open, [[0, 1]], 'least')),
  ).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
});
