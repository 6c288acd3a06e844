import { createPolicy } from '#kernel/access';
import { accountActs, rolesInForce } from '#kernel/accounts';
import { accountsServer, listRoles } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { createEvents } from '#kernel/events/server';
import { spaceActs } from '#kernel/spaces';
import { createSpacesServer, directoryRules } from '#kernel/spaces/server';
import { taskActs } from '#kernel/tasks';
import { createTasksServer } from '#kernel/tasks/server';
import { caseActs } from '#modules/casework';
import { createCaseRules, createCaseworkServer } from '#modules/casework/server';
import type { ServerModule } from '#platform/server/http';

/** Who publishes and who listens; nobody listens yet. */
const events = createEvents([]);

const caseRules = createCaseRules({
  events,
  listRolesInForce: async (tx, tenant, user, on) => rolesInForce(await listRoles(tx, tenant, user), on),
});

/** Every area and module with a server side, in the order in which their schemas build on each other. */
export const serverModules: readonly ServerModule[] = [
  auditServer,
  accountsServer,
  createSpacesServer([directoryRules, caseRules]),
  createTasksServer({ events }),
  createCaseworkServer({ events }),
];

/** All acts of all areas and modules; what is not in here nobody may do. */
export const policy = createPolicy([accountActs, spaceActs, taskActs, caseActs]);
