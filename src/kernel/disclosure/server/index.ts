/** Server door of disclosure: the solver, where Node runs it. It knows no database: figures come in as files. */
export { loadSolver } from './load-solver.ts';
