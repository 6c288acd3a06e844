import { describe, expect, it } from 'vitest';
import { expectOk } from '#platform/base';
import { changeRoster, type RosterAct } from './change-roster.ts';
import { dueLetter } from './due-letter.ts';
import type { GatheringId, SeatId } from './gathering-ids.ts';
import type { Gathering, Roster } from './roster.ts';

const at = (text: string): Date => new Date(`2026-12-${text}:00Z`);
const gathering: Gathering = {
  // Ids of a test: nobody looks whether they are random.
  id: 'g' as GatheringId,
  startsAt: at('10T09:00'),
  endsAt: at('10T11:00'),
  signUpUntil: at('09T09:00'),
  places: 2,
  quota: null,
  state: 'open',
};
const id = (name: string): SeatId => name as SeatId;
const signUp = (name: string): RosterAct => ({ type: 'sign-up', seat: { id: id(name), group: null } });
const leave = (name: string): RosterAct => ({ type: 'leave', seat: id(name), why: 'withdrew' });

/** Lives through acts, all allowed, each at an instant. */
function after(...acts: readonly (readonly [Date, RosterAct])[]): Roster {
  return acts.reduce<Roster>((roster, [now, act]) => expectOk(changeRoster(roster, act, now)), {
    gathering,
    seats: [],
  });
}
const states = ({ seats }: Roster): readonly string[] => seats.map(({ state }) => state.kind);
const three = [
  [at('01T09:00'), signUp('ada')],
  [at('01T10:00'), signUp('ben')],
  [at('01T11:00'), signUp('cas')],
] as const;

describe('a place', () => {
  it('is given in the order in which people sign up, and then one waits', () => {
    expect(states(after(...three))).toEqual(['confirmed', 'confirmed', 'waiting']);
  });

  it('that becomes free is kept for a day for whoever has waited longest, and is theirs when they take it', () => {
    const freed = after(...three, [at('02T09:00'), leave('ada')]);
    expect(freed.seats[2]?.state).toEqual({ kind: 'offered', until: at('03T09:00') });
    expect(
      states(after(...three, [at('02T09:00'), leave('ada')], [at('03T08:59'), { type: 'accept', seat: id('cas') }])),
    ).toEqual(['left', 'confirmed', 'confirmed']);
    expect(changeRoster(freed, { type: 'accept', seat: id('cas') }, at('03T09:00'))).toMatchObject({
      refusal: { type: 'OfferOver' },
    });
  });

  it('that nobody answered goes to the next', () => {
    const waiting = after(...three, [at('01T12:00'), signUp('dee')], [at('02T09:00'), leave('ada')]);
    const later = expectOk(changeRoster(waiting, { type: 'wait' }, at('03T09:00')));
    expect(later.seats.map(({ state }) => state)).toEqual([
      { kind: 'left', why: 'withdrew' },
      { kind: 'confirmed' },
      { kind: 'left', why: 'let-pass' },
      { kind: 'offered', until: at('04T09:00') },
    ]);
  });

  it('is offered until the beginning at the latest, and not after it', () => {
    const late = after(...three, [at('10T00:00'), leave('ada')]);
    expect(late.seats[2]?.state).toEqual({ kind: 'offered', until: gathering.startsAt });
    expect(changeRoster(late, leave('ben'), gathering.startsAt)).toMatchObject({ refusal: { type: 'GatheringBegun' } });
  });

  it('is given out of turn by whoever leads, at the door too, and never where there is none', () => {
    const full = after(...three);
    const confirm: RosterAct = { type: 'confirm', seat: id('cas') };
    expect(changeRoster(full, confirm, at('02T09:00'))).toMatchObject({ refusal: { type: 'NoPlaceFree' } });
    const more = expectOk(changeRoster(full, { type: 'set-places', places: 3, quota: null }, at('02T09:00')));
    expect(states(expectOk(changeRoster(more, confirm, at('02T10:00'))))).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
  });
});

describe('a gathering', () => {
  it('takes nobody new once it is closed or its day for that is over, and those who wait still get what becomes free', () => {
    const closed = after(...three, [at('02T09:00'), { type: 'close' }]);
    expect(changeRoster(closed, signUp('dee'), at('02T10:00'))).toMatchObject({ refusal: { type: 'SignUpOver' } });
    expect(states(expectOk(changeRoster(closed, leave('ada'), at('02T10:00'))))).toEqual([
      'left',
      'confirmed',
      'offered',
    ]);
    expect(changeRoster(after(...three), signUp('dee'), at('09T09:00'))).toMatchObject({
      refusal: { type: 'SignUpOver' },
    });
  });

  it('has never fewer places than are held', () => {
    expect(changeRoster(after(...three), { type: 'set-places', places: 1, quota: null }, at('02T09:00'))).toMatchObject(
      { refusal: { type: 'PlacesHeld' } },
    );
  });

  it('ends after it begins, and does not move into the past', () => {
    const move = (from: string, to: string): RosterAct => ({
      ...{ type: 'move', startsAt: at(from), endsAt: at(to) },
      signUpUntil: at(from),
    });
    const now = at('02T09:00');
    expect(changeRoster(after(...three), move('11T09:00', '11T08:00'), now)).toMatchObject({ ok: false });
    expect(changeRoster(after(...three), move('01T09:00', '01T10:00'), now)).toMatchObject({ ok: false });
    const moved = expectOk(changeRoster(after(...three), move('11T09:00', '11T10:00'), now));
    expect(moved.seats.map(({ revision }) => revision)).toEqual([2, 2, 2]);
  });

  it('that is cancelled stays so', () => {
    const cancelled = after(...three, [at('02T09:00'), { type: 'cancel' }]);
    expect(changeRoster(cancelled, signUp('dee'), at('02T10:00'))).toMatchObject({
      refusal: { type: 'GatheringCancelled' },
    });
    expect(states(expectOk(changeRoster(cancelled, { type: 'wait' }, at('05T10:00'))))).toEqual(states(cancelled));
  });
});

describe('a letter', () => {
  const said = (roster: Roster, invited: boolean) =>
    roster.seats.map((seat) => {
      const { kind, calendar } = dueLetter(roster.gathering, seat, invited);
      return `${kind} ${String(calendar)}`;
    });

  it('goes into a calendar only for a place, and takes back only what stands there', () => {
    expect(said(after(...three), false)).toEqual(['place REQUEST', 'place REQUEST', 'waiting null']);
    const left = after(...three, [at('02T09:00'), leave('ada')]);
    expect(said(left, true)).toEqual(['left CANCEL', 'place REQUEST', 'offer null']);
    expect(said(left, false)[0]).toBe('left null');
    const cancelled = after(...three, [at('02T09:00'), { type: 'cancel' }]);
    expect(said(cancelled, true)).toEqual(['cancelled CANCEL', 'cancelled CANCEL', 'cancelled CANCEL']);
    expect(said(cancelled, false)[2]).toBe('cancelled null');
  });
});
