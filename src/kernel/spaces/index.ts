/** Sealed spaces: a set of sealed records with its own key, signed log and members. */
export { spaceRoutes } from './contract/space-routes.ts';
export { spaceActs } from './policy/space-acts.ts';
