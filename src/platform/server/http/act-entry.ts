import type { TenantId, UserId } from '#platform/base';

/** One act for the audit log. */
export interface ActEntry {
  readonly tenant: TenantId;
  readonly act: string;
  readonly actor: UserId | null;
  readonly subject: string | null;
  readonly outcome: string;
  readonly at: Date;
}
