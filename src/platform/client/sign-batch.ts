import { toHour, type Clock, type SpaceId } from '#platform/base';
import { hashOperation, signOperation, type LogMark, type UserIdentity } from '#platform/crypto';
import { operationSchema, type OperationKind, type OperationOf } from '#platform/crypto/envelope';

type Filled = 'v' | 'suite' | 'tenant' | 'case' | 'seq' | 'prev' | 'author' | 'tenantHead' | 'time';
// Fields that a kind always leaves empty are filled in here, so nobody has to write them out.
type Said<Operation> = { [Name in keyof Operation as Operation[Name] extends null ? never : Name]: Operation[Name] };

/** An operation without what its place in the log decides. */
export type OperationDraft = { [Kind in OperationKind]: Said<Omit<OperationOf<Kind>, Filled>> }[OperationKind];

/** Signed operations in order, and the head after the last of them. */
export interface SignedBatch {
  readonly operations: readonly string[];
  readonly head: LogMark;
}

/**
 * Signs drafts one on top of the other, beginning after a verified head (null for a new space).
 * A draft that is no operation throws: that is a defect of the caller, not an answer of the server.
 */
export async function signBatch(
  identity: UserIdentity,
  space: SpaceId,
  head: LogMark | null,
  drafts: readonly OperationDraft[],
  clock: Clock,
): Promise<SignedBatch> {
  const operations: string[] = [];
  let at: LogMark | null = head;
  for (const draft of drafts) {
    const seq: number = (at?.seq ?? 0) + 1;
    const operation = operationSchema.parse({
      record: null,
      version: null,
      ctHash: null,
      codedHash: null,
      ...draft,
      v: 1,
      suite: 1,
      tenant: identity.tenant,
      case: space,
      seq,
      prev: at?.head ?? null,
      author: identity.user,
      tenantHead: null,
      time: toHour(clock.now()),
    });
    const jws = await signOperation(identity.signing.private, operation);
    at = { seq, head: await hashOperation(jws) };
    operations.push(jws);
  }
  if (!at) throw new Error('a batch holds at least one operation');
  return { operations, head: at };
}
