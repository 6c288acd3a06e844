import { bind, type BoundRoute } from '#platform/server/http';
import { ownRoutes } from '../contract/own-routes.ts';
import { endOtherBrowsers } from './commands/end-other-browsers.ts';
import { answerReminder, askReminders, stopReminders } from './commands/remind-me.ts';
import { drawResumeCode, forgetByCode, resumeLearner } from './commands/resume-learner.ts';
import { readOwnLearning, readSteps } from './queries/read-own-learning.ts';

/** The routes about the own learning, bound to what they do. */
export const ownBindings: readonly BoundRoute[] = [
  bind(ownRoutes.drawResumeCode, (context) => drawResumeCode(context)),
  bind(ownRoutes.resumeLearner, (context, { input }) => resumeLearner(context, input.code)),
  bind(ownRoutes.readSteps, (context, { params }) => readSteps(context, params.attempt)),
  bind(ownRoutes.readOwnLearning, (context) => readOwnLearning(context)),
  bind(ownRoutes.endOtherBrowsers, (context) => endOtherBrowsers(context)),
  bind(ownRoutes.askReminders, (context, { input }) => askReminders(context, input)),
  bind(ownRoutes.stopReminders, (context) => stopReminders(context)),
  bind(ownRoutes.answerReminder, (context, { input }) => answerReminder(context, input)),
  bind(ownRoutes.forgetByCode, (context, { input }) => forgetByCode(context, input.code)),
];
