import { ok, type Result } from '#platform/base';
import { bind, type AnyoneContext, type BoundRoute, type KeptRefusal } from '#platform/server/http';
import { partnerRoutes } from '../contract/partner-routes.ts';
import { invitePeople, renewLink, saveRule, withdrawPeople } from './commands/invite-people.ts';
import {
  appointPartnerCoordinator,
  endPartnerCoordinator,
  listPartnerCoordinators,
  renewPartnerLink,
} from './commands/partner-coordinators.ts';
import { redeemReceipt } from './commands/redeem-receipt.ts';
import type { Desk } from './desk.ts';
import { enterAsPartner, leaveAsPartner, noteByPartner, openPartnerDesk } from './partner-desk.ts';
import { listPeople } from './queries/list-people.ts';

/** Does one act at the desk of a partner and writes down that it was done; nothing is written where it was refused. */
async function atDesk<Value>(
  context: AnyoneContext,
  act: string,
  work: (desk: Desk) => Promise<Result<Value, KeptRefusal>>,
): Promise<Result<Value, KeptRefusal>> {
  const desk = await openPartnerDesk(context);
  if (!desk.ok) return desk;
  const done = await work(desk.value);
  if (done.ok) await noteByPartner(desk.value, act);
  return done;
}

/** The routes of whoever looks after the people of a partner, bound to what they do. */
export const partnerBindings: readonly BoundRoute[] = [
  bind(partnerRoutes.listPartnerCoordinators, (context, { params }) =>
    listPartnerCoordinators(context, params.organisation),
  ),
  bind(partnerRoutes.appointPartnerCoordinator, (context, { params, input }) =>
    appointPartnerCoordinator(context, params.organisation, input),
  ),
  bind(partnerRoutes.renewPartnerLink, (context, { params }) => renewPartnerLink(context, params.coordinator)),
  bind(partnerRoutes.endPartnerCoordinator, (context, { params }) =>
    endPartnerCoordinator(context, params.coordinator),
  ),
  bind(partnerRoutes.enterAsPartner, (context, { input }) => enterAsPartner(context, input.secret)),
  bind(partnerRoutes.leaveAsPartner, (context) => leaveAsPartner(context)),
  bind(partnerRoutes.listPartnerPeople, async (context, { query }) => {
    const desk = await openPartnerDesk(context);
    return desk.ok ? ok(await listPeople(desk.value, query.after ?? null)) : desk;
  }),
  bind(partnerRoutes.exportPartnerPeople, (context, { input }) =>
    atDesk(context, 'learning.partner-people-exported', async (desk) =>
      ok(await listPeople(desk, input.after ?? null)),
    ),
  ),
  bind(partnerRoutes.invitePartnerPeople, (context, { input }) =>
    atDesk(context, 'learning.partner-people-invited', (desk) => invitePeople(desk, input)),
  ),
  bind(partnerRoutes.renewPartnerInvitation, (context, { params }) =>
    atDesk(context, 'learning.partner-invitation-renewed', (desk) => renewLink(desk, params.invitation)),
  ),
  bind(partnerRoutes.withdrawPartnerInvitations, (context, { input }) =>
    atDesk(context, 'learning.partner-invitations-withdrawn', (desk) => withdrawPeople(desk, input.ids)),
  ),
  bind(partnerRoutes.savePartnerRule, (context, { input }) =>
    atDesk(context, 'learning.partner-rule-saved', (desk) => saveRule(desk, input)),
  ),
  bind(partnerRoutes.redeemPartnerReceipt, (context, { input }) =>
    atDesk(context, 'learning.partner-receipt-redeemed', (desk) =>
      redeemReceipt(desk, input.receipt, { within: desk.organisation.id, beside: null }),
    ),
  ),
];
