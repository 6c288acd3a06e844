import { addDays, dayInAmsterdam, ok, refuse, type RouteOutput } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { startOfDay } from '#platform/server/jobs';
import { holdsPlace, type GatheringId, type SeatId } from '#kernel/gatherings';
import {
  listGatherings,
  listMarks,
  listSeats,
  listUnreached,
  readEvaluation,
  type KeptMark,
  type KeptSeat,
  type PlannedGathering,
} from '#kernel/gatherings/server';
import type { workshopRoutes } from '../../contract/workshop-routes.ts';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import { listLicences } from './list-licences.ts';
import { findLedSession, leadsSession } from '../leads-session.ts';
import { linkFor } from '../link-for.ts';

import { listSessionCodes, listSessions, listWorkshops as listAll, type Session } from '../store/workshop-store.ts';

type Listed = RouteOutput<typeof workshopRoutes.listWorkshops>['sessions'][number];
type ListedSeat = RouteOutput<typeof workshopRoutes.readSession>['seats'][number];

/** Sessions are listed for a year after they were, as long as it is known who came. */
const listedDays = 365;

/** What is offered: what is to come for everybody, what is over for whoever leads it or signed up. */
export async function listWorkshops(context: RequestContext) {
  const { tx, tenant, clock } = context;
  const now = clock.now();
  const sessions = await listSessions(tx, tenant);
  const ids = sessions.map(({ id }) => id);
  const since = startOfDay(addDays(dayInAmsterdam(now), -listedDays));
  const gatherings = (await listGatherings(tx, tenant, ids)).filter(({ endsAt }) => endsAt > since);
  const seats = Map.groupBy(await listSeats(tx, tenant, ids), ({ gathering }) => gathering);
  const sessionById = new Map(sessions.map((session) => [session.id, session]));
  const marks = Map.groupBy(await listMarks(tx, tenant, ids), ({ seat }) => seat);
  const workshops = await listAll(tx, tenant);
  const { licences } = await listLicences(tx, tenant, { now, also: [context.user] });
  const held = licences.filter(({ licence }) => licence.state === 'held');
  const teaches = held.filter(({ user }) => user === context.user).map(({ course }) => course);
  const listed = gatherings.flatMap((gathering): readonly Listed[] => {
    const session = sessionById.get(gathering.id);
    const of = workshops.find(({ id }) => id === session?.workshop);
    if (session === undefined || of === undefined) return [];
    const opens = of.guide !== null && (leadsSession(context, session) || teaches.includes(of.course ?? ''));
    return [listedOf(context, session, gathering, { seats: seats.get(gathering.id) ?? [], marks, guide: opens })];
  });
  const shown = listed.filter(({ endsAt, leads, mine }) => leads || mine !== null || new Date(endsAt) > now);
  const offered = workshops.map((one) => ({ ...one, licensable: held.some(({ course }) => course === one.course) }));
  return ok({ workshops: offered, sessions: shown });
}

/** One session with everybody who signed up, for whoever leads it. */
export async function readSession(context: RequestContext, id: GatheringId) {
  const { tx, tenant } = context;
  const session = await findLedSession(context, id);
  const [gathering] = await listGatherings(tx, tenant, [id]);
  if (session === null || gathering === undefined) return refuse({ type: 'NotFound' });
  const seats = await listSeats(tx, tenant, [id]);
  const marks = Map.groupBy(await listMarks(tx, tenant, [id]), ({ seat }) => seat);
  const unreached = new Set(await listUnreached(tx, tenant, id));
  return ok({
    session: listedOf(context, session, gathering, { seats, marks, guide: session.guide !== null }),
    title: session.title,
    seats: seats.map((seat) => seatOf(seat, marks.get(seat.id) ?? [], unreached.has(seat.id))),
    codes: [...(await listSessionCodes(tx, tenant, id))],
    evaluation: evaluationOf(await readEvaluation(tx, tenant, id)),
  });
}

function listedOf(
  context: RequestContext,
  session: Session,
  gathering: PlannedGathering,
  {
    seats,
    marks,
    guide,
  }: {
    readonly seats: readonly KeptSeat[];
    readonly marks: ReadonlyMap<SeatId, readonly KeptMark[]>;
    readonly guide: boolean;
  },
): Listed {
  const { user, clock } = context;
  const leads = leadsSession(context, session);
  const mine = seats.find((seat) => seat.user === user && seat.state.kind !== 'left');
  const { id, places, quota, state, place, accessNote } = gathering;
  return {
    ...{ id, places, quota, state, place, accessNote, leads, guide },
    workshop: session.workshop,
    startsAt: gathering.startsAt.toISOString(),
    endsAt: gathering.endsAt.toISOString(),
    signUpUntil: gathering.signUpUntil.toISOString(),
    free: Math.max(0, places - seats.filter(holdsPlace).length),
    waiting: seats.filter((seat) => seat.state.kind === 'waiting').length,
    link: leads ? gathering.link : mine?.state.kind === 'confirmed' ? linkFor(gathering, clock.now()) : null,
    trainers: [...session.trainers],
    mine: mine
      ? {
          state: mine.state.kind,
          until: untilOf(mine),
          mark: lastOf(marks.get(mine.id)),
          evaluated: mine.evaluated,
        }
      : null,
  };
}

function seatOf(seat: KeptSeat, marks: readonly KeptMark[], unreached: boolean): ListedSeat {
  const { id, user, label } = seat;
  return {
    ...{ id, user, label, unreached },
    // The group of a quota is the id of an organisation here.
    organisation: seat.group as string | null as OrganisationId | null,
    state: seat.state.kind,
    until: untilOf(seat),
    mark: lastOf(marks),
    marks: marks.map(({ mark, by, way, at }) => ({ mark, by, way, at: at.toISOString() })),
  };
}

function evaluationOf({ answered, shown, counts, words }: Awaited<ReturnType<typeof readEvaluation>>) {
  return { answered, shown, counts: counts.map((one) => [...one]), words: [...words] };
}

function lastOf(marks: readonly KeptMark[] = []): KeptMark['mark'] | null {
  return marks.at(-1)?.mark ?? null;
}

function untilOf({ state }: KeptSeat): string | null {
  return state.kind === 'offered' ? state.until.toISOString() : null;
}
