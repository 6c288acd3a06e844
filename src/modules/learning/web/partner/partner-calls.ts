import { createId } from '#platform/base';
import { createApi } from '#platform/client';
import { randomBytes } from '#platform/crypto';
import { partnerRoutes } from '../../contract/partner-routes.ts';
import { joinPages } from '../people/join-pages.ts';
import type { PeopleCalls } from '../people/people-calls.ts';

const api = createApi({
  baseUrl: '',
  fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
});

/** What whoever looks after the people of a partner asks of the server, by the cookie that their link brought. */
export const partnerCalls = {
  enter: (secret: string) => api.call(partnerRoutes.enterAsPartner, { input: { secret } }),
  leave: () => api.call(partnerRoutes.leaveAsPartner, {}),
  redeem: (receipt: string) => api.call(partnerRoutes.redeemPartnerReceipt, { input: { receipt } }),
};

export const partnerPeople: PeopleCalls = {
  list: () => joinPages((query) => api.call(partnerRoutes.listPartnerPeople, { query })),
  invite: (input) => api.call(partnerRoutes.invitePartnerPeople, { input }),
  renew: (invitation) => api.call(partnerRoutes.renewPartnerInvitation, { params: { invitation } }),
  withdraw: (ids) => api.call(partnerRoutes.withdrawPartnerInvitations, { input: { ids: [...ids] } }),
  saveRule: (input) => api.call(partnerRoutes.savePartnerRule, { input }),
  handOut: () => joinPages((input) => api.call(partnerRoutes.exportPartnerPeople, { input })),
  // Drawn right here; the row gives it its brand.
  drawId: () => createId<never>(randomBytes),
};
