import { dayInAmsterdam, ok, refuse, type AnyRefusal, type CivilDate, type Result, type UserId } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { findAccount } from '#kernel/accounts/server';
import { evaluationTime, type GatheringId } from '#kernel/gatherings';
import { listGatherings } from '#kernel/gatherings/server';
import type { LicenceId } from '../../model/open/teaching/licence-id.ts';
import { mayTeachOn, type TeachingRule } from '../../model/open/teaching/licence.ts';
import type { WorkshopId } from '../../model/open/workshop/workshop-ids.ts';
import { fewHold, listLicences } from '../queries/list-licences.ts';
import {
  deleteCoTaught,
  insertCoTaught,
  insertGivenLicence,
  listCoTaught,
  saveTeachingRule,
} from '../store/teaching-store.ts';
import { listWorkshops, saveNeedsLicence } from '../store/workshop-store.ts';

type Done = Promise<Result<undefined, AnyRefusal>>;

/** Says what it takes to teach a course. Who holds a licence is computed by it from then on, so it may end or begin for somebody. */
export async function setTeachingRule({ tx, tenant }: RequestContext, rule: TeachingRule): Done {
  return (await saveTeachingRule(tx, tenant, rule)) ? ok(undefined) : refuse({ type: 'NotFound' });
}

/**
 * Signs that somebody taught a session well. Whoever signs taught that session with them and holds a licence for its course
 * today; each session is signed once. One that is not over, or did not take place, looks as if it were not there.
 */
export async function signCoTaught(
  { tx, tenant, user: by, clock }: RequestContext,
  session: GatheringId,
  user: UserId,
): Done {
  const now = clock.now();
  const { taught, licences } = await listLicences(tx, tenant, { now, also: [by] });
  const found = taught.find(({ id, trainers }) => id === session && trainers.includes(by));
  if (found === undefined || !found.trainers.includes(user)) return refuse({ type: 'NotFound' });
  if (user === by) return refuse({ type: 'OwnStanding' });
  const own = licences.find((one) => one.user === by && one.course === found.course);
  if (own?.licence.state !== 'held') return refuse({ type: 'NoLicence' });
  const kept = await insertCoTaught(tx, tenant, { session, user, by, on: dayInAmsterdam(now) });
  return kept ? ok(undefined) : refuse({ type: 'SignedAlready' });
}

/**
 * Takes a signature back: by whoever gave it, as long as people are asked what they think of the session. What was earned by it is
 * computed anew. Another's signature looks as if it were not there.
 */
export async function takeBackSignature(
  { tx, tenant, user: by, clock }: RequestContext,
  session: GatheringId,
  user: UserId,
): Done {
  const signed = await listCoTaught(tx, tenant);
  if (!signed.some((one) => one.session === session && one.user === user && one.by === by))
    return refuse({ type: 'NotFound' });
  const [gathering] = await listGatherings(tx, tenant, [session]);
  if (gathering === undefined || evaluationTime(gathering, clock.now()) === 'over')
    return refuse({ type: 'SignatureStays' });
  await deleteCoTaught(tx, tenant, { session, user, by });
  return ok(undefined);
}

/** Gives a licence to one of the first trainers, for whom nobody can sign yet. Nobody gives one to themselves. */
export async function giveLicence(
  { tx, tenant, user: by, clock }: RequestContext,
  user: UserId,
  { id, course }: { readonly id: LicenceId; readonly course: string },
): Done {
  if (user === by) return refuse({ type: 'OwnStanding' });
  if ((await findAccount(tx, tenant, user))?.status !== 'active') return refuse({ type: 'NotFound' });
  const now = clock.now();
  const teaching = await listLicences(tx, tenant, { now });
  if (teaching.rules.every((rule) => rule.course !== course)) return refuse({ type: 'NotFound' });
  if (!fewHold(teaching, course)) return refuse({ type: 'LicencesThere' });
  const given = await insertGivenLicence(tx, tenant, { id, user, course, on: dayInAmsterdam(now) }, by);
  return given ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Says whether sessions of a workshop need somebody with a licence: once anybody holds one, since else none could begin. */
export async function askLicence({ tx, tenant, clock }: RequestContext, id: WorkshopId, needed: boolean): Done {
  const workshop = (await listWorkshops(tx, tenant)).find((one) => one.id === id);
  if (workshop === undefined) return refuse({ type: 'NotFound' });
  const { licences } = await listLicences(tx, tenant, { now: clock.now() });
  const held = licences.some(({ course, licence }) => course === workshop.course && licence.state === 'held');
  if (needed && !held) return refuse({ type: 'NoLicenceYet' });
  return (await saveNeedsLicence(tx, tenant, id, needed)) ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Whether a session of a workshop may take people on a day: one of its trainers may teach then, where that is asked for. */
export async function isTaughtWell(
  { tx, tenant, clock }: Pick<RequestContext, 'tx' | 'tenant' | 'clock'>,
  { course, needsLicence }: { readonly course: string | null; readonly needsLicence: boolean },
  { trainers, on }: { readonly trainers: readonly UserId[]; readonly on: CivilDate },
): Promise<boolean> {
  if (!needsLicence) return true;
  const { licences } = await listLicences(tx, tenant, { now: clock.now(), also: trainers });
  return licences.some((one) => one.course === course && trainers.includes(one.user) && mayTeachOn(one.licence, on));
}
