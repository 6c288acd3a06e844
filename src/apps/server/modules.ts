import { createPolicy } from '#kernel/access';
import { accountActs, rolesInForce } from '#kernel/accounts';
import { accountsServer, listRoles } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { systemClock } from '#platform/base';
import { ledgerActs } from '#kernel/disclosure';
import { disclosureServer } from '#kernel/disclosure/server';
import { createEvents } from '#kernel/events/server';
import { noticeActs } from '#kernel/notices';
import { createTaskSubscribers, noticesServer } from '#kernel/notices/server';
import { gatheringsServer } from '#kernel/gatherings/server';
import { spaceActs } from '#kernel/spaces';
import { createSpacesServer, directoryRules } from '#kernel/spaces/server';
import { taskActs } from '#kernel/tasks';
import { createTasksServer } from '#kernel/tasks/server';
import { caseActs } from '#modules/casework';
import { createCaseRules, createCaseSubscribers, createCaseworkServer } from '#modules/casework/server';
import { learningActs } from '#modules/learning';
import { learningServer } from '#modules/learning/server';
import type { ServerModule } from '#platform/server/http';

/** Who publishes and who listens: notices hear of tasks and, through casework, of cases. */
const events = createEvents([...createTaskSubscribers(systemClock), ...createCaseSubscribers(systemClock)]);

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
  noticesServer,
  gatheringsServer,
  disclosureServer,
  createCaseworkServer({ events }),
  learningServer,
];

/** All acts of all areas and modules; what is not in here nobody may do. */
export const policy = createPolicy([accountActs, spaceActs, taskActs, noticeActs, caseActs, learningActs, ledgerActs]);
