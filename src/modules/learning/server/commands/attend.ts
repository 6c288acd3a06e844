import {
  ok,
  refuse,
  type AnyRefusal,
  type Result,
  type RouteOutput,
  type RouteRequest,
  type TenantId,
} from '#platform/base';
import type { AnyoneContext, KeptRefusal } from '#platform/server/http';
import { holdsPlace, type GatheringId, type GroupId } from '#kernel/gatherings';
import {
  changeGathering,
  evaluate,
  findOwnSeat,
  listGatherings,
  listMarks,
  listSeats,
  takeSeat,
} from '#kernel/gatherings/server';
import type { attendRoutes } from '../../contract/attend-routes.ts';
import { readJoinCode } from '../../model/open/count/join-code.ts';
import { enterInstallation } from '../enter-installation.ts';
import { linkFor } from '../link-for.ts';
import { findSession, findSessionByCode } from '../store/workshop-store.ts';
import { comeByCode } from './session-seats.ts';
import { hashSessionCode } from './workshops.ts';

type Routes = typeof attendRoutes;
type Answer<Name extends keyof Routes> = Promise<Result<RouteOutput<Routes[Name]>, KeptRefusal>>;

// A wrong try stays counted.
const codeUnknown = { type: 'CodeUnknown', keep: true } as const;
const seatUnknown = { type: 'SeatUnknown', keep: true } as const;

/** What somebody was invited to who has the link of a session. */
export async function lookAtSession(context: AnyoneContext, typed: string): Answer<'lookAtSession'> {
  const found = await enterByCode(context, typed);
  const about = found && (await readAbout(context, found.tenant, found.session));
  if (!found || !about) return refuse(codeUnknown);
  const { tx, clock } = context;
  const { gathering, ...what } = about;
  const seats = await listSeats(tx, found.tenant, [found.session]);
  return ok({
    ...what,
    organisation: found.name,
    signUpUntil: gathering.signUpUntil.toISOString(),
    open: gathering.state === 'open' && clock.now() < gathering.signUpUntil,
    full: seats.filter(holdsPlace).length >= gathering.places,
  });
}

/** Signs somebody up under a label, and tells them the secret of their own page: it is kept nowhere in the open. */
export async function signUpWithCode(
  context: AnyoneContext,
  { code, label, mail, language }: RouteRequest<Routes['signUpWithCode']>['input'],
): Answer<'signUpWithCode'> {
  const found = await enterByCode(context, code);
  if (!found) return refuse(codeUnknown);
  const { tenant, session, organisation } = found;
  // The id of an organisation is the group of its quota.
  const group = organisation as string | null as GroupId | null;
  const taken = await takeSeat({ ...context, tenant }, session, { who: { label }, group, mail, language });
  if (!taken.ok) return taken;
  return ok({ secret: taken.value.pageSecret ?? '' });
}

/** How somebody stands, for whoever holds the secret of their page. */
export async function readSeat(context: AnyoneContext, secret: string): Answer<'readSeat'> {
  const found = await enterBySecret(context, secret);
  const about = found && (await readAbout(context, found.tenant, found.seat.gathering));
  if (!found || !about) return refuse(seatUnknown);
  const { gathering, ...what } = about;
  const { state } = found.seat;
  const marks = await listMarks(context.tx, found.tenant, [gathering.id]);
  return ok({
    ...what,
    state: state.kind,
    until: state.kind === 'offered' ? state.until.toISOString() : null,
    cancelled: gathering.state === 'cancelled',
    link: state.kind === 'confirmed' ? linkFor(gathering, context.clock.now()) : null,
    mark: marks.findLast(({ seat }) => seat === found.seat.id)?.mark ?? null,
    evaluated: found.seat.evaluated,
  });
}

/** Takes the place that was offered, or leaves. */
export async function changeSeatBySecret(
  context: AnyoneContext,
  secret: string,
  act: 'accept' | 'leave',
): Promise<Result<undefined, AnyRefusal>> {
  const found = await enterBySecret(context, secret);
  if (!found) return refuse(seatUnknown);
  const { tenant, seat } = found;
  const done = await changeGathering(
    { ...context, tenant },
    seat.gathering,
    act === 'accept' ? { type: 'accept', seat: seat.id } : { type: 'leave', seat: seat.id, why: 'withdrew' },
  );
  return done.ok ? ok(undefined) : done;
}

/** Keeps that somebody is there, by the code that the room shows. A wrong try stays counted. */
export async function comeWithSeat(
  context: AnyoneContext,
  { secret, code }: RouteRequest<Routes['comeWithSeat']>['input'],
): Answer<'comeWithSeat'> {
  const found = await enterBySecret(context, secret);
  if (!found) return refuse(seatUnknown);
  const come = await comeByCode({ ...context, tenant: found.tenant }, found.seat, code, null);
  return come.ok ? come : refuse({ ...come.refusal, keep: true });
}

/** Keeps what somebody thinks of the session they were at, without whose it is. */
export async function evaluateWithSeat(
  context: AnyoneContext,
  { secret, answers, words }: RouteRequest<Routes['evaluateWithSeat']>['input'],
): Promise<Result<undefined, AnyRefusal>> {
  const found = await enterBySecret(context, secret);
  if (!found) return refuse(seatUnknown);
  return evaluate({ ...context, tenant: found.tenant }, found.seat.gathering, found.seat.id, { answers, words });
}

async function enterByCode(context: AnyoneContext, typed: string) {
  const code = readJoinCode(typed);
  const tenant = await enterInstallation(context);
  if (code === null || tenant === null) return null;
  const found = await findSessionByCode(context.tx, tenant, await hashSessionCode(code));
  return found && { ...found, tenant };
}

async function enterBySecret(context: AnyoneContext, secret: string) {
  const tenant = await enterInstallation(context);
  const seat = tenant && (await findOwnSeat({ ...context, tenant }, secret));
  return tenant && seat ? { tenant, seat } : null;
}

async function readAbout({ tx }: AnyoneContext, tenant: TenantId, id: GatheringId) {
  const session = await findSession(tx, tenant, id);
  const [gathering] = await listGatherings(tx, tenant, [id]);
  if (session === null || gathering === undefined) return null;
  const { startsAt, endsAt, place, accessNote } = gathering;
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { gathering, title: session.title, ...times, place, accessNote };
}
