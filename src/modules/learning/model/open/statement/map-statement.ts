import { isJsonObject, type JsonObject } from './check-value.ts';

/** What to make of the parts of a statement that name somebody or something; what is left out stays as it is. */
export interface PartMaps {
  readonly actor?: (actor: JsonObject) => JsonObject;
  readonly verb?: (verb: JsonObject) => JsonObject;
  readonly activity?: (activity: JsonObject) => JsonObject;
  readonly reference?: (reference: JsonObject) => JsonObject;
}

/**
 * A statement with its actors, verbs, activities and references made anew, wherever the standard lets them stand, a contained
 * statement included. Order of properties and everything else stay. Only for statements that passed `checkStatement`.
 */
export function mapStatement(statement: JsonObject, maps: PartMaps): JsonObject {
  return change(statement, {
    actor: (value) => mapped(value, maps.actor),
    verb: (value) => mapped(value, maps.verb),
    object: (value) => mapObject(value, maps),
    context: (value) => (isJsonObject(value) ? mapContext(value, maps) : value),
    authority: (value) => mapped(value, maps.actor),
  });
}

function mapObject(value: unknown, maps: PartMaps): unknown {
  if (!isJsonObject(value)) return value;
  const type = value['objectType'] ?? 'Activity';
  if (type === 'Activity') return mapped(value, maps.activity);
  if (type === 'SubStatement') return mapStatement(value, maps);
  return mapped(value, type === 'StatementRef' ? maps.reference : maps.actor);
}

function mapContext(context: JsonObject, maps: PartMaps): JsonObject {
  const each = (make: (value: unknown) => unknown) => (value: unknown) =>
    Array.isArray(value) ? value.map(make) : make(value);
  const within = (key: string) =>
    each((value) => (isJsonObject(value) ? change(value, { [key]: (one) => mapped(one, maps.actor) }) : value));
  const activities = each((value) => mapped(value, maps.activity));
  return change(context, {
    instructor: (value) => mapped(value, maps.actor),
    team: (value) => mapped(value, maps.actor),
    statement: (value) => mapped(value, maps.reference),
    contextActivities: (value) =>
      isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, listed]) => [key, activities(listed)]))
        : value,
    contextAgents: within('agent'),
    contextGroups: within('group'),
  });
}

function mapped(value: unknown, map: ((part: JsonObject) => JsonObject) | undefined): unknown {
  return map && isJsonObject(value) ? map(value) : value;
}

function change(value: JsonObject, by: Readonly<Record<string, (member: unknown) => unknown>>): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const make = Object.hasOwn(by, key) ? by[key] : undefined;
      return [key, make ? make(member) : member];
    }),
  );
}
