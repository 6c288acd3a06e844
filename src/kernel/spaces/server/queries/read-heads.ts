import { ok, type SpaceId } from '#platform/base';
import { listWrapsOfSpaces } from '#kernel/accounts/server';
import type { SignedInContext } from '../commands/append-operations.ts';
import type { SpaceKindRules } from '../kind-rules.ts';
import { listHeadsOfMember } from '../store/heads-store.ts';

/**
 * What a device needs to make its caseload searchable: per space the sealed head, the operation that
 * signed it, the operation that carries the commitment of the newest key, and the reader's wrap.
 * Spaces come by id, `limit` at a time; `next` is the id to go on from.
 */
export async function readHeads(
  kinds: ReadonlyMap<string, SpaceKindRules>,
  { tx, tenant, user }: SignedInContext,
  query: { readonly kind: string; readonly after?: SpaceId | undefined; readonly limit: number },
) {
  const heads = await listHeadsOfMember(tx, tenant, user, query);
  const ids = heads.map(({ id }) => id);
  const [wraps, coded] = await Promise.all([
    listWrapsOfSpaces(tx, { tenant, recipient: user, spaces: ids }),
    kinds.get(query.kind)?.readCoded(tx, tenant, ids) ?? new Map<SpaceId, unknown>(),
  ]);
  return ok({
    spaces: heads.map((head) => ({
      ...head,
      coded: coded.get(head.id) ?? null,
      wrap: wraps.get(head.id)?.find(({ epoch }) => epoch === head.epoch)?.wrap ?? null,
    })),
    next: heads.length === query.limit ? (heads.at(-1)?.id ?? null) : null,
  });
}
