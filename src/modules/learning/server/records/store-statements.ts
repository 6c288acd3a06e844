import { createId, type Clock, type RandomBytes } from '#platform/base';
import { inTenant, sendAhead, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { findKeys } from '../../model/open/statement/find-keys.ts';
import { mergeDefinition } from '../../model/open/statement/merge-definition.ts';
import type { StatementId } from '../../model/open/statement/record-ids.ts';
import { sameMeaning } from '../../model/open/statement/same-meaning.ts';
import { listDefinitions, saveDefinitions } from '../store/record-activity-store.ts';
import { insertAttachments } from '../store/record-attachment-store.ts';
import { insertFound, insertRefs, listReached, listReferred } from '../store/record-index-store.ts';
import {
  findLastStatement,
  holdStore,
  insertStatements,
  insertVoids,
  listStatements,
  type LastStatement,
} from '../store/statement-store.ts';
import type { Access } from './admit-key.ts';
import { countSource } from './count-source.ts';
import { attachmentsOf } from './check-attachments.ts';
import { definitionsIn, indexKey, indexOf, prepareStatement, type PreparedStatement } from './prepare-statement.ts';
import type { SentStatement, SentStatements } from './read-statements.ts';
import { refuseRecord, type RecordAnswer } from './record-answers.ts';
import type { RecordRequest } from './record-request.ts';

/** Statements that are kept now: their ids in the order of the request, and until when nothing is missing. */
export interface KeptStatements {
  readonly ids: readonly StatementId[];
  readonly through: Date;
}

/** Looks at statements before they are kept, while nobody else writes: refuses them, or says what else is to be kept after them. */
export type Watch = (
  fresh: readonly SentStatement[],
) => Promise<{ readonly further: readonly SentStatement[] } | RecordAnswer>;

/** What the store needs to know beside the statements. */
export interface KeepTools {
  readonly asked: Pick<RecordRequest, 'origin' | 'mount' | 'version'>;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly watch: Watch | null;
}

/**
 * Keeps statements, all or none. They get numbers that follow each other and one time, later than all before. One that is there
 * already with the same meaning stays as it is; with another, everything is refused.
 */
export async function storeStatements(
  parts: MountParts,
  access: Access,
  sent: SentStatements,
  given: { readonly asked: RecordRequest; readonly watch: ((tx: Tx) => Watch) | null },
): Promise<KeptStatements | RecordAnswer> {
  const { clock, randomBytes } = parts;
  return inTenant(
    parts.database,
    { tenant: access.tenant, user: null },
    (tx) =>
      keepStatements(tx, access, sent, { asked: given.asked, clock, randomBytes, watch: given.watch?.(tx) ?? null }),
    (done) => 'ids' in done,
  );
}

/** The same within a transaction of the caller's, who undoes it after a refusal. */
export async function keepStatements(
  tx: Tx,
  access: Access,
  sent: SentStatements,
  tools: KeepTools,
): Promise<KeptStatements | RecordAnswer> {
  const ids = sent.statements.map(({ value }) => idOf(value) ?? createId<StatementId>(tools.randomBytes));
  if (new Set(ids).size < ids.length)
    return refuseRecord('BodyInvalid', { path: '$', rule: 'statements-have-different-ids' });
  sendAhead(holdStore(tx, access));
  const [last, held, referred] = await Promise.all([
    findLastStatement(tx, access),
    listStatements(tx, access, ids),
    listReferred(tx, access, ids),
  ]);
  const bodies = new Map(held.map(({ id, body }) => [id, body]));
  const other = ids.findIndex((id, at) => isOther(bodies.get(id), sent.statements[at]));
  if (other >= 0) {
    const path = sent.single ? '$' : `$[${other}]`;
    return refuseRecord('StatementTaken', { path, rule: 'id-is-taken-by-another-statement' });
  }
  const watched = await watch(tools, sent, ids, bodies);
  if (!('further' in watched)) return watched;
  const all = { ...sent, statements: [...sent.statements, ...watched.further] };
  const allIds = [...ids, ...watched.further.map(() => createId<StatementId>(tools.randomBytes))];
  const stored = new Date(Math.max(tools.clock.now().getTime(), (last.stored?.getTime() ?? 0) + 1));
  const isHeld = (id: StatementId): boolean => bodies.has(id);
  const fresh = prepareFresh(access, tools.asked, all, { ids: allIds, last, stored, isHeld });
  await write(tx, access, all, fresh, referred);
  return { ids, through: fresh.length === 0 ? (last.stored ?? stored) : stored };
}

async function watch(
  tools: KeepTools,
  sent: SentStatements,
  ids: readonly StatementId[],
  held: ReadonlyMap<StatementId, string>,
): ReturnType<Watch> {
  const known = ids.map((id) => held.has(id));
  const fresh = sent.statements.filter((_statement, at) => known[at] !== true);
  return tools.watch === null || fresh.length === 0 ? { further: [] } : tools.watch(fresh);
}

function prepareFresh(
  access: Access,
  asked: KeepTools['asked'],
  sent: SentStatements,
  given: {
    readonly ids: readonly StatementId[];
    readonly last: LastStatement;
    readonly stored: Date;
    readonly isHeld: (id: StatementId) => boolean;
  },
): readonly PreparedStatement[] {
  const account = { homePage: `${asked.origin}${asked.mount}`, name: access.key };
  const author = { objectType: 'Agent', account };
  const authority = JSON.stringify(author);
  let { seq } = given.last;
  return sent.statements.flatMap((statement, at) => {
    const id = given.ids[at];
    if (id === undefined || given.isHeld(id)) return [];
    seq += 1;
    return [prepareStatement(statement, { seq, id, stored: given.stored, version: asked.version, author, authority })];
  });
}

function idOf({ id }: JsonObject): StatementId | undefined {
  // Checked to be a UUID; lower case is what a statement id is.
  return typeof id === 'string' ? (id.toLowerCase() as StatementId) : undefined;
}

function isOther(body: string | undefined, sent: SentStatement | undefined): boolean {
  if (body === undefined || sent === undefined) return false;
  return !sameMeaning(readBody(body), sent.value);
}

async function write(
  tx: Tx,
  access: Access,
  { statements, attachments }: SentStatements,
  fresh: readonly PreparedStatement[],
  referred: readonly StatementId[],
): Promise<void> {
  if (fresh.length === 0) return;
  const refs = fresh.flatMap(({ id, refersTo }) => (refersTo === null ? [] : [{ from: id, to: refersTo }]));
  const voids = fresh.flatMap(({ id, refersTo, voids: taken }) =>
    taken && refersTo !== null ? [{ target: refersTo, voider: id }] : [],
  );
  await Promise.all([
    insertStatements(tx, access, fresh),
    insertFound(
      tx,
      access,
      fresh.map(({ index }) => index),
      'be new',
    ),
    insertRefs(tx, access, refs),
    insertVoids(tx, access, voids),
    insertAttachments(tx, access, attachments, attachedTo(fresh, new Set(attachments.map(({ sha2 }) => sha2)))),
    define(tx, access, statements),
  ]);
  // Only of a source: what comes by a plain key is counted nowhere.
  if (access.source !== null) await countSource(tx, access, fresh);
  if (refs.length > 0 || referred.length > 0) await inherit(tx, access, [...refs.map(({ from }) => from), ...referred]);
}

/** Which statement has which of the files that came along. */
function attachedTo(
  fresh: readonly PreparedStatement[],
  files: ReadonlySet<string>,
): readonly { readonly id: StatementId; readonly sha2: string }[] {
  if (files.size === 0) return [];
  return fresh.flatMap(({ id, body }) =>
    attachmentsOf(readBody(body))
      .map(({ sha2 }) => String(sha2).toLowerCase())
      .filter((sha2) => files.has(sha2))
      .map((sha2) => ({ id, sha2 })),
  );
}

/** Gives statements that point at others what those are found by. */
async function inherit(tx: Tx, access: Access, ids: readonly StatementId[]): Promise<void> {
  const reached = await listReached(tx, access, ids);
  const targets = await listStatements(tx, access, [...new Set(reached.map(({ target }) => target))]);
  const keys = new Map(targets.map(({ id, body }) => [id, findKeys(readBody(body))]));
  const rows = reached.flatMap(({ seq, target }) => {
    const found = keys.get(target);
    return found === undefined ? [] : [indexOf(seq, found)];
  });
  await insertFound(tx, access, rows, 'be there');
}

function readBody(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  return isJsonObject(value) ? value : {};
}

/** Keeps what statements say of activities. The partition is held, so nobody else does so meanwhile. */
async function define(tx: Tx, access: Access, statements: readonly SentStatement[]): Promise<void> {
  const given = statements.flatMap(({ value }) => definitionsIn(value));
  if (given.length === 0) return;
  const held = await listDefinitions(tx, access, [...new Set(given.map(({ iri }) => indexKey('activity', iri)))]);
  const before = new Map(held.map(({ iri, definition }) => [iri, definition]));
  const after = new Map<string, JsonObject>();
  for (const { iri, definition } of given) {
    const text = before.get(iri);
    const known = after.get(iri) ?? (text === undefined ? null : readBody(text));
    after.set(iri, mergeDefinition(known, definition, access.scope === 'all'));
  }
  const changed = [...after]
    .map(([iri, definition]) => ({ activity: indexKey('activity', iri), iri, definition: JSON.stringify(definition) }))
    .filter(({ iri, definition }) => before.get(iri) !== definition);
  await saveDefinitions(tx, access, changed);
}
