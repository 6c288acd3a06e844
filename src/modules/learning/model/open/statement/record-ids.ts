import type { Brand } from '#platform/base';

/** A partition of the record store: what is in it is read and written with its own keys only. */
export type StoreId = Brand<string, 'StoreId'>;
/** A statement; a UUID in lower case, often given by whoever sent it. */
export type StatementId = Brand<string, 'StatementId'>;
/** 128 bits that stand for an activity, an agent, a verb or a name in the indexes of the record store. */
export type IndexKey = Brand<string, 'IndexKey'>;

/** Where something of the record store is. */
export interface StorePlace<Tenant> {
  readonly tenant: Tenant;
  readonly store: StoreId;
}
