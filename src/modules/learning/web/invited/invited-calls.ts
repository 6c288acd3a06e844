import { createApi } from '#platform/client';
import { peopleRoutes } from '../../contract/people-routes.ts';

const api = createApi({
  baseUrl: '',
  fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
});

/** What whoever was invited asks of the server, by the secret of their link. */
export const invitedCalls = {
  look: (secret: string) => api.call(peopleRoutes.lookAtInvitation, { input: { secret } }),
  open: (secret: string) => api.call(peopleRoutes.openInvitation, { input: { secret } }),
};
