import { refuse, ok, type Clock, type RandomBytes, type Result, type TenantId } from '#platform/base';
import type { AnyoneContext, RequestContext } from '#platform/server/http';
import type { Mailer } from '#platform/server/mail';
import type { Tx } from '#platform/server/db';
import type { OrganisationId } from '../model/open/count/learning-ids.ts';
import { listOrganisations } from './store/organisation-store.ts';

/**
 * Who looks after the people of one organisation: everything such a person may do is done for this organisation and no other, so
 * that what belongs to another looks as if it were not there.
 */
export interface Desk {
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  /** A colleague, or the seat of somebody at a partner. */
  readonly by: string;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly secrets: ReadonlyMap<string, string>;
  readonly mail: Mailer | null;
  readonly readBuilt: AnyoneContext['readBuilt'];
}

/** The desk of our own organisation, for a colleague whom the row let through. */
export async function openOwnDesk(
  context: RequestContext,
): Promise<Result<Desk, { readonly type: 'NoOwnOrganisation' }>> {
  const own = (await listOrganisations(context.tx, context.tenant)).find((one) => one.own);
  return own === undefined
    ? refuse({ type: 'NoOwnOrganisation' })
    : ok({ ...context, organisation: own, by: context.user });
}
