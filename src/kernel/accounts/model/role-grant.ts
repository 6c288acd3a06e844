import type { CivilDate } from '#platform/base';
import type { Role } from '#kernel/access';

/** A role with its last day in Amsterdam; null while nothing ends it. */
export interface RoleGrant {
  readonly role: Role;
  readonly until: CivilDate | null;
}

/** The roles in force on a day: the last day still counts. */
export function rolesInForce(grants: readonly RoleGrant[], on: CivilDate): readonly Role[] {
  return grants.filter(({ until }) => until === null || until >= on).map(({ role }) => role);
}
