import { ok, type Result } from '#platform/base';
import type { Fact, Parameters, ProcedureRefusal } from '../answer.ts';
import type { FactRule, FieldRule, Pack } from '../pack.ts';
import { isDay } from '../term/day-number.ts';
import { readLocalTime } from '../term/local-time.ts';
import { parsePeriod } from '../term/period.ts';
import { refused } from '../term/refused.ts';

type Read<Value> = Result<Value, ProcedureRefusal>;
type Loose = Readonly<Record<string, unknown>>;

const envelope = new Set(['fact', 'on', 'at', 'id', 'recorded', 'replaces', 'void', 'note']);

/** Whether an unknown value is a plain object. */
export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parameters with their defaults; refuses what no chosen pack knows. */
export function readParameters(packs: readonly Pack[], given: unknown): Read<Parameters> {
  const rules = new Map(packs.flatMap((pack) => pack.parameters.map((rule) => [rule.name, rule] as const)));
  const parameters: Record<string, string | boolean> = {};
  for (const rule of rules.values()) parameters[rule.name] = rule.default;
  if (given === undefined) return ok(parameters);
  if (!isObject(given)) return refused('field-malformed', 'parameters');
  for (const [name, value] of Object.entries(given)) {
    const path = `parameters.${name}`;
    const rule = rules.get(name);
    if (rule === undefined) return refused('parameter-unknown', path);
    if (typeof value !== 'string' && typeof value !== 'boolean') return refused('field-malformed', path);
    if (
      rule.choices === undefined
        ? typeof value !== 'boolean'
        : !rule.choices.includes(String(value)) || typeof value !== 'string'
    ) {
      return refused('field-malformed', path);
    }
    parameters[name] = value;
  }
  return ok(parameters);
}

/** Facts against the vocabulary of their country; refuses the first thing that is not as written there. */
export function readFacts(
  rules: ReadonlyMap<string, FactRule>,
  zone: string,
  documents: ReadonlySet<string>,
  given: unknown,
): Read<readonly Fact[]> {
  if (given === undefined) return refused('field-missing', 'facts');
  if (!Array.isArray(given)) return refused('field-malformed', 'facts');
  const facts: Fact[] = [];
  // Array.isArray widens to any[]; every element is read as unknown.
  for (const [index, value] of (given as readonly unknown[]).entries()) {
    const path = `facts[${String(index)}]`;
    if (!isObject(value)) return refused('field-malformed', path);
    const read = readFact(rules, zone, documents, value, path);
    if (!read.ok) return read;
    facts.push(read.value);
  }
  return checkIds(facts);
}

function readFact(
  rules: ReadonlyMap<string, FactRule>,
  zone: string,
  documents: ReadonlySet<string>,
  value: Loose,
  path: string,
): Read<Fact> {
  const name = value['fact'];
  if (name === undefined) return refused('field-missing', `${path}.fact`);
  const rule = typeof name === 'string' ? rules.get(name) : undefined;
  if (rule === undefined) return refused('fact-unknown', `${path}.fact`);
  const shape = checkEnvelope(value, zone, path);
  if (shape !== null) return shape;
  for (const key of Object.keys(value)) {
    if (!envelope.has(key) && !rule.fields.some((field) => field.name === key))
      return refused('field-unknown', `${path}.${key}`);
  }
  for (const field of rule.fields) {
    const wrong = checkField(field, value[field.name], value['void'] === true, documents, `${path}.${field.name}`);
    if (wrong !== null) return wrong;
  }
  // Every key and value was checked above against the vocabulary.
  return ok(value as Fact);
}

function checkEnvelope(value: Loose, zone: string, path: string): ReturnType<typeof refused> | null {
  if (value['on'] === undefined) return refused('field-missing', `${path}.on`);
  for (const key of ['on', 'recorded']) {
    const day = value[key];
    if (day !== undefined && !(typeof day === 'string' && isDay(day)))
      return refused('date-malformed', `${path}.${key}`);
  }
  for (const key of ['id', 'replaces', 'note']) {
    if (value[key] !== undefined && typeof value[key] !== 'string') return refused('field-malformed', `${path}.${key}`);
  }
  if (value['void'] !== undefined && typeof value['void'] !== 'boolean')
    return refused('field-malformed', `${path}.void`);
  if (value['void'] === true && value['replaces'] === undefined) return refused('field-missing', `${path}.replaces`);
  const at = value['at'];
  if (at === undefined) return null;
  const time =
    typeof at === 'string' && /^\d\d:\d\d$/.test(at)
      ? readLocalTime(`${typeof value['on'] === 'string' ? value['on'] : ''}T${at}`, zone)
      : null;
  if (time === null) return refused('field-malformed', `${path}.at`);
  if (time.ok) return null;
  return refused(time.code === 'time-nonexistent' ? 'time-nonexistent' : 'field-malformed', `${path}.at`);
}

function checkField(
  field: FieldRule,
  value: unknown,
  isVoid: boolean,
  documents: ReadonlySet<string>,
  path: string,
): ReturnType<typeof refused> | null {
  if (value === undefined) return field.required === true && !isVoid ? refused('field-missing', path) : null;
  if (field.kind === 'flag') return typeof value === 'boolean' ? null : refused('field-malformed', path);
  if (typeof value !== 'string') return refused(field.kind === 'day' ? 'date-malformed' : 'field-malformed', path);
  if (field.kind === 'day') return isDay(value) ? null : refused('date-malformed', path);
  if (field.kind === 'document') return documents.has(value) ? null : refused('field-malformed', path);
  if (field.kind === 'period' && parsePeriod(value) === null) return refused('period-malformed', path);
  if (field.choices !== undefined && !field.choices.includes(value)) return refused('field-malformed', path);
  return null;
}

function checkIds(facts: readonly Fact[]): Read<readonly Fact[]> {
  const byId = new Map<string, Fact>();
  for (const [index, fact] of facts.entries()) {
    if (fact.id === undefined) continue;
    if (byId.has(fact.id)) return refused('fact-id-duplicate', `facts[${String(index)}].id`);
    byId.set(fact.id, fact);
  }
  for (const [index, fact] of facts.entries()) {
    if (fact.replaces === undefined) continue;
    if (!byId.has(fact.replaces)) return refused('fact-id-unknown', `facts[${String(index)}].replaces`);
    const seen = new Set<Fact>([fact]);
    let next = byId.get(fact.replaces);
    while (next !== undefined) {
      if (seen.has(next)) return refused('replaces-cycle', `facts[${String(index)}].replaces`);
      seen.add(next);
      next = next.replaces === undefined ? undefined : byId.get(next.replaces);
    }
  }
  return ok(facts);
}
