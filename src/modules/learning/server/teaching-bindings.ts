import { bind, type BoundRoute } from '#platform/server/http';
import { teachingRoutes } from '../contract/teaching-routes.ts';
import { giveLicence, setTeachingRule, signCoTaught, takeBackSignature } from './commands/teaching.ts';
import { listTeaching, readGuide, readOwnTeaching } from './queries/read-teaching.ts';

/** The routes about who may teach, and what that opens, bound to what they do. */
export const teachingBindings: readonly BoundRoute[] = [
  bind(teachingRoutes.readGuide, (context, { params, query }) => readGuide(context, params.gathering, query.language)),
  bind(teachingRoutes.readOwnTeaching, readOwnTeaching),
  bind(teachingRoutes.listTeaching, listTeaching),
  bind(teachingRoutes.setTeachingRule, (context, { input }) => setTeachingRule(context, input)),
  bind(teachingRoutes.signCoTaught, (context, { params }) => signCoTaught(context, params.gathering, params.user)),
  bind(teachingRoutes.takeBackSignature, (context, { params }) =>
    takeBackSignature(context, params.gathering, params.user),
  ),
  bind(teachingRoutes.giveLicence, (context, { params, input }) => giveLicence(context, params.user, input)),
];
