import { createApi } from '#platform/client';
import type { RouteInput, RouteOutput } from '#platform/base';
import { badgeRoutes } from '../../contract/badge-routes.ts';
import { certificateRoutes } from '../../contract/certificate-routes.ts';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { ownRoutes } from '../../contract/own-routes.ts';

// Fetched only by whoever is counted, or wants to be: everybody else learns without asking the server for anything but files.
const api = createApi({
  baseUrl: '',
  fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
});

export type KnownLearner = RouteOutput<typeof learningRoutes.readLearner>;
/** What a certificate says, without the name. */
export type Paper = RouteOutput<typeof certificateRoutes.issueCertificate>;
/** What anybody is told about a paper. */
export type CheckedPaper = RouteOutput<typeof certificateRoutes.checkCertificate>;
/** What anybody is told about a badge. */
export type CheckedBadge = RouteOutput<typeof badgeRoutes.checkBadge>;
export type SentSteps = RouteInput<typeof learningRoutes.saveSteps>['input']['steps'];

export const learnerCalls = {
  read: (course: string) => api.call(learningRoutes.readLearner, { query: { course } }),
  join: (code: string) => api.call(learningRoutes.joinOrganisation, { input: { code } }),
  send: (attempt: string, input: { readonly course: string; readonly language: string; readonly steps: SentSteps }) =>
    // Runs are named by `createId`, and the row looks again.
    api.call(learningRoutes.saveSteps, {
      params: { attempt: attempt as RouteInput<typeof learningRoutes.saveSteps>['params']['attempt'] },
      input,
    }),
  steps: (attempt: NonNullable<KnownLearner['attempt']>['id']) =>
    api.call(ownRoutes.readSteps, { params: { attempt } }),
  giveReceipt: (attempt: string, input: { readonly course: string; readonly language: string }) =>
    // Runs are named by `createId`, and the row looks again.
    api.call(learningRoutes.giveReceipt, {
      params: { attempt: attempt as RouteInput<typeof learningRoutes.giveReceipt>['params']['attempt'] },
      input,
    }),
  issue: (input: RouteInput<typeof certificateRoutes.issueCertificate>['input']) =>
    api.call(certificateRoutes.issueCertificate, { input }),
  check: (input: RouteInput<typeof certificateRoutes.checkCertificate>['input']) =>
    api.call(certificateRoutes.checkCertificate, { input }),
  signBadge: (code: string) => api.call(badgeRoutes.signBadge, { input: { code } }),
  checkBadge: (token: string) => api.call(badgeRoutes.checkBadge, { input: { token } }),
  takeBack: () => api.call(learningRoutes.forgetLearner, {}),
};
