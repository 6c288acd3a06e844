import { addDays, bytesToBase64url, dayInAmsterdam, type Clock } from '#platform/base';
import { hashText, randomBytes } from '#platform/crypto/server';
import { inTenant, setCaller, type Database } from '#platform/server/db';
import { findTenant } from '#kernel/accounts/server';
import { partnerPath } from '#modules/learning';
import { listCoordinators, listOrganisations, saveCoordinatorLink } from '#modules/learning/server';

/** The fictional person who looks after the people of a fictional partner. */
export const partnerDesk = { organisation: 'Harbour House (invented)', label: 'Training desk (invented)' } as const;

/**
 * Draws a link for the fictional coordinator of a partner, which opens once and for seven days; the path of it, below the address of the
 * installation. Null where they are not there (any more), and in every programme that is not a fictional one.
 */
export async function drawPartnerLink(database: Database, clock: Clock): Promise<string | null> {
  return inTenant(database, { tenant: null, user: null }, async (tx) => {
    const found = await findTenant(tx);
    if (!found?.practice) return null;
    const { tenant } = found;
    await setCaller(tx, { tenant, user: null });
    const on = dayInAmsterdam(clock.now());
    const partner = (await listOrganisations(tx, tenant)).find(({ name }) => name === partnerDesk.organisation);
    const all = partner === undefined ? [] : await listCoordinators(tx, tenant, partner.id, on);
    const desk = all.find(({ label }) => label === partnerDesk.label);
    if (desk === undefined) return null;
    const secret = bytesToBase64url(randomBytes(16));
    const link = { id: desk.id, hash: await hashText(secret), until: addDays(on, 7) };
    return (await saveCoordinatorLink(tx, tenant, link)) ? `${partnerPath}#desk=${secret}` : null;
  });
}
