import {
  addDays,
  civilDate,
  createId,
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type CivilDate,
  type Result,
  type UserId,
} from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { Evaluation, GatheringId, SeatId } from '#kernel/gatherings';
import {
  changeGathering,
  comeByRoomCode,
  evaluate,
  keepAttendance as keepMark,
  listGatherings,
  listSeats,
  showRoom,
  takeSeat,
  type KeptSeat,
} from '#kernel/gatherings/server';
import type { OrganisationId } from '../../model/open/count/learning-ids.ts';
import { presenceDay } from '../../model/open/count/workshop-figures.ts';
import type { ProofId, TrainingPartId } from '../../model/open/standing/training-ids.ts';
import { findLedSession } from '../leads-session.ts';
import { deletePresence, insertPresence } from '../store/presence-store.ts';
import { insertProof, withdrawProof } from '../store/proof-store.ts';
import { findSession, insertParticipation, takeParticipation } from '../store/workshop-store.ts';

type Done = Promise<Result<undefined, AnyRefusal>>;

/** Signs oneself up: one has a place, or waits. */
export async function signUp(
  context: RequestContext,
  session: GatheringId,
  { mail, language }: { readonly mail: string | null; readonly language: 'en' | 'nl' },
): Done {
  const { tx, tenant, user } = context;
  if ((await findSession(tx, tenant, session)) === null) return refuse({ type: 'NotFound' });
  const taken = await takeSeat(context, session, { who: { user }, group: null, mail, language });
  return taken.ok ? ok(undefined) : taken;
}

/** Takes the place that was offered to oneself, or leaves. */
export async function changeOwnSeat(context: RequestContext, session: GatheringId, act: 'accept' | 'leave'): Done {
  const mine = await findOwnSeatIn(context, session);
  if (mine === null) return refuse({ type: 'NotFound' });
  const done = await changeGathering(
    context,
    session,
    act === 'accept' ? { type: 'accept', seat: mine.id } : { type: 'leave', seat: mine.id, why: 'withdrew' },
  );
  return done.ok ? ok(undefined) : done;
}

/** Gives a free place out of turn, or takes somebody off the list. */
export async function changeSeat(
  context: RequestContext,
  session: GatheringId,
  seat: SeatId,
  act: 'confirm' | 'take-off',
): Done {
  if ((await findLedSession(context, session)) === null) return refuse({ type: 'NotFound' });
  const done = await changeGathering(
    context,
    session,
    act === 'confirm' ? { type: 'confirm', seat } : { type: 'leave', seat, why: 'taken-off' },
  );
  return done.ok ? ok(undefined) : done;
}

/**
 * Keeps whether somebody was there. Where the workshop is a part of a programme, having been there is a proof of it, and a
 * correction takes the proof back: what that amounts to says the rule of the programme. Nobody vouches for themselves.
 */
export async function keepAttendance(
  context: RequestContext,
  session: GatheringId,
  seat: SeatId,
  mark: 'present' | 'absent',
): Done {
  const { user: by } = context;
  const found = await findLedSession(context, session);
  if (found === null) return refuse({ type: 'NotFound' });
  const kept = await keepMark(context, session, { seat, mark, by, way: 'list' });
  if (!kept.ok) return kept;
  if (kept.value.seat.user === by) return refuse({ type: 'OwnStanding' });
  if (kept.value.changed) await keepWhatCounts(context, kept.value.seat, { part: found.part, mark, by });
  return ok(undefined);
}

/** Keeps that one is there oneself, by the code that the room shows: whoever showed it vouches, and that is somebody else. */
export async function comeByOwnCode(context: RequestContext, session: GatheringId, typed: string): Done {
  const { user } = context;
  const mine = await findOwnSeatIn(context, session);
  return mine === null ? refuse({ type: 'NotFound' }) : comeByCode(context, mine, typed, user);
}

/** The same for a seat, whosever it is. */
export async function comeByCode(
  context: ProofContext & { readonly secrets: ReadonlyMap<string, string> },
  { id: seat, gathering }: KeptSeat,
  typed: string,
  user: UserId | null,
): Promise<Result<undefined, AnyRefusal>> {
  const { tx, tenant } = context;
  const found = await findSession(tx, tenant, gathering);
  if (found === null) return refuse({ type: 'NotFound' });
  const kept = await comeByRoomCode(context, gathering, { seat, typed });
  if (!kept.ok) return kept;
  const { by, changed } = kept.value;
  if (user !== null && by === user) return refuse({ type: 'OwnStanding' });
  if (changed) await keepWhatCounts(context, kept.value.seat, { part: found.part, mark: 'present', by });
  return ok(undefined);
}

/** All codes that the room of a session shows, for whoever leads it. */
export async function showSessionRoom(context: RequestContext, session: GatheringId) {
  if ((await findLedSession(context, session)) === null) return refuse({ type: 'NotFound' } as const);
  const shown = await showRoom(context, session, context.user);
  if (!shown.ok) return shown;
  return ok({ now: shown.value.now.toISOString(), codes: [...shown.value.codes] });
}

/** Keeps what one thinks of a session one was at, without whose it is. */
export async function evaluateSession(context: RequestContext, session: GatheringId, said: Evaluation): Done {
  const mine = await findOwnSeatIn(context, session);
  return mine === null ? refuse({ type: 'NotFound' }) : evaluate(context, session, mine.id, said);
}

async function findOwnSeatIn({ tx, tenant, user }: RequestContext, session: GatheringId): Promise<KeptSeat | null> {
  const seats = await listSeats(tx, tenant, [session]);
  const mine = seats.find((seat) => seat.user === user && seat.state.kind !== 'left');
  return mine !== undefined && (await findSession(tx, tenant, session)) !== null ? mine : null;
}

type ProofContext = Pick<RequestContext, 'tx' | 'tenant' | 'clock' | 'randomBytes'>;

interface Counts {
  readonly part: TrainingPartId | null;
  readonly mark: 'present' | 'absent';
  readonly by: UserId;
}

/** What a mark amounts to: a place that was used, for the figures; and where the workshop is a part of a programme, a proof of it. */
async function keepWhatCounts(context: ProofContext, seat: KeptSeat, { part, mark, by }: Counts): Promise<void> {
  const { tx, tenant, clock } = context;
  const [held] = await listGatherings(tx, tenant, [seat.gathering]);
  if (held === undefined) return;
  const [heldOn, today] = [dayInAmsterdam(held.startsAt), dayInAmsterdam(clock.now())];
  await countPresence(context, seat, { mark, on: presenceDay(heldOn, today), today });
  if (part !== null) await keepProofOf(context, seat, { part, mark, by, heldOn });
}

async function countPresence(
  { tx, tenant }: ProofContext,
  { id: seat, user, group }: KeptSeat,
  { mark, on, today }: { readonly mark: Counts['mark']; readonly on: CivilDate; readonly today: CivilDate },
): Promise<void> {
  // The first day whose month is not told yet.
  const open = civilDate(`${presenceDay(addDays(today, -1), today).slice(0, 7)}-01`);
  if (mark === 'absent') return deletePresence(tx, tenant, seat, open);
  // The group of a quota is the id of an organisation here.
  const organisation = group as string | null as OrganisationId | null;
  await insertPresence(tx, tenant, { seat, own: user !== null, organisation: user === null ? organisation : null, on });
}

async function keepProofOf(
  { tx, tenant, clock, randomBytes }: ProofContext,
  { id, user }: KeptSeat,
  {
    part,
    mark,
    by,
    heldOn: on,
  }: { readonly part: TrainingPartId; readonly mark: Counts['mark']; readonly by: UserId; readonly heldOn: CivilDate },
): Promise<void> {
  const before = await takeParticipation(tx, tenant, id);
  if (before !== null) await withdrawProof(tx, tenant, before, by);
  if (mark === 'absent' || user === null) return;
  const proof = createId<ProofId>(randomBytes);
  const recorded = { by, on: dayInAmsterdam(clock.now()) };
  await insertProof(tx, tenant, { id: proof, user, part, equivalent: null, on }, recorded);
  await insertParticipation(tx, tenant, id, proof);
}
