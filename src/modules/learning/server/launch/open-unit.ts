import { bytesToBase64url, createId, type RandomBytes } from '#platform/base';
import { hashText, tagOfBytes } from '#platform/crypto/server';
import { inTenant, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import type { z } from 'zod';
import type { launchRequest } from '../../contract/launch-requests.ts';
import {
  launchDocument,
  launchedStatement,
  satisfiedStatement,
  unitAddress,
  type LaunchPlace,
} from '../../model/open/launch/compose-launch.ts';
import { listUnits, type LaunchUnit } from '../../model/open/launch/course-structure.ts';
import { listNewlySatisfied, type LaunchEvent } from '../../model/open/launch/launch-facts.ts';
import type { PackageId, RegistrationId, SessionId } from '../../model/open/launch/launch-ids.ts';
import { launchWords } from '../../model/open/launch/launch-words.ts';
import { agentIdentity } from '../../model/open/statement/agent-identity.ts';
import { checkAgent } from '../../model/open/statement/check-statement.ts';
import type { JsonObject } from '../../model/open/statement/check-value.ts';
import { sameMeaning } from '../../model/open/statement/same-meaning.ts';
import type { Access } from '../records/admit-key.ts';
import { indexKey, noKey } from '../records/prepare-statement.ts';
import { answerJson, refuseRecord, type RecordAnswer } from '../records/record-answers.ts';
import { findDocument, saveDocument, type DocumentPlace } from '../store/document-store.ts';
import {
  findRegistration,
  insertLaunch,
  insertLaunchEvents,
  insertRegistration,
  listLaunchEvents,
  listOpenLaunches,
} from '../store/launch-store.ts';
import { reachesAcross } from '../play/reaches-across.ts';
import { findPackage, type TakenPackage } from '../store/package-store.ts';
import { holdStore } from '../store/statement-store.ts';
import { giveUp } from './abandon-session.ts';
import { filesOrigin } from './files-origin.ts';
import { packageBase } from './open-session.ts';
import { sayAll, type SayingTools } from './say-all.ts';

type Wanted = z.output<typeof launchRequest>;

/**
 * Opens a part for somebody: begins a registration or goes on with one, ends the session that is still open in it, lays the document of
 * the launch ready, says that it was launched, and tells the address to open.
 */
export async function openUnit(
  parts: MountParts,
  access: Access,
  { origin, course, wanted }: { readonly origin: string; readonly course: PackageId; readonly wanted: Wanted },
): Promise<RecordAnswer> {
  const { actor } = wanted;
  if (checkAgent(actor, '1.0.3') !== null) return refuseRecord('BodyInvalid', { path: '$.actor', rule: 'is-an-agent' });
  return inTenant(
    parts.database,
    { tenant: access.tenant, user: null },
    async (tx) => {
      const pack = await findPackage(tx, access, course);
      const places = pack === null ? { origin } : placesOf(parts, origin, { pack, unit: wanted.activity });
      if (places === null) return refuseRecord('NeedsOwnHost', { rule: 'package-needs-a-second-host' });
      const done = await openWithin(tx, parts, access, { ...places, course, wanted });
      return 'url' in done ? answerJson(done) : done;
    },
    ({ status }) => status === 200,
  );
}

/**
 * Where a part lies and what it speaks to: on the second host where its pages reach into each other, which a window of its own does not let them do
 * otherwise; null where there is none. What lies there may speak to the address alone that settings name.
 */
function placesOf(
  { publicOrigin, packageOrigin }: Pick<MountParts, 'publicOrigin' | 'packageOrigin'>,
  origin: string,
  { pack, unit }: { readonly pack: TakenPackage; readonly unit: number },
): Pick<Opening, 'origin' | 'filesAt'> | null {
  if (!reachesAcross(pack) || isElsewhere(pack, unit)) return { origin };
  return packageOrigin === null ? null : { origin: publicOrigin ?? origin, filesAt: packageOrigin };
}

/** Whether a part lies on another server. */
export function isElsewhere({ structure }: Pick<TakenPackage, 'structure'>, unit: number): boolean {
  return /^[a-z]+:/i.test(listUnits(structure)[unit]?.url ?? '');
}

/** A part that is open now: what to open, and in which registration and session. */
export interface Launched {
  readonly url: string;
  readonly registration: RegistrationId;
  readonly session: SessionId;
}

interface Opening {
  /** Where the record store is. */
  readonly origin: string;
  /** The host for packages, where the files lie there; the same place when absent. */
  readonly filesAt?: string;
  readonly course: PackageId;
  readonly wanted: Wanted;
}

/** The same within a transaction of the caller's, which must be undone where this is refused. */
export async function openWithin(
  tx: Tx,
  tools: SayingTools,
  access: Access,
  { origin, filesAt, course, wanted }: Opening,
): Promise<Launched | RecordAnswer> {
  const { actor } = wanted;
  const pack = await findPackage(tx, access, course);
  const unit = pack === null ? undefined : listUnits(pack.structure)[wanted.activity];
  if (pack === null || unit === undefined) return refuseRecord('NotFound');
  await holdStore(tx, access);
  // A UUID in lower case, as the shape of the request makes it.
  const registration = (wanted.registration ?? createId(tools.randomBytes)) as RegistrationId;
  const held = await findRegistration(tx, access, registration);
  if (held !== null && (held.package !== course || !sameMeaning(held.actor, actor)))
    return refuseRecord('RegistrationTaken', { rule: 'registration-is-of-this-course-and-actor' });
  if (held === null)
    await insertRegistration(tx, access, { id: registration, package: course, actor }, tools.clock.now());
  return launch(tx, tools, access, { origin, filesAt, pack, unit, wanted, registration });
}

interface Launching {
  readonly origin: string;
  readonly filesAt: string | undefined;
  readonly pack: TakenPackage;
  readonly unit: LaunchUnit;
  readonly wanted: Wanted;
  readonly registration: RegistrationId;
}

async function launch(
  tx: Tx,
  parts: SayingTools,
  access: Access,
  launching: Launching,
): Promise<Launched | RecordAnswer> {
  const { origin, filesAt, pack, unit, wanted, registration } = launching;
  const now = parts.clock.now();
  const session = createId<SessionId>(parts.randomBytes);
  const [path, once] = [drawSecret(parts.randomBytes), drawSecret(parts.randomBytes)];
  const host = filesAt === undefined ? origin : await filesOrigin(filesAt, path);
  const address = ownAddress(host, unit, path);
  if (address === null) return refuseRecord('NotFound');
  const given = await sayBefore(tx, parts, access, launching);
  const row = { session, registration, unit: wanted.activity, mode: wanted.launchMode, launchedAt: now };
  await insertLaunch(tx, access, { ...row, pathHash: await hashText(path), fetchHash: await hashText(once) });
  const place = { base: packageBase(origin, pack.id), actor: wanted.actor, registration, session, at: now };
  const events: LaunchEvent[] = [{ session, node: unit.publisher, verb: 'launched' }];
  const blocks = listNewlySatisfied(pack.structure, [...given, ...events]);
  events.push(...blocks.map(({ publisher }) => ({ session, node: publisher, verb: 'satisfied' as const })));
  await insertLaunchEvents(tx, access, registration, { events, at: now });
  const { href } = address;
  const said = await sayAll(tx, parts, { access, origin }, [
    // What asks nothing of anybody is done before it is opened (cmi5, 9.3.9).
    ...blocks.map((block) => satisfiedStatement(place, pack.structure, block)),
    launchedStatement(place, unit, { index: wanted.activity, mode: wanted.launchMode, url: href }),
  ]);
  if (said !== null) return said;
  await layReady(tx, access, launching, place);
  const activity = unitAddress(place.base, wanted.activity);
  return { url: addLaunch(address, { origin, session, once, launching, activity }), registration, session };
}

/** A secret stands in addresses that a part must be given (cmi5, 8): each for one session, and a day at most. */
function drawSecret(randomBytes: RandomBytes): string {
  return bytesToBase64url(randomBytes(24));
}

/** Ends what is still open in the registration: a new launch takes its place. What has happened there. */
async function sayBefore(
  tx: Tx,
  parts: SayingTools,
  access: Access,
  { origin, registration }: Launching,
): Promise<readonly LaunchEvent[]> {
  for (const open of await listOpenLaunches(tx, access, registration))
    await giveUp(tx, parts, { access, origin }, open);
  return listLaunchEvents(tx, access, registration);
}

/** Where a part lies: elsewhere, or below the address of its launch; null where it would lead out of its package. */
function ownAddress(filesAt: string, { url }: LaunchUnit, path: string): URL | null {
  const root = `${filesAt}/package/${path}/`;
  const address = new URL(url, root);
  const remote = /^https?:/i.test(url);
  return remote || address.href.startsWith(root) ? address : null;
}

/** The address with what cmi5 adds to it (cmi5, 8.1). */
function addLaunch(
  address: URL,
  of: {
    readonly origin: string;
    readonly session: SessionId;
    readonly once: string;
    readonly launching: Launching;
    readonly activity: string;
  },
): string {
  const { origin, session, once, launching, activity } = of;
  const whole = new URL(address);
  const fetchAddress = `${origin}/api/learning/cmi5/sessions/${session}/fetch?once=${once}`;
  whole.searchParams.append('endpoint', `${origin}/xapi/1.0.3`);
  whole.searchParams.append('fetch', fetchAddress);
  whole.searchParams.append('actor', JSON.stringify(launching.wanted.actor));
  whole.searchParams.append('registration', launching.registration);
  whole.searchParams.append('activityId', activity);
  return whole.href;
}

/** Lays the document of the launch ready, and what is known of the language of the learner where nobody chose one. */
async function layReady(
  tx: Tx,
  access: Access,
  { unit, wanted, registration }: Launching,
  place: LaunchPlace,
): Promise<void> {
  const agent = indexKey('agent', agentIdentity(wanted.actor) ?? '');
  const activity = indexKey('activity', unitAddress(place.base, wanted.activity));
  const { session, at } = place;
  const state = launchDocument(unit, { session, mode: wanted.launchMode, returnUrl: wanted.returnUrl ?? null });
  const of = {
    kind: 'state',
    activity,
    agent,
    registration,
    nameKey: indexKey('name', launchWords.launchState),
  } as const;
  await lay(tx, access, { of, name: launchWords.launchState, document: state, at });
  if (wanted.language === undefined) return;
  const name = launchWords.preferences;
  const own = { kind: 'agent', activity: noKey, agent, registration: noKey, nameKey: indexKey('name', name) } as const;
  if ((await findDocument(tx, access, own)) !== null) return;
  const document = { languagePreference: wanted.language, audioPreference: 'on' };
  await lay(tx, access, { of: own, name, document, at });
}

async function lay(
  tx: Tx,
  access: Access,
  {
    of,
    name,
    document,
    at,
  }: { readonly of: DocumentPlace; readonly name: string; readonly document: JsonObject; readonly at: Date },
): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(document));
  await saveDocument(tx, access, of, { name, type: 'application/json', body, etag: tagOfBytes(body), changed: at });
}
