import type { AnyRefusal, Clock, Result, SpaceId, TenantId, UserId } from '#platform/base';
import type { OperationPayload } from '#platform/crypto/envelope';
import type { Tx } from '#platform/server/db';
import type { z } from 'zod';
import type { LivingMember } from './store/space-store.ts';

/** Who appends, and to what; the space does not exist yet when it is being created. */
export interface AppendContext {
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly space: SpaceId;
  readonly user: UserId;
  readonly roles: readonly string[];
  /** How the user stood to the space before this batch; null when the batch creates it. */
  readonly relation: string | null;
  readonly stepUpFresh: boolean;
  readonly clock: Clock;
}

/** What a batch did to one space, handed over after its rows are written and before the commit. */
export interface AppendedBatch {
  readonly operations: readonly OperationPayload[];
  readonly membersBefore: readonly LivingMember[];
  readonly membersAfter: readonly LivingMember[];
  /** The newest open values of the batch; absent when no operation carried any. */
  readonly coded?: unknown;
  readonly created: boolean;
  readonly head: string;
  readonly seq: number;
}

/**
 * What the owner of a kind of space decides. `#kernel/spaces` keeps the log, the members and the
 * ciphertext true for every kind; which acts are allowed and what the open values mean is the
 * owner's. Registered at the composition root, one per kind.
 */
export interface SpaceKindRules {
  readonly kind: string;
  /** Shape of the open values; null when the kind has none. Unknown properties are refused. */
  readonly codedSchema: z.ZodType | null;
  /** Types of sealed records that the kind knows. */
  readonly recordTypes: readonly string[];
  /** Types whose older versions are dropped when a newer one arrives. */
  readonly replacedTypes: readonly string[];
  /** Fewest living members after any batch; the recovery key is not counted. */
  minimumMembers(context: AppendContext): number;
  /** Whether this person may append this operation; `NotPermitted` and its kind. */
  mayAppend(operation: OperationPayload, context: AppendContext): Result<void, AnyRefusal>;
  /** Writes the owner's open rows and publishes its events, or refuses the whole batch. */
  afterAppend(batch: AppendedBatch, context: AppendContext): Promise<Result<void, AnyRefusal>>;
  /** The open values as they are now, exactly as they were hashed; undefined when the kind has none. */
  readCoded(tx: Tx, tenant: TenantId, spaces: readonly SpaceId[]): Promise<ReadonlyMap<SpaceId, unknown>>;
}
