/** Who may do what: roles, relations and the permission engine; pure, deny by default. */
export { isRole, relations, roles, type Relation, type Role } from './model/roles.ts';
export {
  createPolicy,
  type AccessRefusal,
  type ActRule,
  type ActTable,
  type Asker,
  type Policy,
} from './policy/create-policy.ts';
