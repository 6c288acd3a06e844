import { canonicalJson, type RecordId, type SpaceId, type TenantId, type UserId } from '#platform/base';

/** Where a sealed record belongs. All of it is bound into key and ciphertext. */
export interface RecordContext {
  readonly tenant: TenantId;
  readonly space: SpaceId;
  readonly epoch: number;
  readonly type: string;
  readonly record: RecordId;
  readonly version: number;
  readonly author: UserId;
}

/** The one spelling of a context (security design, section 4). The reader rebuilds it from what it asked for. */
export function contextOf({ tenant, space, epoch, type, record, version, author }: RecordContext): string {
  return canonicalJson(['cx1', 1, tenant, space, epoch, type, record, version, author]);
}
