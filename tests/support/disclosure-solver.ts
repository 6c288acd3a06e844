import { loadSolver } from '#kernel/disclosure/server';
import type { Solver } from '#kernel/disclosure';

const opened = loadSolver();

/** The solver of the commands, with a minute for all that a test asks of it. */
export async function openSolver(seconds = 60): Promise<Solver> {
  return (await opened)(seconds);
}
