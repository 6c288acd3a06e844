import type { MountParts } from '#platform/server/http';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import { hideAgent } from '../../model/open/statement/hide-identities.ts';
import { listDefinitions } from '../store/record-activity-store.ts';
import { inStore, type Access } from './admit-key.ts';
import { hiderOf } from './hide-source.ts';
import { indexKey } from './prepare-statement.ts';
import { readAgent, readIri, readParameters } from './read-parameters.ts';
import { answerJson, refuseRecord, type RecordAnswer } from './record-answers.ts';
import type { RecordRequest } from './record-request.ts';

/** The resource `about`: which versions there are, and what this store does otherwise than the standard. */
export function answerAbout(): RecordAnswer {
  const departures = { sources: 'statements of a source are kept without the identity of anybody in them' };
  const extensions = { 'urn:baken:record-store:departures': departures };
  return answerJson({ version: ['1.0.0', '1.0.1', '1.0.2', '1.0.3', '2.0.0'], extensions });
}

/** The resource `activities`: what is held of an activity. */
export async function answerActivities(parts: MountParts, access: Access, asked: RecordRequest): Promise<RecordAnswer> {
  const parameters = readParameters(asked.parameters, ['activityId'], ['activityId']);
  if (!parameters.ok) return refuseRecord('ParameterInvalid', parameters.refusal);
  const iri = readIri(parameters.value, 'activityId');
  if (!iri.ok) return refuseRecord('ParameterInvalid', iri.refusal);
  const id = iri.value ?? '';
  const [held] = await inStore(parts, access, (tx) => listDefinitions(tx, access, [indexKey('activity', id)]));
  const definition: unknown = held === undefined ? undefined : JSON.parse(held.definition);
  return answerJson({ objectType: 'Activity', id, ...(isJsonObject(definition) ? { definition } : {}) });
}

/**
 * The resource `agents`: a person with the one identifier that was asked for. Identifiers of one person are never joined here, so
 * nothing is told that the caller did not say.
 */
export function answerAgents(parts: MountParts, access: Access, asked: RecordRequest): RecordAnswer {
  const parameters = readParameters(asked.parameters, ['agent'], ['agent']);
  if (!parameters.ok) return refuseRecord('ParameterInvalid', parameters.refusal);
  const agent = readAgent(parameters.value, 'agent', asked.version, false);
  if (!agent.ok) return refuseRecord('ParameterInvalid', agent.refusal);
  const hide = hiderOf(parts, access, asked);
  const given = agent.value ?? {};
  return answerJson(personOf(hide === null ? given : hideAgent(given, hide)));
}

function personOf({ objectType: _type, ...agent }: JsonObject): JsonObject {
  const listed = Object.entries(agent).map(([key, value]): readonly [string, readonly unknown[]] => [key, [value]]);
  return { objectType: 'Person', ...Object.fromEntries(listed) };
}
