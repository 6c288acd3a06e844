import { bind, type BoundRoute } from '#platform/server/http';
import { badgeRoutes } from '../contract/badge-routes.ts';
import { checkBadge } from './commands/check-badge.ts';
import { signBadge } from './commands/sign-badge.ts';

/** The routes of badges, bound to what they do. */
export const badgeBindings: readonly BoundRoute[] = [
  bind(badgeRoutes.signBadge, (context, { input }) => signBadge(context, input.code)),
  bind(badgeRoutes.checkBadge, (context, { input }) => checkBadge(context, input.token)),
];
