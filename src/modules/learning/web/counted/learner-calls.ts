import { createApi } from '#platform/client';
import type { RouteInput, RouteOutput } from '#platform/base';
import { learningRoutes } from '../../contract/learning-routes.ts';

// Fetched only by whoever is counted, or wants to be: everybody else learns without asking the server for anything but files.
const api = createApi({
  baseUrl: '',
  fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
});

/** What the server knows of this browser. */
export type KnownLearner = RouteOutput<typeof learningRoutes.readLearner>;
/** Steps as they are sent. */
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
  takeBack: () => api.call(learningRoutes.forgetLearner, {}),
};
