import { isJsonObject, type JsonObject } from './check-value.ts';
import { mapStatement } from './map-statement.ts';

const assigned = ['id', 'stored', 'authority', 'version'];

/**
 * Whether two statements say the same, as xAPI 1.0.3 (part two, 2.3.1) compares: what a store assigns, definitions of activities, the
 * display of verbs, zones of times, the order of members and the case of ids make no difference; anything else does.
 */
export function sameMeaning(left: JsonObject, right: JsonObject): boolean {
  const timed = Object.hasOwn(left, 'timestamp') && Object.hasOwn(right, 'timestamp');
  return meaningOf(left, timed) === meaningOf(right, timed);
}

function meaningOf(statement: JsonObject, timed: boolean): string {
  const { timestamp, ...rest } = statement;
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !assigned.includes(key)));
  const bare = mapStatement(kept, {
    actor: withSortedMembers,
    verb: ({ display: _display, ...verb }) => verb,
    activity: ({ definition: _definition, ...activity }) => activity,
    reference: (reference) => ({ ...reference, id: String(reference['id']).toLowerCase() }),
  });
  return stableText([timed ? instantOf(timestamp) : null, plain(bare)]);
}

/** What stands around in a statement and in one that it contains: ids of registrations, times, single activities as lists. */
function plain(statement: JsonObject): JsonObject {
  const { context, object } = statement;
  const inner =
    isJsonObject(object) && object['objectType'] === 'SubStatement'
      ? { object: plain({ ...object, ...(timeOf(object) ?? {}) }) }
      : {};
  const outcome = isJsonObject(statement['result']) ? { result: withShortDuration(statement['result']) } : {};
  if (!isJsonObject(context)) return { ...statement, ...inner, ...outcome };
  const { registration, contextActivities: around } = context;
  const changed = {
    ...context,
    ...(typeof registration === 'string' ? { registration: registration.toLowerCase() } : {}),
    ...(isJsonObject(around) ? { contextActivities: listActivities(around) } : {}),
  };
  return { ...statement, ...inner, ...outcome, context: changed };
}

/** Nothing below a hundredth of a second is compared (1.0.3, part two, 4.6; IEEE 9274.1.1, 4.2.7). */
function withShortDuration(result: JsonObject): JsonObject {
  const { duration } = result;
  return typeof duration === 'string' ? { ...result, duration: duration.replace(/([.,]\d\d)\d+S$/, '$1S') } : result;
}

function timeOf({ timestamp }: JsonObject): JsonObject | null {
  return timestamp === undefined ? null : { timestamp: instantOf(timestamp) };
}

/** Every value of context activities as a list: a store returns them so. */
export function listActivities(around: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(around).map(([key, value]): readonly [string, unknown] => [
      key,
      Array.isArray(value) ? value : [value],
    ]),
  );
}

function withSortedMembers(actor: JsonObject): JsonObject {
  const member: unknown = actor['member'];
  if (!Array.isArray(member)) return actor;
  const sorted = member.map((one: unknown) => [stableText(one), one] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...actor, member: sorted.map(([, one]) => one) };
}

/** The moment of a timestamp, with the digits below a millisecond that it was written with. */
function instantOf(timestamp: unknown): string {
  const text = String(timestamp);
  const moment = Date.parse(text.replace(',', '.').replace(' ', 'T'));
  const below = /[.,]\d{3}(\d+)/.exec(text)?.[1]?.replace(/0+$/, '') ?? '';
  return Number.isNaN(moment) ? text : `${String(moment)}.${below}`;
}

/** One spelling of a value, whatever the order of its keys. */
function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${stableText(value[key])}`);
  return `{${members.join(',')}}`;
}
