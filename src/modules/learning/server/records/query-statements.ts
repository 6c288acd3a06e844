import { ok, type Result } from '#platform/base';
import type { HideAgent } from '../../model/open/statement/hide-identities.ts';
import type { XapiVersion } from '../../model/open/statement/xapi-version.ts';
import { endlessSeq, type PageQuery } from '../store/record-index-store.ts';
import { findSeqAt } from '../store/statement-store.ts';
import type { Tx } from '#platform/server/db';
import type { Access } from './admit-key.ts';
import { indexKey } from './prepare-statement.ts';
import {
  readCount,
  readIdentity,
  readInstant,
  readIri,
  readParameters,
  readTruth,
  readUuid,
  type Parameters,
  type ParameterRefusal,
} from './read-parameters.ts';
import type { RecordRequest } from './record-request.ts';

/** How statements are told: as they came, as little as says which they are, or with our definitions. */
export type StatementFormat = 'exact' | 'ids' | 'canonical';

/** What is asked of a list of statements, before the numbers are known between which it lies. */
export interface StatementsQuery {
  readonly filters: Omit<PageQuery, 'above' | 'upTo' | 'limit'>;
  readonly since: Date | null;
  readonly until: Date | null;
  readonly limit: number;
  readonly format: StatementFormat;
  readonly attachments: boolean;
}

/** The most statements of one page: what a reader gets who asks for all. */
const mostOnPage = 500;

const known = [
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'format',
  'attachments',
  'ascending',
];

/** Reads the parameters of a list of statements; each that is not as the standard has it is refused. */
export function readStatementsQuery(
  given: URLSearchParams,
  { version }: Pick<RecordRequest, 'version'>,
  hide: HideAgent | null,
): Result<StatementsQuery, ParameterRefusal> {
  const parameters = readParameters(given, known);
  if (!parameters.ok) return parameters;
  const filters = readFilters(parameters.value, version, hide);
  if (!filters.ok) return filters;
  const since = readInstant(parameters.value, 'since');
  if (!since.ok) return since;
  const until = readInstant(parameters.value, 'until');
  if (!until.ok) return until;
  const limit = readCount(parameters.value, 'limit');
  if (!limit.ok) return limit;
  const format = readFormat(parameters.value);
  if (!format.ok) return format;
  const attachments = readTruth(parameters.value, 'attachments');
  if (!attachments.ok) return attachments;
  return ok({
    filters: filters.value,
    since: since.value,
    until: until.value,
    limit: limit.value === null || limit.value === 0 ? mostOnPage : Math.min(limit.value, mostOnPage),
    format: format.value ?? 'exact',
    attachments: attachments.value === true,
  });
}

function readFilters(
  of: Parameters,
  version: XapiVersion,
  hide: HideAgent | null,
): Result<StatementsQuery['filters'], ParameterRefusal> {
  const agent = readIdentity(of, version, hide);
  if (!agent.ok) return agent;
  const verb = readIri(of, 'verb');
  if (!verb.ok) return verb;
  const activity = readIri(of, 'activity');
  if (!activity.ok) return activity;
  const registration = readUuid(of, 'registration');
  if (!registration.ok) return registration;
  const relatedActivities = readTruth(of, 'related_activities');
  if (!relatedActivities.ok) return relatedActivities;
  const relatedAgents = readTruth(of, 'related_agents');
  if (!relatedAgents.ok) return relatedAgents;
  const ascending = readTruth(of, 'ascending');
  if (!ascending.ok) return ascending;
  const keyed = (kind: 'activity' | 'agent', text: string | null, related: boolean | null) =>
    text === null ? null : { key: indexKey(kind, text), related: related === true };
  return ok({
    verb: verb.value === null ? null : indexKey('verb', verb.value),
    registration: registration.value,
    activity: keyed('activity', activity.value, relatedActivities.value),
    agent: keyed('agent', agent.value, relatedAgents.value),
    ascending: ascending.value === true,
  });
}

const formats: readonly StatementFormat[] = ['exact', 'ids', 'canonical'];

/** The format that is asked for; null where none is. */
export function readFormat(parameters: Parameters): Result<StatementFormat | null, ParameterRefusal> {
  const text = parameters.get('format');
  if (text === undefined) return ok(null);
  const format = formats.find((one) => one === text);
  return format === undefined
    ? { ok: false, refusal: { type: 'ParameterInvalid', path: 'format', rule: 'is-exact-ids-or-canonical' } }
    : ok(format);
}

/** The numbers between which an answer lies: all, cut by `since` and `until`. */
export async function findBounds(
  tx: Tx,
  access: Access,
  { since, until }: Pick<StatementsQuery, 'since' | 'until'>,
): Promise<{ readonly above: number; readonly upTo: number }> {
  const [above, upTo] = await Promise.all([
    since === null ? 0 : findSeqAt(tx, access, since),
    until === null ? endlessSeq : findSeqAt(tx, access, until),
  ]);
  return { above, upTo };
}
