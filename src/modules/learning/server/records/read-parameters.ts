import { ok, refuse, type Result } from '#platform/base';
import { agentIdentity } from '../../model/open/statement/agent-identity.ts';
import { checkAgent } from '../../model/open/statement/check-statement.ts';
import { hideAgent, type HideAgent } from '../../model/open/statement/hide-identities.ts';
import type { JsonObject } from '../../model/open/statement/check-value.ts';
import { isIri, isTimestamp, isUuid } from '../../model/open/statement/iri-forms.ts';
import type { XapiVersion } from '../../model/open/statement/xapi-version.ts';

/** A parameter that is unknown, missing, given twice or wrong. */
export interface ParameterRefusal {
  readonly type: 'ParameterInvalid';
  readonly path: string;
  readonly rule: string;
}

/** The values of parameters by their names. */
export type Parameters = ReadonlyMap<string, string>;

/** Parameters with nothing but what a resource knows, each once; `needed` are there. */
export function readParameters(
  given: URLSearchParams,
  known: readonly string[],
  needed: readonly string[] = [],
): Result<Parameters, ParameterRefusal> {
  const read = new Map<string, string>();
  for (const [name, value] of given) {
    if (!known.includes(name)) return wrong(name.slice(0, 60), 'is-no-parameter-here');
    if (read.has(name)) return wrong(name, 'is-given-once');
    read.set(name, value);
  }
  const missing = needed.find((name) => !read.has(name));
  return missing === undefined ? ok(read) : wrong(missing, 'is-needed');
}

function wrong(path: string, rule: string): Result<never, ParameterRefusal> {
  return refuse({ type: 'ParameterInvalid', path, rule });
}

/** A parameter by a rule; null where it is not given. */
function readBy<Value>(
  parameters: Parameters,
  name: string,
  rule: string,
  read: (text: string) => Value | undefined,
): Result<Value | null, ParameterRefusal> {
  const text = parameters.get(name);
  if (text === undefined) return ok(null);
  const value = read(text);
  return value === undefined ? wrong(name, rule) : ok(value);
}

export const readIri = (parameters: Parameters, name: string) =>
  readBy(parameters, name, 'is-an-iri', (text) => (isIri(text) ? text : undefined));

export const readUuid = (parameters: Parameters, name: string) =>
  readBy(parameters, name, 'is-a-uuid', (text) => (isUuid(text) ? text.toLowerCase() : undefined));

export const readTruth = (parameters: Parameters, name: string) =>
  readBy(parameters, name, 'is-true-or-false', (text) =>
    text === 'true' ? true : text === 'false' ? false : undefined,
  );

export const readInstant = (parameters: Parameters, name: string) =>
  readBy(parameters, name, 'is-a-timestamp', (text) => {
    // A plus in an address is a space where somebody forgot to write it as %2B.
    const written = text.replace(/ (?=\d{2}:?\d{2}$)/, '+');
    const moment = isTimestamp(written) ? new Date(written.replace(',', '.')) : null;
    return moment !== null && !Number.isNaN(moment.getTime()) ? moment : undefined;
  });

export const readCount = (parameters: Parameters, name: string) =>
  readBy(parameters, name, 'is-a-whole-number', (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined));

/** An agent, or where `group` says so an identified group, as JSON. */
export const readAgent = (parameters: Parameters, name: string, version: XapiVersion, group: boolean) =>
  readBy(parameters, name, group ? 'is-an-agent-or-group' : 'is-an-agent', (text): JsonObject | undefined => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return undefined;
    }
    // What passed the check of agents is an object.
    return checkAgent(value, version, group) === null ? (value as JsonObject) : undefined;
  });

/** The identity of an agent or identified group given as JSON; of whoever stands for it, where it comes from a source. */
export function readIdentity(
  parameters: Parameters,
  version: XapiVersion,
  hide: HideAgent | null,
): Result<string | null, ParameterRefusal> {
  const agent = readAgent(parameters, 'agent', version, true);
  if (!agent.ok) return agent;
  if (agent.value === null) return ok(null);
  const identity = agentIdentity(hide === null ? agent.value : hideAgent(agent.value, hide));
  return identity === null ? wrong('agent', 'group-has-an-identifier') : ok(identity);
}
