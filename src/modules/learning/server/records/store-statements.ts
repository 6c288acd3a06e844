import { createId } from '#platform/base';
import { inTenant, sendAhead, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { mergeDefinition } from '../../model/open/statement/merge-definition.ts';
import type { StatementId } from '../../model/open/statement/record-ids.ts';
import { sameMeaning } from '../../model/open/statement/same-meaning.ts';
import { listDefinitions, saveDefinitions } from '../store/record-activity-store.ts';
import { insertAttachments } from '../store/record-attachment-store.ts';
import { insertIndexRows, insertRefs, listReached, listReferred } from '../store/record-index-store.ts';
import {
  findLastStatement,
  holdStore,
  insertStatements,
  insertVoids,
  listStatements,
} from '../store/statement-store.ts';
import type { Access } from './admit-key.ts';
import { attachmentsOf } from './check-attachments.ts';
import { definitionsIn, indexKey, indexOf, prepareStatement, type PreparedStatement } from './prepare-statement.ts';
import type { SentStatement, SentStatements } from './read-statements.ts';
import { refuseRecord, type RecordAnswer } from './record-answers.ts';
import type { RecordRequest } from './record-request.ts';

/**
 * Keeps statements, all or none. They get numbers that follow each other and one time, later than all before. One that is there
 * already with the same meaning stays as it is; with another, everything is refused.
 */
export async function storeStatements(
  parts: MountParts,
  access: Access,
  asked: RecordRequest,
  sent: SentStatements,
): Promise<{ readonly ids: readonly StatementId[] } | RecordAnswer> {
  const ids = sent.statements.map(({ value }) => idOf(value) ?? createId<StatementId>(parts.randomBytes));
  if (new Set(ids).size < ids.length)
    return refuseRecord('BodyInvalid', { path: '$', rule: 'statements-have-different-ids' });
  return inTenant(
    parts.database,
    { tenant: access.tenant, user: null },
    async (tx) => {
      sendAhead(holdStore(tx, access));
      const [last, held, referred] = await Promise.all([
        findLastStatement(tx, access),
        listStatements(tx, access, ids),
        listReferred(tx, access, ids),
      ]);
      const bodies = new Map(held.map(({ id, body }) => [id, body]));
      const other = ids.findIndex((id, at) => isOther(bodies.get(id), sent.statements[at]));
      if (other >= 0)
        return refuseRecord('StatementTaken', {
          path: sent.single ? '$' : `$[${other}]`,
          rule: 'id-is-taken-by-another-statement',
        });
      const stored = new Date(Math.max(parts.clock.now().getTime(), (last.stored?.getTime() ?? 0) + 1));
      const authority = JSON.stringify({
        objectType: 'Agent',
        account: { homePage: `${asked.origin}${asked.mount}`, name: access.key },
      });
      let { seq } = last;
      const fresh = sent.statements.flatMap((statement, at) => {
        const id = ids[at];
        if (id === undefined || bodies.has(id)) return [];
        seq += 1;
        return [prepareStatement(statement, { seq, id, stored, version: asked.version, authority })];
      });
      await write(tx, access, sent, fresh, referred);
      return { ids };
    },
    (done) => 'ids' in done,
  );
}

function idOf({ id }: JsonObject): StatementId | undefined {
  // Checked to be a UUID; lower case is what a statement id is.
  return typeof id === 'string' ? (id.toLowerCase() as StatementId) : undefined;
}

function isOther(body: string | undefined, sent: SentStatement | undefined): boolean {
  if (body === undefined || sent === undefined) return false;
  const held: unknown = JSON.parse(body);
  if (!isJsonObject(held)) return true;
  const { timestamp, ...rest } = held;
  // A time that the store gave is none that was sent.
  const given = timestamp === held['stored'] && sent.value['timestamp'] === undefined;
  return !sameMeaning(given ? rest : held, sent.value);
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
  const files = new Set(attachments.map(({ sha2 }) => sha2));
  const valueById = new Map(statements.map(({ value }) => [idOf(value), value]));
  const attached = fresh.flatMap(({ id, ...one }) =>
    attachmentsOf(valueById.get(id) ?? readBody(one.body))
      .map(({ sha2 }) => String(sha2).toLowerCase())
      .filter((sha2) => files.has(sha2))
      .map((sha2) => ({ id, sha2 })),
  );
  await Promise.all([
    insertStatements(tx, access, fresh),
    insertIndexRows(
      tx,
      access,
      fresh.map(({ index }) => index),
    ),
    insertRefs(tx, access, refs),
    insertVoids(tx, access, voids),
    insertAttachments(tx, access, attachments, attached),
    define(tx, access, statements),
  ]);
  if (refs.length > 0 || referred.length > 0) await inherit(tx, access, [...refs.map(({ from }) => from), ...referred]);
}

/** Gives statements that point at others what those are found by. */
async function inherit(tx: Tx, access: Access, ids: readonly StatementId[]): Promise<void> {
  const reached = await listReached(tx, access, ids);
  await insertIndexRows(
    tx,
    access,
    reached.map(({ seq, id, body }) => indexOf(seq, id, readBody(body))),
  );
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
