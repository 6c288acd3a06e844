import { isId, type TenantId } from '#platform/base';
import { isSameText } from '#platform/crypto/server';
import type { Tx } from '#platform/server/db';
import type { SessionTerms } from '../../model/open/launch/check-launched-statement.ts';
import { unitAddress } from '../../model/open/launch/compose-launch.ts';
import { listUnits, type CourseStructure, type LaunchUnit } from '../../model/open/launch/course-structure.ts';
import { hasHappenedIn } from '../../model/open/launch/launch-facts.ts';
import type { SessionId } from '../../model/open/launch/launch-ids.ts';
import { agentIdentity } from '../../model/open/statement/agent-identity.ts';
import { findLaunch, listLaunchEvents, type Launch } from '../store/launch-store.ts';
import { findPackage } from '../store/package-store.ts';

/** A session with what its part was opened for. */
export interface OpenSession extends Launch {
  readonly terms: SessionTerms;
  readonly part: LaunchUnit;
  readonly structure: CourseStructure;
  /** Address of the package, to which the ids of its parts are made. */
  readonly base: string;
  /** Ended by its part, or given up. */
  readonly ended: boolean;
}

/** A part that is open longer than a day was forgotten: its token opens nothing any more. */
const sessionHours = 24;

/** Whether so much time has passed since a launch that nothing of it is open any more. */
export function isOver({ launchedAt }: Pick<Launch, 'launchedAt'>, now: Date): boolean {
  return now.getTime() > launchedAt.getTime() + sessionHours * 3_600_000;
}

/** The address of a package here. */
export function packageBase(origin: string, pack: string): string {
  return `${origin}/learning/package/${pack}`;
}

/** The session that a token is for; null where it is none, not the right one, or a day old. */
export async function findOpenSession(
  tx: Tx,
  tenant: TenantId,
  shown: { readonly token: string; readonly hash: string; readonly now: Date; readonly origin: string },
): Promise<OpenSession | null> {
  const session = readTokenName(shown.token);
  const launch = session === null ? null : await findLaunch(tx, tenant, session);
  if (launch === null || launch.tokenHash === null) return null;
  const opens = isSameText(launch.tokenHash, shown.hash) && !isOver(launch, shown.now);
  return opens ? describeSession(tx, tenant, launch, shown.origin) : null;
}

/** A launch with what its part was opened for; null where the package was dropped. */
export async function describeSession(
  tx: Tx,
  tenant: TenantId,
  launch: Launch,
  origin: string,
): Promise<OpenSession | null> {
  const place = { tenant, store: launch.store };
  const pack = await findPackage(tx, place, launch.package);
  const part = pack === null ? undefined : listUnits(pack.structure)[launch.unit];
  if (pack === null || part === undefined) return null;
  const events = await listLaunchEvents(tx, place, launch.registration);
  const base = packageBase(origin, launch.package);
  const { session, registration, mode, preferencesRead } = launch;
  const terms = {
    ...{ session, registration, mode, preferencesRead },
    masteryScore: part.masteryScore,
    publisher: part.publisher,
    activity: unitAddress(base, launch.unit),
    identity: agentIdentity(launch.actor) ?? '',
  };
  const ended = (['terminated', 'abandoned'] as const).some((verb) => hasHappenedIn(events, session, verb));
  return { ...launch, terms, part, structure: pack.structure, base, ended };
}

/** Names of tokens are those of sessions, after a letter that no key begins with. */
export function tokenName(session: SessionId): string {
  return `s${session}`;
}

function readTokenName(name: string): SessionId | null {
  const rest = name.slice(1);
  // An id that was written by `tokenName`, or one that will not be found.
  return name.startsWith('s') && isId(rest) ? (rest as SessionId) : null;
}
