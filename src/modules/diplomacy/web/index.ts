/** Web door of diplomacy: tables are checked before they leave, and figures of others are read. */
export { AbroadScreen } from './abroad/abroad-screen.tsx';
export { EstimatorScreen } from './estimate/estimator-screen.tsx';
export { LedgerScreen } from './ledger/ledger-screen.tsx';
export { CheckTableScreen } from './check/check-table-screen.tsx';
