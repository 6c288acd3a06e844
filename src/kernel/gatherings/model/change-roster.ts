import { ok, refuse, type Result } from '#platform/base';
import { fillPlaces, withSeat } from './fill-places.ts';
import type { SeatId } from './gathering-ids.ts';
import { hasRoom, holdsPlace, inState, type Gathering, type Roster, type Seat } from './roster.ts';

/** What may happen to a gathering and to whoever signed up. `sign-up` brings a new seat along. */
export type RosterAct =
  | { readonly type: 'sign-up'; readonly seat: Pick<Seat, 'id' | 'group'> }
  | { readonly type: 'accept'; readonly seat: SeatId }
  | { readonly type: 'leave'; readonly seat: SeatId; readonly why: 'withdrew' | 'taken-off' }
  /** Whoever leads gives a free place out of turn, at the door too. */
  | { readonly type: 'confirm'; readonly seat: SeatId }
  | { readonly type: 'set-places'; readonly places: number; readonly quota: number | null }
  | { readonly type: 'close' }
  | { readonly type: 'reopen' }
  | ({ readonly type: 'move' } & Pick<Gathering, 'startsAt' | 'endsAt' | 'signUpUntil'>)
  | { readonly type: 'cancel' }
  /** Nothing but that time went by. */
  | { readonly type: 'wait' };

export interface RosterRefusal {
  readonly type:
    | 'NotFound'
    | 'GatheringCancelled'
    | 'GatheringBegun'
    | 'SignUpOver'
    | 'OfferOver'
    | 'NoPlaceFree'
    | 'PlacesHeld'
    | 'TimesWrong';
}

/**
 * One act on a roster. What time has done comes first, so an offer that is over cannot be accepted any more; what the act sets
 * free is offered at once. There are never more places held than there are, nor more by a group than its quota.
 */
export function changeRoster(roster: Roster, act: RosterAct, now: Date): Result<Roster, RosterRefusal> {
  const before = fillPlaces(roster, now);
  const { gathering } = before;
  if (act.type === 'wait') return ok(before);
  if (gathering.state === 'cancelled') return refuse({ type: 'GatheringCancelled' });
  if (now >= (act.type === 'confirm' ? gathering.endsAt : gathering.startsAt))
    return refuse({ type: 'GatheringBegun' });
  const changed = apply(before, act, now);
  return changed.ok ? ok(fillPlaces(changed.value, now)) : changed;
}

type Changed = Result<Roster, RosterRefusal>;

function apply(roster: Roster, act: Exclude<RosterAct, { readonly type: 'wait' }>, now: Date): Changed {
  switch (act.type) {
    case 'sign-up':
      return signUp(roster, act.seat, now);
    case 'accept':
    case 'leave':
    case 'confirm':
      return changeSeat(roster, act);
    case 'set-places':
      return setPlaces(roster, act);
    case 'close':
      return ok(withGathering(roster, { state: 'closed' }));
    case 'reopen':
      return ok(withGathering(roster, { state: 'open' }));
    case 'move':
      return move(roster, act, now);
    case 'cancel':
      return ok(touchAll(withGathering(roster, { state: 'cancelled' })));
  }
}

/** Whoever would be offered a place at once, having just asked for it, has it. */
function signUp({ gathering, seats }: Roster, given: Pick<Seat, 'id' | 'group'>, now: Date): Changed {
  if (gathering.state !== 'open' || now >= gathering.signUpUntil) return refuse({ type: 'SignUpOver' });
  const turn = seats.reduce((last, seat) => Math.max(last, seat.turn), 0) + 1;
  const seat: Seat = { ...given, turn, state: { kind: 'waiting' }, revision: 1 };
  const asked = { gathering, seats: [...seats, seat] };
  const free = hasRoom(asked, seat.group);
  return ok(free ? withSeat(asked, { ...seat, state: { kind: 'confirmed' } }) : asked);
}

function changeSeat(
  roster: Roster,
  act: Extract<RosterAct, { readonly type: 'accept' | 'leave' | 'confirm' }>,
): Changed {
  const seat = roster.seats.find(({ id }) => id === act.seat);
  if (seat === undefined) return refuse({ type: 'NotFound' });
  const { kind } = seat.state;
  if (act.type === 'leave') {
    return ok(kind === 'left' ? roster : withSeat(roster, inState(seat, { kind: 'left', why: act.why })));
  }
  // Twice is no error.
  if (kind === 'confirmed') return ok(roster);
  if (kind === 'offered') return ok(withSeat(roster, inState(seat, { kind: 'confirmed' })));
  if (act.type === 'accept') return refuse({ type: 'OfferOver' });
  if (kind === 'left') return refuse({ type: 'NotFound' });
  if (!hasRoom(roster, seat.group)) return refuse({ type: 'NoPlaceFree' });
  return ok(withSeat(roster, inState(seat, { kind: 'confirmed' })));
}

function setPlaces(roster: Roster, { places, quota }: Pick<Gathering, 'places' | 'quota'>): Changed {
  const holding = roster.seats.filter(holdsPlace);
  const groups = Map.groupBy(
    holding.filter(({ group }) => group !== null),
    ({ group }) => group,
  );
  const most = Math.max(0, ...[...groups.values()].map((held) => held.length));
  if (holding.length > places || (quota !== null && most > quota)) return refuse({ type: 'PlacesHeld' });
  return ok(withGathering(roster, { places, quota }));
}

/** Whoever has a place keeps it, is told, and may leave. */
function move(
  roster: Roster,
  { startsAt, endsAt, signUpUntil }: Pick<Gathering, 'startsAt' | 'endsAt' | 'signUpUntil'>,
  now: Date,
): Changed {
  if (!areTimes({ startsAt, endsAt, signUpUntil }) || startsAt <= now) return refuse({ type: 'TimesWrong' });
  const moved = withGathering(roster, { startsAt, endsAt, signUpUntil });
  const seats = moved.seats.map((seat) =>
    seat.state.kind === 'offered' && seat.state.until > startsAt
      ? { ...seat, state: { kind: 'offered', until: startsAt } as const }
      : seat,
  );
  return ok(touchAll({ ...moved, seats }));
}

/** Whether a gathering can be at these times: it ends after it begins, and nobody signs up later than that. */
export function areTimes({
  startsAt,
  endsAt,
  signUpUntil,
}: Pick<Gathering, 'startsAt' | 'endsAt' | 'signUpUntil'>): boolean {
  const longest = 24 * 3_600_000;
  const length = endsAt.getTime() - startsAt.getTime();
  return length > 0 && length <= longest && signUpUntil <= startsAt;
}

function withGathering(roster: Roster, change: Partial<Gathering>): Roster {
  return { ...roster, gathering: { ...roster.gathering, ...change } };
}

/** Everybody who has not left is to be told. */
function touchAll(roster: Roster): Roster {
  const seats = roster.seats.map((seat) =>
    seat.state.kind === 'left' ? seat : { ...seat, revision: seat.revision + 1 },
  );
  return { ...roster, seats };
}
