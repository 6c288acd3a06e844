import type { RouteOutput } from '#platform/base';
import type { noticeRoutes } from '../contract/notice-routes.ts';

/** What somebody has chosen about mail. */
export type MailChoice = RouteOutput<typeof noticeRoutes.readMailChoice>;
