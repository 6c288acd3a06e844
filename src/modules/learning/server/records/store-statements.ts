import { setImmediate as nextTurn } from 'node:timers/promises';
import { createId, type Clock, type RandomBytes } from '#platform/base';
import { sendAhead, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { findKeys } from '../../model/open/statement/find-keys.ts';
import { mergeDefinition } from '../../model/open/statement/merge-definition.ts';
import type { IndexKey, StatementId } from '../../model/open/statement/record-ids.ts';
import { sameMeaning } from '../../model/open/statement/same-meaning.ts';
import { listDefinitions, saveDefinitions, type DefinedActivity } from '../store/record-activity-store.ts';
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
import { inStore, type Access } from './admit-key.ts';
import { countSource } from './count-source.ts';
import { attachmentsOf } from './check-attachments.ts';
import {
  definitionsIn,
  describeStatement,
  foundKeys,
  indexKey,
  keepKeys,
  prepareStatement,
  type Assigned,
  type DescribedStatement,
  type PreparedStatement,
} from './prepare-statement.ts';
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
  return inStore(
    parts,
    access,
    (tx) =>
      keepStatements(tx, access, sent, { asked: given.asked, clock, randomBytes, watch: given.watch?.(tx) ?? null }),
    (done) => 'ids' in done,
  );
}

/**
 * The same within a transaction of the caller's, who undoes it after a refusal. Two journeys to the database: what is there already, asked
 * while the statements are read, and what is written, with the commit. Nobody waits for the second here: when it fails, the commit does.
 */
export async function keepStatements(
  tx: Tx,
  access: Access,
  sent: SentStatements,
  tools: KeepTools,
): Promise<KeptStatements | RecordAnswer> {
  const ids = sent.statements.map(({ value }) => idOf(value) ?? createId<StatementId>(tools.randomBytes));
  if (new Set(ids).size < ids.length)
    return refuseRecord('BodyInvalid', { path: '$', rule: 'statements-have-different-ids' });
  const keyOf = keepKeys();
  const given = sent.statements.flatMap(({ value }) => definitionsIn(value));
  const asking = askHeld(tx, access, ids, [...new Set(given.map(({ iri }) => keyOf('activity', iri)))]);
  // The question leaves now; whoever looks at its answer sees how it failed, if it did.
  asking.catch(() => undefined);
  await nextTurn();
  const author = authorOf(access, tools.asked);
  const described = sent.statements.map((statement) => describeStatement(statement, author, keyOf));
  const held = await asking;
  const taken = refuseTaken(sent, ids, held.bodies);
  if (taken !== null) return taken;
  const watched = await watch(tools, sent, ids, held.bodies);
  if (!('further' in watched)) return watched;
  const further = watched.further.flatMap(({ value }) => definitionsIn(value));
  const more = await listDefinitions(tx, access, [...new Set(further.map(({ iri }) => keyOf('activity', iri)))]);
  const all = [...described, ...watched.further.map((statement) => describeStatement(statement, author, keyOf))];
  const allIds = [...ids, ...watched.further.map(() => createId<StatementId>(tools.randomBytes))];
  const stored = new Date(Math.max(tools.clock.now().getTime(), (held.last.stored?.getTime() ?? 0) + 1));
  const told = { stored, version: tools.asked.version, authority: JSON.stringify(author) };
  const fresh = assign(all, { ...told, ids: allIds, held });
  if (fresh.length === 0) return { ids, through: held.last.stored ?? stored };
  sendAhead(insertStatements(tx, access, fresh));
  // So the database keeps the first of it while the rest is written.
  if (fresh.length >= worthTwoWrites) await nextTurn();
  const definitions = changedDefinitions(access, [...given, ...further], [...held.definitions, ...more]);
  await write(tx, access, sent, { fresh, referred: held.referred, definitions });
  return { ids, through: stored };
}

/** So many statements keep the database busy for longer than it takes to wake it once more. */
const worthTwoWrites = 10;

/** What is there before a batch is kept. */
interface Held {
  readonly last: LastStatement;
  readonly bodies: ReadonlyMap<StatementId, string>;
  /** Which of the new ones others point at already. */
  readonly referred: readonly StatementId[];
  readonly definitions: readonly DefinedActivity[];
}

/** Holds the partition, and asks what is in it: one journey. */
async function askHeld(
  tx: Tx,
  access: Access,
  ids: readonly StatementId[],
  activities: readonly IndexKey[],
): Promise<Held> {
  sendAhead(holdStore(tx, access));
  const [last, held, referred, definitions] = await Promise.all([
    findLastStatement(tx, access),
    listStatements(tx, access, ids),
    listReferred(tx, access, ids),
    listDefinitions(tx, access, activities),
  ]);
  return { last, bodies: new Map(held.map(({ id, body }) => [id, body])), referred, definitions };
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

function authorOf({ key }: Access, { origin, mount }: KeepTools['asked']): JsonObject {
  return { objectType: 'Agent', account: { homePage: `${origin}${mount}`, name: key } };
}

/** Gives those that are not there yet their numbers and their time. */
function assign(
  described: readonly DescribedStatement[],
  given: Pick<Assigned, 'stored' | 'version' | 'authority'> & {
    readonly ids: readonly StatementId[];
    readonly held: Held;
  },
): readonly PreparedStatement[] {
  const { ids, held, ...same } = given;
  let { seq } = held.last;
  return described.flatMap((one, at) => {
    const id = ids[at];
    if (id === undefined || held.bodies.has(id)) return [];
    seq += 1;
    return [prepareStatement(one, { ...same, seq, id })];
  });
}

function idOf({ id }: JsonObject): StatementId | undefined {
  // Checked to be a UUID; lower case is what a statement id is.
  return typeof id === 'string' ? (id.toLowerCase() as StatementId) : undefined;
}

/** Refuses statements of which one has the id of another that means something else; null when none does. */
function refuseTaken(
  { statements, single }: SentStatements,
  ids: readonly StatementId[],
  held: ReadonlyMap<StatementId, string>,
): RecordAnswer | null {
  const other = ids.findIndex((id, at) => isOther(held.get(id), statements[at]));
  if (other < 0) return null;
  return refuseRecord('StatementTaken', {
    path: single ? '$' : `$[${other}]`,
    rule: 'id-is-taken-by-another-statement',
  });
}

function isOther(body: string | undefined, sent: SentStatement | undefined): boolean {
  if (body === undefined || sent === undefined) return false;
  return !sameMeaning(readBody(body), sent.value);
}

/** Writes what belongs to new statements. Waits for nothing but what it must know. */
async function write(
  tx: Tx,
  access: Access,
  { attachments }: SentStatements,
  {
    fresh,
    referred,
    definitions,
  }: Pick<Held, 'referred' | 'definitions'> & { readonly fresh: readonly PreparedStatement[] },
): Promise<void> {
  const refs = fresh.flatMap(({ id, refersTo }) => (refersTo === null ? [] : [{ from: id, to: refersTo }]));
  const voids = fresh.flatMap(({ id, refersTo, voids: taken }) =>
    taken && refersTo !== null ? [{ target: refersTo, voider: id }] : [],
  );
  sendAhead(
    insertFound(
      tx,
      access,
      fresh.map(({ index }) => index),
      'be new',
    ),
  );
  sendAhead(insertRefs(tx, access, refs));
  sendAhead(insertVoids(tx, access, voids));
  sendAhead(saveDefinitions(tx, access, definitions));
  await insertAttachments(tx, access, attachments, attachedTo(fresh, new Set(attachments.map(({ sha2 }) => sha2))));
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
  const keys = new Map(targets.map(({ id, body }) => [id, foundKeys(findKeys(readBody(body)))]));
  const rows = reached.map(({ seq, target }) => ({ seq, keys: keys.get(target) ?? [] }));
  await insertFound(tx, access, rows, 'be there');
}

function readBody(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  return isJsonObject(value) ? value : {};
}

type Definitions = ReturnType<typeof definitionsIn>;

/** What statements say of activities, where it is more than was known. The partition is held, so nobody else changes it meanwhile. */
function changedDefinitions(
  access: Access,
  given: Definitions,
  held: readonly DefinedActivity[],
): readonly DefinedActivity[] {
  const before = new Map(held.map(({ iri, definition }) => [iri, definition]));
  const after = new Map<string, JsonObject>();
  for (const { iri, definition } of given) {
    const text = before.get(iri);
    const known = after.get(iri) ?? (text === undefined ? null : readBody(text));
    after.set(iri, mergeDefinition(known, definition, access.scope === 'all'));
  }
  return [...after]
    .map(([iri, definition]) => ({ activity: indexKey('activity', iri), iri, definition: JSON.stringify(definition) }))
    .filter(({ iri, definition }) => before.get(iri) !== definition);
}
