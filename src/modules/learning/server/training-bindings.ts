import { bind, type BoundRoute } from '#platform/server/http';
import { trainingRoutes } from '../contract/training-routes.ts';
import { learnAsColleague } from './commands/learn-as-colleague.ts';
import {
  askNoMore,
  askRetake,
  askTraining,
  exempt,
  makeProgramme,
  recordProof,
  takeEquivalent,
  withdrawProof,
} from './commands/training.ts';
import { listTraining, readOwnTraining } from './queries/read-training.ts';

/** The routes about what is asked of whom, bound to what they do. */
export const trainingBindings: readonly BoundRoute[] = [
  bind(trainingRoutes.listTraining, listTraining),
  bind(trainingRoutes.readOwnTraining, readOwnTraining),
  bind(trainingRoutes.learnAsColleague, learnAsColleague),
  bind(trainingRoutes.makeProgramme, (context, { input }) => makeProgramme(context, input)),
  bind(trainingRoutes.takeEquivalent, (context, { params, input }) => takeEquivalent(context, params.part, input)),
  bind(trainingRoutes.askTraining, (context, { input }) => askTraining(context, input)),
  bind(trainingRoutes.askNoMore, (context, { params }) => askNoMore(context, params.requirement)),
  bind(trainingRoutes.askRetake, (context, { input }) => askRetake(context, input)),
  bind(trainingRoutes.recordProof, (context, { params, input }) => recordProof(context, params.user, input)),
  bind(trainingRoutes.withdrawProof, (context, { params }) => withdrawProof(context, params.proof)),
  bind(trainingRoutes.exempt, (context, { params, input }) => exempt(context, params.user, input)),
];
