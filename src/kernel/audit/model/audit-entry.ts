import type { TenantId, UserId } from '#platform/base';

/** One act as the audit log keeps it: ids and codes only, never a name, a text or an address. */
export interface AuditEntry {
  readonly tenant: TenantId;
  /** What was done, `area.act`: the code of the route row. */
  readonly act: string;
  readonly actor: UserId | null;
  /** Id of what it was done to; null where there is none. */
  readonly subject: string | null;
  /** `done`; for a question `asked`; or the code of the refusal. A refused question leaves both of the last. */
  readonly outcome: string;
  /** Kept to the full minute in UTC. */
  readonly at: Date;
}
