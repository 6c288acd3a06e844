import { isJsonObject, type JsonObject } from './check-value.ts';
import { mapStatement } from './map-statement.ts';

const identifying = ['objectType', 'mbox', 'mbox_sha1sum', 'openid', 'account'];

/** A statement with no more of its agents, activities and verbs than says which they are (format `ids`). */
export function toIds(statement: JsonObject): JsonObject {
  return mapStatement(statement, { actor: bareActor, verb: ({ id }) => ({ id }), activity: ({ id }) => ({ id }) });
}

function bareActor(actor: JsonObject): JsonObject {
  const kept = Object.entries(actor).filter(([key]) => identifying.includes(key));
  const anonymous = kept.every(([key]) => key === 'objectType');
  const member: unknown = actor['member'];
  return Object.fromEntries(
    anonymous && Array.isArray(member) ? [...kept, ['member', member.filter(isJsonObject).map(bareActor)]] : kept,
  );
}
