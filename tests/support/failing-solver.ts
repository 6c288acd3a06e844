import type { Solver } from '#kernel/disclosure';

/** A solver that has no sure answer to one of its questions, counted from 0 (none of them: -1); and how many it was asked. */
export function failingAt(solver: Solver, question: number): { readonly solver: Solver; readonly asked: number } {
  const failing = {
    asked: 0,
    solver: {
      name: solver.name,
      open: (program): ReturnType<Solver['open']> => {
        const open = solver.open(program);
        return {
          ...open,
          solve: (aim) => {
            failing.asked += 1;
            return failing.asked - 1 === question ? { status: 'not-checked' } : open.solve(aim);
          },
        };
      },
    } satisfies Solver,
  };
  return failing;
}
