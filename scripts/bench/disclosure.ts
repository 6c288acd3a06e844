import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAudit, askEstimateOfCsv, askProtect, askRound, askSuppress, type Solver } from '#kernel/disclosure';
import { loadSolver } from '#kernel/disclosure/server';

type Say = (line: string) => void;

const examples = join(import.meta.dirname, '../../src/kernel/disclosure/examples');

/** What checking figures costs: seconds and programs, and beside them the time that the solver alone took for the same programs. */
export async function benchDisclosure(say: Say): Promise<void> {
  const began = performance.now();
  const load = await loadSolver();
  say(`Figures that may leave (solver loaded in ${(performance.now() - began).toFixed(0)} ms)`);
  const measure = (name: string, work: (solver: Solver) => { readonly ok: boolean }): void => {
    const spent = { programs: 0, ms: 0 };
    const solver = counted(load(600), spent);
    const start = performance.now();
    const answer = work(solver);
    const all = performance.now() - start;
    const beside = (all / Math.max(spent.ms, 1e-3)).toFixed(2);
    say(
      `  ${name}: ${(all / 1000).toFixed(2)} s, ${String(spent.programs)} programs, ${(spent.ms / 1000).toFixed(2)} s of them in the solver (ratio ${beside})${answer.ok ? '' : ', REFUSED'}`,
    );
  };
  for (const [rows, columns] of [
    [4, 6],
    [8, 12],
    [20, 20],
  ] as const) {
    const table = draw(rows, columns);
    const size = `${String(rows)} x ${String(columns)}`;
    measure(`audit of ${size} by the 10-5 rule`, (solver) =>
      askAudit(solver, { kind: 'table', rule: '10-5', published: publish(table) }),
    );
    measure(`fewest cells to hide of ${size}`, (solver) =>
      askSuppress(solver, { table, k: 10, minimise: 'cells', protection: 'exact' }),
    );
    measure(`least to hide of ${size}, sliding`, (solver) =>
      askSuppress(solver, { table, k: 10, minimise: 'weight', protection: 'sliding' }),
    );
    measure(`nearest rounding of ${size}`, (solver) => askRound(solver, { table, base: 5 }));
  }
  for (const name of ['uk2013_5lists', 'netherlands_6lists'])
    measure(`estimate of ${name} by the usual methods`, (solver) =>
      askEstimateOfCsv(solver, readFileSync(join(examples, 'mse', `${name}.csv`), 'utf8')),
    );
}

function counted(solver: Solver, spent: { programs: number; ms: number }): Solver {
  return {
    name: solver.name,
    open: (program) => {
      const open = solver.open(program);
      return {
        ...open,
        solve: (aim) => {
          const start = performance.now();
          const solved = open.solve(aim);
          spent.ms += performance.now() - start;
          spent.programs += 1;
          return solved;
        },
      };
    },
  };
}

/** Counts of which one in six is small, the same in every run. */
function draw(rows: number, columns: number): readonly (readonly number[])[] {
  let state = 7;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const count = (): number => (next() < 1 / 6 ? Math.floor(next() * 10) : Math.floor(10 + 90 * next() * next()));
  return Array.from({ length: rows }, () => Array.from({ length: columns }, count));
}

function publish(table: readonly (readonly number[])[]): unknown {
  const answer = askProtect({ table, margins: true });
  return answer.ok ? Reflect.get(answer.value, 'published') : null;
}
