import { ok, refuse, type RecordId, type Result, type SpaceId, type UserId } from '#platform/base';
import { listWraps } from '#kernel/accounts/server';
import type { SignedInContext } from '../commands/append-operations.ts';
import type { SpaceKindRules } from '../kind-rules.ts';
import { findDocument } from '../store/document-store.ts';
import { listOperations, listRecords, listVersions } from '../store/log-store.ts';
import { findRelation, findSpaceOfMember } from '../store/space-store.ts';

const operationsPerAnswer = 500;
type NotFound = { readonly type: 'NotFound' };

/**
 * A space from a point of its log on: operations, the newest version of records written since, the
 * reader's own wraps, the open values. At most 500 operations an answer; `more` says to ask again.
 * `NotFound` for a space that does not exist or that the reader is no living member of.
 */
export async function readSpace(
  kinds: ReadonlyMap<string, SpaceKindRules>,
  { tx, tenant, user }: SignedInContext,
  id: SpaceId,
  after: number,
) {
  // Asked together: the rules of rows show log and records to living members alone. Numbers of a log have no gaps.
  const [space, operations, records, wraps] = await Promise.all([
    findSpaceOfMember(tx, tenant, id, user),
    listOperations(tx, tenant, id, after, operationsPerAnswer),
    listRecords(tx, tenant, id, after, after + operationsPerAnswer),
    listWraps(tx, { tenant, recipient: user, space: id }),
  ]);
  if (!space) return notFound();
  const upTo = operations.at(-1)?.seq ?? after;
  const coded = await kinds.get(space.kind)?.readCoded(tx, tenant, [id]);
  return ok({
    id,
    kind: space.kind,
    epoch: space.epoch,
    seq: space.seq,
    head: space.head,
    coded: coded?.get(id) ?? null,
    wraps: wraps.map(({ epoch, wrap }) => ({ epoch, wrap })),
    operations: operations.map(({ jws }) => jws),
    records: [...records],
    more: upTo < space.seq,
  });
}

/** Every version of one record with the operation that signed it, newest first. */
export async function readVersions({ tx, tenant, user }: SignedInContext, space: SpaceId, record: RecordId) {
  if ((await findRelation(tx, tenant, space, user)) === null) return notFound();
  const versions = await listVersions(tx, tenant, space, record);
  return versions.length === 0 ? notFound() : ok({ versions: [...versions] });
}

/** The row of a stored ciphertext file that the log names, for a member. */
export async function findLiveDocument(
  { tx, tenant, user }: { tx: SignedInContext['tx']; tenant: SignedInContext['tenant']; user: UserId },
  space: SpaceId,
  record: RecordId,
): Promise<Result<{ readonly size: number; readonly sha256: string }, NotFound>> {
  if ((await findRelation(tx, tenant, space, user)) === null) return notFound();
  const row = await findDocument(tx, tenant, space, record);
  return row && row.seq !== null ? ok(row) : notFound();
}

function notFound() {
  return refuse({ type: 'NotFound' } as const);
}
