/** Accounts: tenants, people's keys and roles, invitations, sessions. */
export { sessionRoutes } from './contract/session-routes.ts';
export { tenantRoutes } from './contract/tenant-routes.ts';
export { rolesInForce, type RoleGrant } from './model/role-grant.ts';
export { accountActs } from './policy/account-acts.ts';
