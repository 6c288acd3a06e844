import type { GatheringId, GroupId, SeatId } from './gathering-ids.ts';

/** Where all gatherings are; their instants are shown as the clocks there go. */
export const gatheringZone = 'Europe/Amsterdam';

/** When something meets, and for how many. Instants: a meeting is at one moment for everybody. */
export interface Gathering {
  readonly id: GatheringId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Nobody signs up from this instant on. */
  readonly signUpUntil: Date;
  readonly places: number;
  /** How many places those of one group may hold; null where there is no such limit. */
  readonly quota: number | null;
  /** Closed: nobody new, while those who wait still get what becomes free. */
  readonly state: 'open' | 'closed' | 'cancelled';
}

export type LeftWhy = 'withdrew' | 'let-pass' | 'taken-off';

/** How somebody stands who signed up. An offer holds its place until it is answered. */
export type SeatState =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'offered'; readonly until: Date }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'left'; readonly why: LeftWhy };

export interface Seat {
  readonly id: SeatId;
  /** The order in which people signed up. */
  readonly turn: number;
  readonly group: GroupId | null;
  readonly state: SeatState;
  /** Rises with everything that its person should be told; the sequence of what is sent to a calendar. */
  readonly revision: number;
}

/** A gathering with everybody who ever signed up for it, in the order of their turns. */
export interface Roster {
  readonly gathering: Gathering;
  readonly seats: readonly Seat[];
}

/** True for seats that take a place: confirmed ones, and those that are offered. */
export function holdsPlace({ state }: Pick<Seat, 'state'>): boolean {
  return state.kind === 'confirmed' || state.kind === 'offered';
}

/** Whether one more may hold a place: there is one, and the quota of the group has room. */
export function hasRoom({ gathering, seats }: Roster, group: GroupId | null): boolean {
  const holding = seats.filter(holdsPlace);
  if (holding.length >= gathering.places) return false;
  if (gathering.quota === null || group === null) return true;
  return holding.filter((seat) => seat.group === group).length < gathering.quota;
}

/** A seat in another state: its person is to be told. */
export function inState(seat: Seat, state: SeatState): Seat {
  return { ...seat, state, revision: seat.revision + 1 };
}
