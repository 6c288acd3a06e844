import { ok, type Result } from '#platform/base';
import { agentIdentity } from '../../model/open/statement/agent-identity.ts';
import type { PageQuery } from '../store/record-index-store.ts';
import { findSeqAt } from '../store/statement-store.ts';
import type { Tx } from '#platform/server/db';
import type { Access } from './admit-key.ts';
import { indexKey } from './prepare-statement.ts';
import {
  readAgent,
  readCount,
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
): Result<StatementsQuery, ParameterRefusal> {
  const parameters = readParameters(given, known);
  if (!parameters.ok) return parameters;
  const of = parameters.value;
  const read = {
    agent: readAgent(of, 'agent', version, true),
    verb: readIri(of, 'verb'),
    activity: readIri(of, 'activity'),
    registration: readUuid(of, 'registration'),
    relatedActivities: readTruth(of, 'related_activities'),
    relatedAgents: readTruth(of, 'related_agents'),
    since: readInstant(of, 'since'),
    until: readInstant(of, 'until'),
    limit: readCount(of, 'limit'),
    ascending: readTruth(of, 'ascending'),
    format: readFormat(of),
    attachments: readTruth(of, 'attachments'),
  };
  for (const one of Object.values(read)) if (!one.ok) return one;
  const value = <Value>(one: Result<Value | null, ParameterRefusal>): Value | null => (one.ok ? one.value : null);
  const agent = value(read.agent);
  const identity = agent === null ? null : agentIdentity(agent);
  if (agent !== null && identity === null)
    return { ok: false, refusal: { type: 'ParameterInvalid', path: 'agent', rule: 'group-has-an-identifier' } };
  const [verb, activity, limit] = [value(read.verb), value(read.activity), value(read.limit)];
  return ok({
    filters: {
      verb: verb === null ? null : indexKey('verb', verb),
      registration: value(read.registration),
      activity:
        activity === null
          ? null
          : { key: indexKey('activity', activity), related: value(read.relatedActivities) === true },
      agent:
        identity === null ? null : { key: indexKey('agent', identity), related: value(read.relatedAgents) === true },
      ascending: value(read.ascending) === true,
    },
    since: value(read.since),
    until: value(read.until),
    limit: limit === null || limit === 0 ? mostOnPage : Math.min(limit, mostOnPage),
    format: value(read.format) ?? 'exact',
    attachments: value(read.attachments) === true,
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

/** The numbers between which an answer lies: what is kept now, cut by `since` and `until`. */
export async function findBounds(
  tx: Tx,
  access: Access,
  { since, until }: Pick<StatementsQuery, 'since' | 'until'>,
  lastSeq: number,
): Promise<{ readonly above: number; readonly upTo: number }> {
  const [above, upTo] = await Promise.all([
    since === null ? 0 : findSeqAt(tx, access, since),
    until === null ? lastSeq : findSeqAt(tx, access, until),
  ]);
  return { above, upTo };
}
