import { createId, dayInAmsterdam, ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import type { GatheringId, SeatId } from '#kernel/gatherings';
import {
  changeGathering,
  keepAttendance as keepMark,
  listGatherings,
  listSeats,
  takeSeat,
  type KeptSeat,
} from '#kernel/gatherings/server';
import type { ProofId, TrainingPartId } from '../../model/open/standing/training-ids.ts';
import { findLedSession } from '../leads-session.ts';
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
  const { tx, tenant, user } = context;
  const mine = (await listSeats(tx, tenant, [session])).find(
    (seat) => seat.user === user && seat.state.kind !== 'left',
  );
  if (mine === undefined || (await findSession(tx, tenant, session)) === null) return refuse({ type: 'NotFound' });
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
  const kept = await keepMark(context, session, { seat, mark, by });
  if (!kept.ok) return kept;
  if (kept.value.seat.user === by) return refuse({ type: 'OwnStanding' });
  if (kept.value.changed && found.part !== null) await keepProofOf(context, kept.value.seat, found.part, mark);
  return ok(undefined);
}

async function keepProofOf(
  { tx, tenant, user: by, clock, randomBytes }: RequestContext,
  { id, user, gathering }: KeptSeat,
  part: TrainingPartId,
  mark: 'present' | 'absent',
): Promise<void> {
  const before = await takeParticipation(tx, tenant, id);
  if (before !== null) await withdrawProof(tx, tenant, before, by);
  const [held] = await listGatherings(tx, tenant, [gathering]);
  if (mark === 'absent' || user === null || held === undefined) return;
  const proof = createId<ProofId>(randomBytes);
  const on = dayInAmsterdam(held.startsAt);
  const recorded = { by, on: dayInAmsterdam(clock.now()) };
  await insertProof(tx, tenant, { id: proof, user, part, equivalent: null, on }, recorded);
  await insertParticipation(tx, tenant, id, proof);
}
