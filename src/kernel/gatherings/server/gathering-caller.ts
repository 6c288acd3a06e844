import type { Clock, TenantId, UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';

/** What every command of gatherings needs of the request. */
export interface GatheringCaller {
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly clock: Clock;
  /** Who acts, where it is one of our own people: they need not be told. */
  readonly user?: UserId;
}
