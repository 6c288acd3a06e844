import { ok, type Result, type SpaceId } from '#platform/base';
import { isAnswerLost } from '#platform/client';
import { hashEnvelope, openRecord, openWrap } from '#platform/crypto';
import { spaceRoutes } from '../contract/space-routes.ts';
import { isSigned } from './is-signed.ts';
import type { SpaceRefusal, SpaceSession } from './space-session.ts';
import { verifiedOperation } from './verified-operation.ts';

/** One space of a caseload, as far as lists and search need it. */
export interface OpenedHead {
  readonly id: SpaceId;
  readonly relation: string;
  readonly seq: number;
  readonly head: string;
  readonly coded: unknown;
  /** Content of the sealed head; null when there is none or it does not open. */
  readonly content: { readonly schema: string; readonly payload: unknown } | null;
  /**
   * `checked`: this device verified the log up to this very point before, and the open values with it. `not-checked`: signatures
   * hold, the log between was not read. `does-not-fit`: a signature, key or content is not right.
   */
  readonly trust: 'checked' | 'not-checked' | 'does-not-fit';
}

type HeadContent = OpenedHead['content'] | 'does-not-fit';

/**
 * Contents that were opened before, by space, with the very envelope and vouchers they came from: what is served
 * unchanged need not be opened again. Plaintext: whoever keeps it empties it when keys are dropped.
 */
export type KnownHeads = Map<SpaceId, { readonly from: string; readonly content: HeadContent }>;

/** How heads are read: `onProgress` hears how many are done, `known` is used and filled. */
export interface HeadReading {
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly known?: KnownHeads | undefined;
}

/** So many heads are opened at once; the threads of the browser share them. */
const atOnce = 16;

/**
 * Opens the heads of all one's spaces of a kind, the next page under way while one is opened. Nothing here
 * replaces opening a space: dates stay marked as not checked until its log was verified.
 */
export async function readHeads(
  session: SpaceSession,
  kind: string,
  { onProgress = () => undefined, known = new Map() }: HeadReading = {},
): Promise<Result<readonly OpenedHead[], SpaceRefusal>> {
  const read = (after: string | null) =>
    session.api.call(spaceRoutes.readHeads, { query: { kind, limit: 250, ...(after ? { after } : {}) } });
  const heads: OpenedHead[] = [];
  let page = await read(null);
  for (;;) {
    if (!page.ok) return page;
    const { spaces, next } = page.value;
    const following = next === null ? null : read(next);
    for (let from = 0; from < spaces.length; from += atOnce) {
      const slice = spaces.slice(from, from + atOnce);
      heads.push(...(await Promise.all(slice.map((served) => openHead(session, served, known)))));
      onProgress(heads.length);
    }
    if (following === null) return ok(heads);
    page = await following;
  }
}

interface ServedHead {
  readonly id: string;
  readonly relation: string;
  readonly epoch: number;
  readonly seq: number;
  readonly head: string;
  readonly coded: unknown;
  readonly wrap: string | null;
  readonly keyOperation: string | null;
  readonly headOperation: string | null;
  readonly headEnvelope: string | null;
}

async function openHead(session: SpaceSession, served: ServedHead, known: KnownHeads): Promise<OpenedHead> {
  // The row's schema has refused everything that has not the form of an id.
  const id = served.id as SpaceId;
  const mark = session.marks.read(id);
  const rolledBack = mark !== null && (await isBehind(session, id, served, mark));
  const plain = { id, relation: served.relation, seq: served.seq, head: served.head, coded: served.coded };
  if (rolledBack) return { ...plain, content: null, trust: 'does-not-fit' };
  const content = await openOnce(session, id, served, known);
  if (content === 'does-not-fit') return { ...plain, content: null, trust: 'does-not-fit' };
  // A mark without the hash of the open values vouches for the log, not for the dates in the row.
  if (mark?.seq !== served.seq || mark.coded === undefined) return { ...plain, content, trust: 'not-checked' };
  const signed = await isSigned(served.coded, mark.coded);
  return { ...plain, content: signed ? content : null, trust: signed ? 'checked' : 'does-not-fit' };
}

/**
 * Whether the server went back behind what was seen. A row that was read before this tab wrote may
 * rightly be older: then the server is asked once more, and must know what was written.
 */
async function isBehind(
  session: SpaceSession,
  id: SpaceId,
  served: Pick<ServedHead, 'seq' | 'head'>,
  mark: { readonly seq: number; readonly head: string },
): Promise<boolean> {
  if (served.seq > mark.seq) return false;
  if (served.seq === mark.seq) return served.head !== mark.head;
  const answer = await session.api.call(spaceRoutes.readSpace, { params: { space: id }, query: { after: mark.seq } });
  if (!answer.ok) return !isAnswerLost(answer.refusal);
  const { seq, head } = answer.value;
  return seq < mark.seq || (seq === mark.seq && head !== mark.head);
}

async function openOnce(
  session: SpaceSession,
  space: SpaceId,
  served: ServedHead,
  known: KnownHeads,
): Promise<HeadContent> {
  const { wrap, keyOperation, headOperation, headEnvelope } = served;
  const from = [wrap, keyOperation, headOperation, headEnvelope].join(' ');
  const before = known.get(space);
  if (before?.from === from) return before.content;
  const content = await openContent(session, space, served);
  known.set(space, { from, content });
  return content;
}

async function openContent(session: SpaceSession, space: SpaceId, served: ServedHead): Promise<HeadContent> {
  const { tenant, user, identity } = session;
  const keyOperation = await verifiedOperation(session, space, served.keyOperation);
  if (keyOperation?.kind !== 'create' && keyOperation?.kind !== 'rotate') return 'does-not-fit';
  if (served.wrap === null) return null;
  const where = { tenant, space, epoch: keyOperation.epoch };
  const key = await openWrap(where, keyOperation.body.commitment, user, served.wrap, identity.encryption);
  if (!key.ok) return 'does-not-fit';
  if (served.headEnvelope === null) return null;
  const operation = await verifiedOperation(session, space, served.headOperation);
  if (operation?.kind !== 'put' || operation.body.type !== 'head') return 'does-not-fit';
  if ((await hashEnvelope(served.headEnvelope)) !== operation.ctHash) return 'does-not-fit';
  if (operation.epoch !== keyOperation.epoch) return null;
  const { epoch, record, version, author } = operation;
  const opened = await openRecord(
    key.value,
    { tenant, space, epoch, type: 'head', record, version, author },
    served.headEnvelope,
  );
  return opened.ok ? opened.value : 'does-not-fit';
}
