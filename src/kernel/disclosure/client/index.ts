/** The ledger on a person's own device: verified, pinned, signed. */
export {
  approveRelease,
  dropProposal,
  listProposals,
  noteInLedger,
  proposeRelease,
  type Approval,
  type Drafted,
  type Judge,
  type Proposal,
} from './approve-release.ts';
export { knownEntries, openLedger, type OpenedLedger, type OpenLedgerRefusal } from './open-ledger.ts';
export { verifyLedgerFile } from './verify-ledger-file.ts';
