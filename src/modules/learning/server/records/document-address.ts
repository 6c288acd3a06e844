import { ok, type Result } from '#platform/base';
import type { HideAgent } from '../../model/open/statement/hide-identities.ts';
import type { DocumentGroup } from '../store/document-store.ts';
import { indexKey, noKey } from './prepare-statement.ts';
import {
  readIdentity,
  readInstant,
  readIri,
  readParameters,
  readUuid,
  type ParameterRefusal,
} from './read-parameters.ts';
import type { RecordRequest } from './record-request.ts';

/** Which documents a request is about. */
export interface DocumentAddress {
  readonly group: DocumentGroup;
  /** The name of one document; null where the whole group is meant. */
  readonly name: string | null;
  readonly since: Date | null;
}

/** What the three resources of documents are called, and what their documents belong to. */
export const documentResources = {
  'activities/state': { kind: 'state', owners: ['activityId', 'agent'], name: 'stateId' },
  'activities/profile': { kind: 'activity', owners: ['activityId'], name: 'profileId' },
  'agents/profile': { kind: 'agent', owners: ['agent'], name: 'profileId' },
} as const;

export type DocumentResource = keyof typeof documentResources;

/** Reads it. Lists can be asked for and, of a state, taken away whole; everything else names one document. */
export function readDocumentAddress(
  asked: RecordRequest,
  resource: DocumentResource,
  hide: HideAgent | null,
): Result<DocumentAddress, ParameterRefusal> {
  const { kind, owners, name } = documentResources[resource];
  const reads = asked.method === 'GET' || asked.method === 'HEAD';
  const whole = reads || (asked.method === 'DELETE' && kind === 'state');
  const known = [...owners, name, ...(kind === 'state' ? ['registration'] : []), ...(reads ? ['since'] : [])];
  const parameters = readParameters(asked.parameters, known, [...owners, ...(whole ? [] : [name])]);
  if (!parameters.ok) return parameters;
  const of = parameters.value;
  const activity = readIri(of, 'activityId');
  if (!activity.ok) return activity;
  const agent = readIdentity(of, asked.version, hide);
  if (!agent.ok) return agent;
  const registration = readUuid(of, 'registration');
  if (!registration.ok) return registration;
  const since = readInstant(of, 'since');
  if (!since.ok) return since;
  // A name is a text of people or of programs: no signs that move a cursor, and none that the database has no room for.
  if (/\p{Cc}/u.test(of.get(name) ?? ''))
    return { ok: false, refusal: { type: 'ParameterInvalid', path: name, rule: 'has-no-control-signs' } };
  return ok({
    group: {
      kind,
      activity: activity.value === null ? noKey : indexKey('activity', activity.value),
      agent: agent.value === null ? noKey : indexKey('agent', agent.value),
      registration: registration.value,
    },
    name: of.get(name) ?? null,
    since: since.value,
  });
}
