import { solve, type Constraint } from 'yalps';
import type { Solver } from '#kernel/disclosure';

/** Another solver (yalps, branch and bound in plain JavaScript), as a second opinion on small programs. */
export const secondSolver: Solver = {
  name: 'yalps',
  open: (program) => {
    const rows = [...program.rows];
    return {
      solve: ({ sense, terms }) => {
        const name = (variable: number) => `x${String(variable)}`;
        const coefficients = program.variables.map(() => new Map<string, number>());
        const put = (variable: number, row: string, factor: number) => coefficients[variable]?.set(row, factor);
        for (const [variable, factor] of terms) put(variable, 'aim', factor);
        const constraints = new Map<string, Constraint>();
        const bound = (row: string, low: number, high: number) =>
          constraints.set(row, { min: low, ...(high === Infinity ? {} : { max: high }) });
        for (const [index, { low, high }] of program.variables.entries()) {
          put(index, `bound${String(index)}`, 1);
          bound(`bound${String(index)}`, low, high);
        }
        for (const [index, row] of rows.entries()) {
          for (const [variable, factor] of row.terms) put(variable, `row${String(index)}`, factor);
          bound(`row${String(index)}`, row.low, row.high);
        }
        const found = solve(
          {
            direction: sense === 'least' ? 'minimize' : 'maximize',
            objective: 'aim',
            constraints,
            variables: new Map(coefficients.map((of, index) => [name(index), of])),
            integers: program.variables.flatMap(({ whole }, index) => (whole ? [name(index)] : [])),
          },
          { includeZeroVariables: true, tolerance: 0 },
        );
        if (found.status === 'infeasible' || found.status === 'unbounded') return { status: found.status };
        if (found.status !== 'optimal') return { status: 'not-checked' };
        const values = new Map(found.variables);
        const columns = program.variables.map((_, index) => values.get(name(index)) ?? 0);
        return { status: 'optimal', value: found.result, columns };
      },
      addRow: (row) => void rows.push(row),
      close: () => undefined,
    };
  },
};
