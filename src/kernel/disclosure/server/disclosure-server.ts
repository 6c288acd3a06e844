import { ok, refuse } from '#platform/base';
import { bind, type ServerModule } from '#platform/server/http';
import { ledgerRoutes } from '../contract/ledger-routes.ts';
import { appendToLedger } from './commands/append-to-ledger.ts';
import { proposeRelease } from './commands/propose-release.ts';
import { findHead, listEntries } from './store/entry-store.ts';
import { deleteProposal, listKeptProposals } from './store/proposal-store.ts';

/** So many letters of entries go into one answer; a longer entry goes alone. */
const mostAtOnce = 1_000_000;

/** The area disclosure, as the composition root registers it: the ledger of everything ever released. */
export const disclosureServer: ServerModule = {
  name: 'disclosure',
  schemas: ['disclosure'],
  migrations: new URL('./migrations/', import.meta.url),
  routes: [
    bind(ledgerRoutes.readLedger, async ({ tx, tenant }, { query }) => {
      const entries = await listEntries(tx, tenant, query.after ?? 0, mostAtOnce);
      return ok({ entries: [...entries], head: await findHead(tx, tenant) });
    }),
    bind(ledgerRoutes.appendToLedger, (context, { input }) => appendToLedger(context, input)),
    bind(ledgerRoutes.listProposals, async ({ tx, tenant }) =>
      ok({ proposals: [...(await listKeptProposals(tx, tenant, mostAtOnce))] }),
    ),
    bind(ledgerRoutes.proposeRelease, (context, { input }) => proposeRelease(context, input.content)),
    bind(ledgerRoutes.dropProposal, async ({ tx, tenant }, { params }) =>
      (await deleteProposal(tx, tenant, params.proposal)) ? ok(undefined) : refuse({ type: 'NotFound' }),
    ),
  ],
};
