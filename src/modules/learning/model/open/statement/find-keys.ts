import { listIdentities } from './agent-identity.ts';
import { isJsonObject, type JsonObject } from './check-value.ts';
import { voidingVerb } from './statement-tables.ts';

/** By what a statement is found. `true` beside an activity or agent: only where related ones are asked for too. */
export interface StatementKeys {
  readonly verb: string;
  readonly registration: string | null;
  readonly activities: ReadonlyMap<string, boolean>;
  readonly agents: ReadonlyMap<string, boolean>;
  /** The statement that it is about, whose filters it meets too. */
  readonly refersTo: string | null;
  readonly voids: boolean;
}

/** Reads the keys of a statement that passed `checkStatement`. */
export function findKeys(statement: JsonObject): StatementKeys {
  const found: Found = { activities: new Map(), agents: new Map() };
  addAround(found, statement, false);
  addActors(found, statement['authority'], true);
  const verb = isJsonObject(statement['verb']) ? String(statement['verb']['id']) : '';
  const context = statement['context'];
  const registration = isJsonObject(context) ? context['registration'] : undefined;
  const object = statement['object'];
  const refers = isJsonObject(object) && object['objectType'] === 'StatementRef';
  return {
    ...found,
    verb,
    registration: typeof registration === 'string' ? registration.toLowerCase() : null,
    refersTo: refers ? String(object['id']).toLowerCase() : null,
    voids: refers && verb === voidingVerb,
  };
}

interface Found {
  readonly activities: Map<string, boolean>;
  readonly agents: Map<string, boolean>;
}

function addAround(found: Found, statement: JsonObject, wide: boolean): void {
  addActors(found, statement['actor'], wide);
  const { object, context } = statement;
  if (isJsonObject(object)) {
    const type = object['objectType'] ?? 'Activity';
    if (type === 'Activity') add(found.activities, String(object['id']), wide);
    else if (type === 'SubStatement') addAround(found, object, true);
    else if (type !== 'StatementRef') addActors(found, object, wide);
  }
  if (isJsonObject(context)) addContext(found, context);
}

function addContext(found: Found, context: JsonObject): void {
  addActors(found, context['instructor'], true);
  addActors(found, context['team'], true);
  for (const one of listed(context['contextAgents'])) addActors(found, one['agent'], true);
  for (const one of listed(context['contextGroups'])) addActors(found, one['group'], true);
  const around = context['contextActivities'];
  if (!isJsonObject(around)) return;
  for (const activity of Object.values(around).flatMap(listed)) add(found.activities, String(activity['id']), true);
}

function addActors(found: Found, actor: unknown, wide: boolean): void {
  if (isJsonObject(actor)) for (const identity of listIdentities(actor)) add(found.agents, identity, wide);
}

/** What is found narrowly stays so. */
function add(keys: Map<string, boolean>, key: string, wide: boolean): void {
  if (!wide || !keys.has(key)) keys.set(key, wide);
}

function listed(value: unknown): readonly JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isJsonObject);
}
