import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result, type RouteRequest } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import { findAccount } from '#kernel/accounts/server';
import { gatheringZone, type GatheringId } from '#kernel/gatherings';
import { changeGathering, listGatherings, planGathering } from '#kernel/gatherings/server';
import { readLocalTime } from '#kernel/procedures';
import type { workshopRoutes } from '../../contract/workshop-routes.ts';
import { drawJoinCode } from '../../model/open/count/join-code.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import type { WorkshopId } from '../../model/open/workshop/workshop-ids.ts';
import { isTaughtWell } from './teaching.ts';
import { deleteMaterialCodes } from '../store/material-store.ts';
import { findOrganisation } from '../store/organisation-store.ts';
import { findSession, insertSession, insertWorkshop, listWorkshops, saveSessionCode } from '../store/workshop-store.ts';

type Routes = typeof workshopRoutes;
type Done = Promise<Result<undefined, AnyRefusal>>;

/** Makes a workshop. What it counts for is said once: what somebody did for it would else mean something new. */
export async function makeWorkshop(
  { tx, tenant, readBuilt }: RequestContext,
  made: RouteRequest<Routes['makeWorkshop']>['input'],
): Done {
  if (made.guide !== null && (await readBuilt(`guides/${made.guide}/en`)) === null)
    return refuse({ type: 'GuideUnknown' });
  return (await insertWorkshop(tx, tenant, made)) ? ok(undefined) : refuse({ type: 'WorkshopTaken' });
}

/** Plans a meeting of a workshop, with whoever trains it. */
export async function planSession(
  context: RequestContext,
  workshop: WorkshopId,
  { id, trainers, places, quota, ...when }: RouteRequest<Routes['planSession']>['input'],
): Done {
  const { tx, tenant } = context;
  const times = readTimes(when);
  if (times === null) return refuse({ type: 'TimesWrong' });
  for (const trainer of trainers)
    if ((await findAccount(tx, tenant, trainer))?.status !== 'active') return refuse({ type: 'NotFound' });
  const of = (await listWorkshops(tx, tenant)).find((one) => one.id === workshop);
  if (of !== undefined && !(await isTaughtWell(context, of, { trainers, on: dayInAmsterdam(times.startsAt) })))
    return refuse({ type: 'TrainerNotLicensed' });
  if (!(await insertSession(tx, tenant, { id, workshop, trainers }))) return refuse({ type: 'NotFound' });
  const { place, link, accessNote } = when;
  return planGathering(context, { id, ...times, places, quota, state: 'open', place, link, accessNote });
}

/** Another time or place. Whoever has a place keeps it, and is told. */
export async function moveSession(
  context: RequestContext,
  id: GatheringId,
  { place, link, accessNote, ...when }: RouteRequest<Routes['moveSession']>['input'],
): Done {
  const times = readTimes(when);
  if (times === null) return refuse({ type: 'TimesWrong' });
  if (!(await mayStand(context, id, times.startsAt))) return refuse({ type: 'TrainerNotLicensed' });
  return changed(context, id, { type: 'move', ...times }, { place, link, accessNote });
}

export async function setPlaces(
  context: RequestContext,
  id: GatheringId,
  limits: RouteRequest<Routes['setPlaces']>['input'],
): Done {
  return changed(context, id, { type: 'set-places', ...limits });
}

/** Takes nobody new, takes people again, or lets it not take place. */
export async function changeSession(
  context: RequestContext,
  id: GatheringId,
  act: 'close' | 'reopen' | 'cancel',
): Done {
  if (act === 'reopen') {
    const [gathering] = await listGatherings(context.tx, context.tenant, [id]);
    if (gathering !== undefined && !(await mayStand(context, id, gathering.startsAt)))
      return refuse({ type: 'TrainerNotLicensed' });
  }
  const done = await changed(context, id, { type: act });
  // What does not take place stays so: the code of what was given out for it is not needed again.
  if (done.ok && act === 'cancel') await deleteMaterialCodes(context.tx, context.tenant, [id]);
  return done;
}

/** Draws the code of a link for people without an account, and tells it once; the one before ends. */
export async function drawSessionCode(
  { tx, tenant, clock, randomBytes }: RequestContext,
  session: GatheringId,
  organisation: OrganisationId | null,
): Promise<Result<{ code: string }, AnyRefusal>> {
  if ((await findSession(tx, tenant, session)) === null) return refuse({ type: 'NotFound' });
  if (organisation !== null && (await findOrganisation(tx, tenant, organisation)) === null)
    return refuse({ type: 'NotFound' });
  const code = drawJoinCode(randomBytes);
  const drawnOn = dayInAmsterdam(clock.now());
  await saveSessionCode(tx, tenant, { session, organisation, drawnOn, hash: await hashSessionCode(code) });
  return ok({ code });
}

/** Hash of a code, another one than of the same signs elsewhere. */
export function hashSessionCode(code: string): Promise<string> {
  return hashText(`session-code ${code}`);
}

/** Whether somebody may teach a session that stands on a moment; one that is not there is told of elsewhere. */
async function mayStand(context: RequestContext, id: GatheringId, startsAt: Date): Promise<boolean> {
  const session = await findSession(context.tx, context.tenant, id);
  return session === null || isTaughtWell(context, session, { ...session, on: dayInAmsterdam(startsAt) });
}

async function changed(
  context: RequestContext,
  id: GatheringId,
  act: Parameters<typeof changeGathering>[2],
  details: NonNullable<Parameters<typeof changeGathering>[3]>['details'] = {},
): Done {
  // Gatherings of other strands are not ours to change.
  if ((await findSession(context.tx, context.tenant, id)) === null) return refuse({ type: 'NotFound' });
  const done = await changeGathering(context, id, act, { details });
  return done.ok ? ok(undefined) : done;
}

/** The moments that somebody wrote as local times; null where the clocks of that night skip one. */
function readTimes({
  from,
  to,
  signUpUntil,
}: {
  readonly from: string;
  readonly to: string;
  readonly signUpUntil: string;
}) {
  const [startsAt, endsAt, until] = [from, to, signUpUntil].map((text) => {
    const read = readLocalTime(text, gatheringZone);
    return read.ok ? new Date(read.time) : null;
  });
  return startsAt && endsAt && until ? { startsAt, endsAt, signUpUntil: until } : null;
}
