import { bind, type ServerModule } from '#platform/server/http';
import type { Events } from '#kernel/events/server';
import { caseRoutes } from '../contract/case-routes.ts';
import { remindDue } from './jobs/remind-due.ts';
import { recordHours } from './commands/record-hours.ts';
import { listCasesFor, listDueFor } from './queries/list-cases.ts';
import { readOverview } from './queries/read-overview.ts';

/** The module casework, as the composition root registers it; its cases live in spaces of kind `case`. */
export function createCaseworkServer({ events }: { readonly events: Events }): ServerModule {
  return {
    name: 'casework',
    schemas: ['casework'],
    migrations: new URL('./migrations/', import.meta.url),
    jobs: [remindDue],
    routes: [
      bind(caseRoutes.listCases, listCasesFor),
      bind(caseRoutes.readOverview, readOverview),
      bind(caseRoutes.listDue, listDueFor),
      bind(caseRoutes.recordHours, (context, { input }) => recordHours(events, context, input)),
    ],
  };
}
