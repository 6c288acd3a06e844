import { keyOfText } from '#platform/crypto/server';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { findKeys, type StatementKeys } from '../../model/open/statement/find-keys.ts';
import type { IndexKey, StatementId } from '../../model/open/statement/record-ids.ts';
import { listActivities } from '../../model/open/statement/same-meaning.ts';
import type { XapiVersion } from '../../model/open/statement/xapi-version.ts';
import type { FoundKey, IndexedStatement } from '../store/record-index-store.ts';
import type { StoredStatement } from '../store/statement-store.ts';
import type { SentStatement } from './read-statements.ts';

/** A statement ready to be written. */
export interface PreparedStatement extends StoredStatement {
  readonly index: IndexedStatement;
  readonly refersTo: StatementId | null;
  readonly voids: boolean;
}

/** What is known of a statement before it has its number and time. */
export interface DescribedStatement {
  /** The members that were sent, as they were sent. */
  readonly texts: string;
  readonly has: { readonly id: boolean; readonly timestamp: boolean; readonly version: boolean };
  readonly newer: boolean;
  readonly keys: readonly FoundKey[];
  readonly refersTo: StatementId | null;
  readonly voids: boolean;
}

/** What the store itself says of a statement. */
export interface Assigned {
  readonly seq: number;
  readonly id: StatementId;
  readonly stored: Date;
  readonly version: XapiVersion;
  /** The authority as JSON: always the key that it came with, whatever was sent. */
  readonly authority: string;
}

/** The version of a statement that says none: as if it were of the first of its line (1.0.3, part two, 2.4.10; IEEE 9274.1.1, 4.2.4.3). */
const silent = { '1.0.3': '1.0.0', '2.0.0': '2.0.0' } as const;
/** How the body of a statement ends that came by the newer mount and said no version. */
export const newerEnd = `,"version":"${silent['2.0.0']}"}`;
/** How it ends for readers of the older one. */
export const olderEnd = `,"version":"${silent['1.0.3']}"}`;

/** Reads what is written of a statement whose authority is known. `keyOf` makes the keys of the indexes. */
export function describeStatement(
  { value, members }: SentStatement,
  author: JsonObject,
  keyOf: typeof indexKey = indexKey,
): DescribedStatement {
  const kept = members.filter(({ key }) => key !== 'stored' && key !== 'authority');
  const has = (name: string): boolean => kept.some(({ key }) => key === name);
  const keys = findKeys({ ...value, authority: author });
  return {
    texts: kept.map(({ key, text }) => rewritten(key, value[key]) ?? text).join(','),
    has: { id: has('id'), timestamp: has('timestamp'), version: has('version') },
    newer: isNewer(value),
    keys: foundKeys(keys, keyOf),
    // A UUID in lower case, as the check of references and `findKeys` make it.
    refersTo: keys.refersTo as StatementId | null,
    voids: keys.voids,
  };
}

/** Puts the text together that goes out again: what was sent, as it was sent, and what the store says. */
export function prepareStatement(described: DescribedStatement, assigned: Assigned): PreparedStatement {
  const { texts, has, newer, keys, refersTo, voids } = described;
  const { seq, id, stored, version, authority } = assigned;
  const at = stored.toISOString();
  const body =
    (has.id ? '{' : `{"id":"${id}",`) +
    `${texts},"stored":"${at}"` +
    (has.timestamp ? '' : `,"timestamp":"${at}"`) +
    `,"authority":${authority}` +
    (has.version ? '}' : `,"version":"${silent[version]}"}`);
  return { seq, id, stored, newer, body, index: { seq, keys }, refersTo, voids };
}

/** What a statement is found by, or another one that points at it. */
export function foundKeys(
  { verb, registration, activities, agents }: StatementKeys,
  keyOf: typeof indexKey = indexKey,
): readonly FoundKey[] {
  const keys: FoundKey[] = [{ by: 'verb', key: keyOf('verb', verb), wide: false }];
  if (registration !== null) keys.push({ by: 'registration', key: registration, wide: false });
  for (const [iri, wide] of activities) keys.push({ by: 'activity', key: keyOf('activity', iri), wide });
  for (const [identity, wide] of agents) keys.push({ by: 'agent', key: keyOf('agent', identity), wide });
  return keys;
}

/** `indexKey` that makes each key once: within a batch most come again and again. */
export function keepKeys(): typeof indexKey {
  const none = () => new Map<string, IndexKey>();
  const kept = { verb: none(), activity: none(), agent: none(), name: none() };
  return (kind, text) => {
    const known = kept[kind].get(text);
    if (known !== undefined) return known;
    const key = indexKey(kind, text);
    kept[kind].set(text, key);
    return key;
  };
}

/** The key of an activity, agent, verb or name in the indexes. */
export function indexKey(kind: 'verb' | 'activity' | 'agent' | 'name', text: string): IndexKey {
  // A hash in the form of a UUID is what an index key is.
  return keyOfText(`${kind} ${text}`) as IndexKey;
}

/** Stands where there is no activity, agent or registration. */
// The nil UUID is no hash that anybody will find.
export const noKey = '00000000-0000-0000-0000-000000000000' as IndexKey;

/** Context activities go out as lists, however they came (1.0.3, part two, 2.4.6.2). Null where nothing changes. */
function rewritten(key: string, value: unknown): string | null {
  if (!isJsonObject(value)) return null;
  if (key === 'context') {
    const context = listed(value);
    return context === null ? null : `"context":${JSON.stringify(context)}`;
  }
  const inner = key === 'object' && value['objectType'] === 'SubStatement' ? value['context'] : null;
  const context = isJsonObject(inner) ? listed(inner) : null;
  return context === null ? null : `"object":${JSON.stringify({ ...value, context })}`;
}

function listed(context: JsonObject): JsonObject | null {
  const around = context['contextActivities'];
  if (!isJsonObject(around) || Object.values(around).every((one) => Array.isArray(one))) return null;
  return { ...context, contextActivities: listActivities(around) };
}

/** Whether a statement says what xAPI 1.0.3 has no words for. */
function isNewer({ version, context, object }: JsonObject): boolean {
  const inner = isJsonObject(object) && object['objectType'] === 'SubStatement' && isNewer({ ...object, version: '' });
  const around = isJsonObject(context) ? context : {};
  const parts = Object.hasOwn(around, 'contextAgents') || Object.hasOwn(around, 'contextGroups');
  return inner || parts || (typeof version === 'string' && version.startsWith('2.'));
}

/** Definitions of activities that a statement brings along. */
export function definitionsIn(
  statement: JsonObject,
): readonly { readonly iri: string; readonly definition: JsonObject }[] {
  const { object, context } = statement;
  const around = isJsonObject(context) ? context['contextActivities'] : null;
  const listedAround = isJsonObject(around) ? Object.values(around).flat() : [];
  const type = isJsonObject(object) ? (object['objectType'] ?? 'Activity') : null;
  const inner = isJsonObject(object) && type === 'SubStatement' ? definitionsIn(object) : [];
  const named = [...(type === 'Activity' ? [object] : []), ...listedAround].filter(isJsonObject);
  return [
    ...inner,
    ...named.flatMap(({ id, definition }) => (isJsonObject(definition) ? [{ iri: String(id), definition }] : [])),
  ];
}
