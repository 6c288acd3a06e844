import type { RouteOutput } from '#platform/base';
import { createApi } from '#platform/client';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { ownRoutes } from '../../contract/own-routes.ts';

const api = createApi({
  baseUrl: '',
  fetch: (address, { headers, ...options }) => fetch(address, { ...options, headers: { ...headers } }),
});

/** Everything that is kept of whoever asks. */
export type OwnLearning = RouteOutput<typeof ownRoutes.readOwnLearning>;

/** What somebody asks of the server about their own learning. */
export const ownCalls = {
  read: () => api.call(ownRoutes.readOwnLearning, {}),
  drawCode: () => api.call(ownRoutes.drawResumeCode, {}),
  resume: (code: string) => api.call(ownRoutes.resumeLearner, { input: { code } }),
  endOthers: () => api.call(ownRoutes.endOtherBrowsers, {}),
  askReminders: (mail: string, language: 'en' | 'nl') =>
    api.call(ownRoutes.askReminders, { input: { mail, language } }),
  stopReminders: () => api.call(ownRoutes.stopReminders, {}),
  answerReminder: (secret: string, answer: 'remind' | 'stop') =>
    api.call(ownRoutes.answerReminder, { input: { secret, answer } }),
  forgetByCode: (code: string) => api.call(ownRoutes.forgetByCode, { input: { code } }),
  forget: () => api.call(learningRoutes.forgetLearner, {}),
};
