import type { ServerModule } from '#platform/server/http';

/** The audit log for the composition root: tables, no routes. */
export const auditServer: ServerModule = {
  name: 'audit',
  schemas: ['audit'],
  migrations: new URL('./migrations/', import.meta.url),
  routes: [],
};
