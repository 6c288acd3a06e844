import type { Gathering, Seat } from './roster.ts';

/**
 * What somebody is to be told: that they have a place, which goes into their calendar; that one is theirs until an instant;
 * that they wait; that it is over for them, or for everybody. `calendar` is the method by which their calendar is told too.
 */
export interface DueLetter {
  readonly kind: 'place' | 'offer' | 'waiting' | 'left' | 'let-pass' | 'cancelled';
  readonly calendar: 'REQUEST' | 'CANCEL' | null;
}

/** What a seat as it is now says to its person; `invited` where it stands in their calendar already. */
export function dueLetter({ state }: Pick<Gathering, 'state'>, seat: Seat, invited: boolean): DueLetter {
  const undo = invited ? 'CANCEL' : null;
  if (seat.state.kind === 'left') return { kind: seat.state.why === 'let-pass' ? 'let-pass' : 'left', calendar: undo };
  if (state === 'cancelled') return { kind: 'cancelled', calendar: undo };
  switch (seat.state.kind) {
    case 'confirmed':
      return { kind: 'place', calendar: 'REQUEST' };
    case 'offered':
      return { kind: 'offer', calendar: null };
    case 'waiting':
      return { kind: 'waiting', calendar: null };
  }
}
