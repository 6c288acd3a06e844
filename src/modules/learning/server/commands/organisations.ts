import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result, type RouteRequest } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import { drawJoinCode } from '../../model/open/count/join-code.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import { findCourse } from '../find-course.ts';
import { findOrganisation, insertOrganisation, saveJoinCode, saveSlotValue } from '../store/organisation-store.ts';

/** Adds an organisation. Its name is public; there is one of our own. */
export async function addOrganisation(
  { tx, tenant }: RequestContext,
  organisation: RouteRequest<typeof learningRoutes.addOrganisation>['input'],
): Promise<Result<undefined, AnyRefusal>> {
  return (await insertOrganisation(tx, tenant, organisation)) ? ok(undefined) : refuse({ type: 'OrganisationTaken' });
}

/** Draws a code and tells it once. The one before ends; who gave it stays counted. */
export async function drawCode(
  { tx, tenant, clock, randomBytes }: RequestContext,
  organisation: OrganisationId,
): Promise<Result<{ code: string }, AnyRefusal>> {
  if ((await findOrganisation(tx, tenant, organisation)) === null) return refuse({ type: 'NotFound' });
  const code = drawJoinCode(randomBytes);
  await saveJoinCode(tx, tenant, { organisation, hash: await hashText(code), on: dayInAmsterdam(clock.now()) });
  return ok({ code });
}

/** Fills what an organisation says for itself in a course; no words empty it again. */
export async function fillSlot(
  { tx, tenant, clock, readBuilt }: RequestContext,
  organisation: OrganisationId,
  value: RouteRequest<typeof learningRoutes.fillSlot>['input'],
): Promise<Result<undefined, AnyRefusal>> {
  if ((await findOrganisation(tx, tenant, organisation)) === null) return refuse({ type: 'NotFound' });
  const course = await findCourse(readBuilt, value.course, value.language);
  if (course === null || !Object.hasOwn(course.slots, value.slot)) return refuse({ type: 'SlotUnknown' });
  if (value.checkedOn > dayInAmsterdam(clock.now())) return refuse({ type: 'DayInFuture' });
  await saveSlotValue(tx, tenant, organisation, value);
  return ok(undefined);
}
