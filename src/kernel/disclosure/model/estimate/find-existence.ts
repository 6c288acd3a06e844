import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { withProgram, type Solver } from '../program.ts';
import type { Design } from './fit-model.ts';
import { rankOf } from './rank-of.ts';

/** 0: the estimate exists and is the only one; 1: it does not exist; 2: several fit equally well; 3: both. */
export type Existence = 0 | 1 | 2 | 3;

/** A least value above this is no rounding of a solver. */
const positive = 1e-6;

/**
 * Whether a model has an estimate, looked at before any fit: there must be expected counts that are all above zero and give the same sums of
 * parameters as the observed ones (Fienberg and Rinaldo, 2012), and the parameters must be told apart by the combinations that are left.
 */
export function findExistence(solver: Solver, { matrix, counts }: Design): Result<Existence, DisclosureRefusal> {
  const width = matrix[0]?.length ?? 0;
  const identifiable = rankOf(matrix) === width;
  const least = matrix.length;
  const sums = Array.from({ length: width }, (_, j) => {
    const terms = matrix.flatMap((row, i) => (row[j] === 0 ? [] : [[i, row[j] ?? 0] as const]));
    const sum = matrix.reduce((total, row, i) => total + (row[j] ?? 0) * (counts[i] ?? 0), 0);
    return { terms, low: sum, high: sum };
  });
  const above = matrix.map((_, i) => ({ terms: [[i, 1] as const, [least, -1] as const], low: 0, high: Infinity }));
  const variables = Array.from({ length: least + 1 }, () => ({ low: 0, high: Infinity, whole: false }));
  return withProgram(solver, { variables, rows: [...sums, ...above] }, (open) => {
    const found = open.solve({ sense: 'most', terms: [[least, 1]] });
    if (found.status !== 'optimal') return refuseDisclosure('not-checked');
    const exists = found.value > positive;
    return ok(identifiable ? (exists ? 0 : 1) : exists ? 2 : 3);
  });
}
