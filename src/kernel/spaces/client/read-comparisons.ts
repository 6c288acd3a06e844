import { ok, type RecordId, type Result, type UserId } from '#platform/base';
import { thumbprintOf, type Directory, type LogRecord } from '#platform/crypto';
import { spaceRoutes } from '../contract/space-routes.ts';
import {
  comparisonContent,
  comparisonSchema,
  comparisonType,
  type KeyThumbprints,
} from '../model/sealed/comparison.ts';
import { isCoordinatorAt } from './is-coordinator-at.ts';
import type { Colleagues, Judged, Statement } from './judge-comparisons.ts';
import { openEntry } from './open-space.ts';
import {
  isServedWrong,
  type OpenedRecord,
  type OpenedSpace,
  type SpaceRefusal,
  type SpaceSession,
} from './space-session.ts';

/** Who compared with whom, from the signed log of the directory space. */
export interface Comparisons extends Judged {
  /** Statements whose text the server did not give, or not as it was signed. Any of them may say "different". */
  readonly withheld: readonly StatementFlaw[];
  /** What members wrote that is no statement, or over somebody's statement: named, and counting for nothing. */
  readonly flaws: readonly StatementFlaw[];
}

/** A record that should have been a statement; the reason is a code. */
export interface StatementFlaw {
  readonly record: RecordId;
  readonly by: UserId;
  readonly reason: string;
}

/** Nobody has compared with anybody. */
export async function noComparisons(directory: Directory): Promise<Comparisons> {
  return { statements: [], withheld: [], flaws: [], colleagues: await colleaguesOf(directory) };
}

/**
 * Reads every statement of the directory space. One is written once and by its author, so only the first version
 * of a record counts, whatever lies over it and whoever wrote that: nobody can hide that another found
 * something different. The log says that there is a statement, so leaving one out is seen.
 */
export async function readComparisons(
  session: SpaceSession,
  directory: OpenedSpace,
): Promise<Result<Comparisons, SpaceRefusal>> {
  const statements: Statement[] = [];
  const withheld: StatementFlaw[] = [];
  const flaws: StatementFlaw[] = [];
  for (const entry of directory.log.records.values()) {
    if (entry.type !== comparisonType) continue;
    const first = entry.first ?? entry;
    if (entry.first) flaws.push({ record: entry.id, by: entry.author, reason: 'written-over' });
    const opened = entry.first ? await openFirst(session, directory, first) : ok(openedOf(directory, entry));
    if (!opened.ok) return opened;
    const flaw = (reason: string): StatementFlaw => ({ record: first.id, by: first.author, reason });
    if (typeof opened.value === 'string') {
      const list = isWithheld(opened.value) ? withheld : flaws;
      list.push(flaw(opened.value));
      continue;
    }
    const statement = statementIn(opened.value);
    if (statement) statements.push(statement);
    else flaws.push(flaw('does-not-fit'));
  }
  statements.sort((left, right) => left.seq - right.seq);
  return ok({ statements, withheld, flaws, colleagues: await colleaguesOf(session.directory) });
}

/** Everybody is let in with the keys of all epochs, so a missing key is the server's doing too. */
function isWithheld(reason: string): boolean {
  return isServedWrong({ reason }) || reason === 'no-key';
}

function openedOf(directory: OpenedSpace, entry: LogRecord): OpenedRecord | string {
  return directory.records.get(entry.id) ?? directory.unfit.find(({ id }) => id === entry.id)?.reason ?? 'missing';
}

/** The first version of a record that was written over, against its own entry in the log. */
async function openFirst(
  session: SpaceSession,
  directory: OpenedSpace,
  first: LogRecord,
): Promise<Result<OpenedRecord | string, SpaceRefusal>> {
  const params = { space: directory.id, record: first.id };
  const answer = await session.api.call(spaceRoutes.readVersions, { params });
  if (!answer.ok) return answer;
  const served = answer.value.versions.find(({ version }) => version === first.version);
  return ok(await openEntry(session, directory.log, directory.keys, first, served));
}

function statementIn({ id, seq, author, time, schema, payload }: OpenedRecord): Statement | null {
  const parsed = schema === comparisonContent ? comparisonSchema.safeParse(payload) : null;
  if (!parsed?.success || parsed.data.other === author) return null;
  return { ...parsed.data, record: id, seq, by: author, time };
}

async function colleaguesOf(directory: Directory): Promise<Colleagues> {
  const keys = new Map<UserId, KeyThumbprints>();
  for (const { user, status, thumbprint, signing } of directory.people.values()) {
    if (status === 'active') keys.set(user, { encryption: thumbprint, signing: await thumbprintOf(signing) });
  }
  return {
    keysOf: (user) => keys.get(user) ?? null,
    coordinates: (user, time) => keys.has(user) && isCoordinatorAt(directory, user, time),
  };
}
