import { createPolicy } from '#kernel/access';
import { accountActs } from '#kernel/accounts';
import { accountsServer, directoryRules } from '#kernel/accounts/server';
import { auditServer } from '#kernel/audit/server';
import { spaceActs } from '#kernel/spaces';
import { createSpacesServer } from '#kernel/spaces/server';
import { taskActs } from '#kernel/tasks';
import { tasksServer } from '#kernel/tasks/server';
import { caseActs } from '#modules/casework';
import { caseRules, caseworkServer } from '#modules/casework/server';
import type { ServerModule } from '#platform/server/http';

/** Every area and module with a server side, in the order in which their schemas build on each other. */
export const serverModules: readonly ServerModule[] = [
  auditServer,
  accountsServer,
  createSpacesServer([directoryRules, caseRules]),
  tasksServer,
  caseworkServer,
];

/** All acts of all areas and modules; what is not in here nobody may do. */
export const policy = createPolicy([accountActs, spaceActs, taskActs, caseActs]);
