/** Server door of disclosure: the solver, where Node runs it, and the ledger of everything ever released. */
export { disclosureServer } from './disclosure-server.ts';
export { exportLedger } from './commands/export-ledger.ts';
export { loadSolver } from './load-solver.ts';
