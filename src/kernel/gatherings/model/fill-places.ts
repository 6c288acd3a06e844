import { hasRoom, inState, type Roster, type Seat } from './roster.ts';

/** How long a place that became free is kept for the one it is offered to. */
const answerHours = 24;

/**
 * What time alone does: an offer that nobody answered is over, and whoever let it pass is off the list; a place that is free
 * goes to whoever has waited longest and may hold it, until an instant, at the latest the beginning. Nothing once it began or
 * was cancelled.
 */
export function fillPlaces(roster: Roster, now: Date): Roster {
  const { gathering } = roster;
  const lapsed = roster.seats.map((seat) =>
    seat.state.kind === 'offered' && seat.state.until <= now ? inState(seat, { kind: 'left', why: 'let-pass' }) : seat,
  );
  if (gathering.state === 'cancelled' || now >= gathering.startsAt) return { gathering, seats: lapsed };
  const until = new Date(Math.min(now.getTime() + answerHours * 3_600_000, gathering.startsAt.getTime()));
  return lapsed.reduce<Roster>(
    (filled, seat) =>
      seat.state.kind === 'waiting' && hasRoom(filled, seat.group)
        ? withSeat(filled, inState(seat, { kind: 'offered', until }))
        : filled,
    { gathering, seats: lapsed },
  );
}

/** The roster with one seat as it is now. */
export function withSeat(roster: Roster, changed: Seat): Roster {
  return { ...roster, seats: roster.seats.map((seat) => (seat.id === changed.id ? changed : seat)) };
}
