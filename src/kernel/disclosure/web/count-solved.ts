import type { Solver } from '../model/program.ts';

/** A solver that says after every so many programs how many there were, so that a page can show that something goes on. */
export function countSolved(solver: Solver, onSolved: (programs: number) => void): Solver {
  let programs = 0;
  return {
    name: solver.name,
    open: (program) => {
      const open = solver.open(program);
      return {
        ...open,
        solve: (aim) => {
          programs += 1;
          if (programs % 20 === 0) onSolved(programs);
          return open.solve(aim);
        },
      };
    },
  };
}
