import { ok, refuse } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { evaluationTime, type GatheringId } from '#kernel/gatherings';
import { listGatherings } from '#kernel/gatherings/server';
import type { ReleasedWorkshop } from '../../model/open/workshop/released-workshop.ts';
import { leadsSession } from '../leads-session.ts';
import { findSession } from '../store/workshop-store.ts';
import { fewHold, listLicences } from './list-licences.ts';

/** How somebody stands themselves, and for whom they may sign. */
export async function readOwnTeaching({ tx, tenant, user, clock }: RequestContext) {
  const { licences, taught, signed } = await listLicences(tx, tenant, { now: clock.now(), also: [user] });
  const own = licences.filter((one) => one.user === user);
  const holds = new Set(own.filter(({ licence }) => licence.state === 'held').map(({ course }) => course));
  const toSign = taught
    .filter(({ course, trainers }) => holds.has(course) && trainers.includes(user))
    .flatMap(({ id, title, on, trainers }) =>
      trainers
        .filter((other) => other !== user && !signed.some((one) => one.session === id && one.user === other))
        .map((other) => ({ gathering: id, user: other, title, on })),
    );
  const mine = signed.filter(({ by }) => by === user);
  const open = new Set(
    (
      await listGatherings(
        tx,
        tenant,
        mine.map(({ session }) => session),
      )
    )
      .filter((one) => evaluationTime(one, clock.now()) !== 'over')
      .map(({ id }) => id),
  );
  const mayTakeBack = mine.flatMap(({ session, user: other }) => {
    const of = open.has(session) ? taught.find(({ id }) => id === session) : undefined;
    return of === undefined ? [] : [{ gathering: session, user: other, title: of.title, on: of.on }];
  });
  mayTakeBack.sort((one, other) => (one.on < other.on ? -1 : 1));
  return ok({ licences: own.map(({ course, licence }) => ({ course, licence })), toSign, signed: mayTakeBack });
}

/** What it takes to teach, who may, and who is on the way. */
export async function listTeaching({ tx, tenant, clock }: RequestContext) {
  const teaching = await listLicences(tx, tenant, { now: clock.now() });
  const { rules, licences } = teaching;
  return ok({
    rules: [...rules],
    people: [...licences],
    mayGive: rules.map(({ course }) => course).filter((course) => fewHold(teaching, course)),
  });
}

/** The facilitator pack of a session: for whoever leads it, plans workshops, or may teach its course. To others it is not there. */
export async function readGuide(context: RequestContext, id: GatheringId, language: string) {
  const { tx, tenant } = context;
  const session = await findSession(tx, tenant, id);
  const [gathering] = await listGatherings(tx, tenant, [id]);
  if (session === null || session.guide === null || gathering === undefined) return refuse({ type: 'NotFound' });
  if (!leadsSession(context, session) && !(await mayTeach(context, session.course)))
    return refuse({ type: 'NotFound' });
  const text = await context.readBuilt(`guides/${session.guide}/${language}`);
  if (text === null) return refuse({ type: 'NotFound' });
  // Written by our own build from the files of the workshop.
  return ok({ startsAt: gathering.startsAt.toISOString(), guide: JSON.parse(text) as ReleasedWorkshop });
}

async function mayTeach({ tx, tenant, user, clock }: RequestContext, course: string | null): Promise<boolean> {
  const { licences } = await listLicences(tx, tenant, { now: clock.now(), also: [user] });
  return licences.some((one) => one.user === user && one.course === course && one.licence.state === 'held');
}
