import { z } from 'zod';
import { defineRoute, isId } from '#platform/base';
import type { LedgerEntryId } from '../model/ledger/ledger-entry.ts';

// The brand is given here, where the text has just been checked.
const proposalId = z.custom<LedgerEntryId>((value) => typeof value === 'string' && isId(value));
/** Two hundred tables fit; what is inside is read by the reader of entries. */
const jws = z.string().min(1).max(400_000);
const signed = z.strictObject({ content: jws, seal: jws });
const head = z.strictObject({ seq: z.int().min(0).max(1_000_000_000), hash: z.string().max(43).nullable() });
const bodyLimit = 1024 * 1024;

/** The ledger of everything ever released, and what waits for an approver (diplomacy, 3.5). */
export const ledgerRoutes = {
  readLedger: defineRoute({
    name: 'readLedger',
    method: 'GET',
    path: '/api/ledger',
    query: z.strictObject({
      /** The place after which to read on. */
      after: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
    }),
    output: z.strictObject({ entries: z.array(signed), head }),
    permission: 'ledger.read',
    audit: 'ledger.read',
    refusals: [],
  }),
  appendToLedger: defineRoute({
    name: 'appendToLedger',
    method: 'POST',
    path: '/api/ledger',
    input: z.strictObject({
      /** The end of the ledger that was looked at; any other than the newest is refused. */
      head,
      entry: signed,
    }),
    output: z.strictObject({ head }),
    permission: 'ledger.append',
    audit: 'ledger.entry-added',
    bodyLimit,
    rate: { limit: 240, windowMinutes: 60, per: 'user' },
    refusals: ['ledger-moved', 'ledger-broken'],
  }),
  listProposals: defineRoute({
    name: 'listProposals',
    method: 'GET',
    path: '/api/ledger/proposals',
    output: z.strictObject({ proposals: z.array(z.strictObject({ id: proposalId, content: jws })) }),
    permission: 'ledger.read',
    audit: 'ledger.proposals-read',
    refusals: [],
  }),
  proposeRelease: defineRoute({
    name: 'proposeRelease',
    method: 'POST',
    path: '/api/ledger/proposals',
    input: z.strictObject({ content: jws }),
    output: 'nothing',
    permission: 'ledger.propose',
    audit: 'ledger.release-proposed',
    bodyLimit,
    rate: { limit: 120, windowMinutes: 60, per: 'user' },
    refusals: ['ledger-broken', 'proposals-full', 'IdTaken'],
  }),
  dropProposal: defineRoute({
    name: 'dropProposal',
    method: 'DELETE',
    path: '/api/ledger/proposals/:proposal',
    params: z.strictObject({ proposal: proposalId }),
    output: 'nothing',
    permission: 'ledger.propose',
    audit: 'ledger.proposal-dropped',
    refusals: ['NotFound'],
  }),
} as const;
