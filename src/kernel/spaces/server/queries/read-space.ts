import { ok, refuse, type RecordId, type Result, type SpaceId, type UserId } from '#platform/base';
import { listWraps } from '#kernel/accounts/server';
import { lastStatements } from '#platform/server/db';
import type { SignedInContext } from '../commands/append-operations.ts';
import type { SpaceKindRules } from '../kind-rules.ts';
import { findDocument } from '../store/document-store.ts';
import { listVersions } from '../store/log-store.ts';
import { readSpaceAnswer } from '../store/space-answer-store.ts';
import { findRelation } from '../store/space-store.ts';

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
  const codedKinds = [...kinds.values()].filter(({ codedSchema }) => codedSchema !== null);
  // Asked together, the open values of every kind that has some: which kind it is, the answer tells. The rules of rows
  // show log and records to living members alone.
  lastStatements(tx, 2 + codedKinds.length);
  const [answer, wraps, ...coded] = await Promise.all([
    readSpaceAnswer(tx, { tenant, user, space: id }, after, operationsPerAnswer),
    listWraps(tx, { tenant, recipient: user, space: id }),
    ...codedKinds.map((kind) => kind.readCoded(tx, tenant, [id])),
  ]);
  if (!answer) return notFound();
  const { space, operations, records } = answer;
  return ok({
    id,
    ...space,
    coded: coded[codedKinds.findIndex(({ kind }) => kind === space.kind)]?.get(id) ?? null,
    wraps: wraps.map(({ epoch, wrap }) => ({ epoch, wrap })),
    operations: [...operations],
    records: [...records],
    // Numbers of a log have no gaps.
    more: after + operations.length < space.seq,
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
