import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeRoster, type RosterAct } from './change-roster.ts';
import type { GatheringId, GroupId, SeatId } from './gathering-ids.ts';
import { hasRoom, holdsPlace, type Gathering, type Roster } from './roster.ts';

const begins = Date.parse('2026-12-03T09:00:00Z');
const hour = 3_600_000;
const gathering: Gathering = {
  // Ids of a test: nobody looks whether they are random.
  id: 'g' as GatheringId,
  startsAt: new Date(begins),
  endsAt: new Date(begins + 2 * hour),
  signUpUntil: new Date(begins - 12 * hour),
  places: 3,
  quota: null,
  state: 'open',
};
const groups = [null, 'a', 'b'] as const;

/** What anybody may try, at any seat and in any order, with hours going by in between. */
const anyAct = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('sign-up' as const), group: fc.constantFrom(...groups) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('accept' as const, 'leave' as const, 'confirm' as const),
      seat: fc.nat(12),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('set-places' as const),
      places: fc.integer({ min: 1, max: 5 }),
      quota: fc.constantFrom(null, 1, 2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('close' as const, 'reopen' as const, 'wait' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('move' as const), by: fc.integer({ min: -30, max: 90 }) }) },
);
type Tried = typeof anyAct extends fc.Arbitrary<infer One> ? One : never;
const anyStory = fc.array(fc.record({ act: anyAct, hours: fc.integer({ min: 0, max: 30 }) }), { maxLength: 40 });

function asAct(tried: Tried, at: number, { gathering: { startsAt } }: Roster): RosterAct {
  const id = (text: string | number) => `s${String(text)}` as SeatId;
  switch (tried.type) {
    case 'sign-up':
      return { type: 'sign-up', seat: { id: id(at), group: tried.group as GroupId | null } };
    case 'accept':
    case 'confirm':
      return { type: tried.type, seat: id(tried.seat) };
    case 'leave':
      return { type: 'leave', seat: id(tried.seat), why: 'withdrew' };
    case 'move': {
      const start = startsAt.getTime() + tried.by * hour;
      const time = (hours: number) => new Date(start + hours * hour);
      return { type: 'move', startsAt: time(0), endsAt: time(2), signUpUntil: time(-12) };
    }
    default:
      return tried;
  }
}

/** Lives through a story and looks at every roster on the way. */
function live(story: readonly { readonly act: Tried; readonly hours: number }[], look: Look): void {
  let roster: Roster = { gathering, seats: [] };
  let now = begins - 200 * hour;
  story.forEach(({ act, hours }, at) => {
    now += hours * hour;
    const changed = changeRoster(roster, asAct(act, at, roster), new Date(now));
    if (!changed.ok) return;
    look(roster, changed.value, new Date(now));
    roster = changed.value;
  });
}
type Look = (before: Roster, after: Roster, now: Date) => void;

it('never holds more places than there are, nor more for a group than its quota', () => {
  fc.assert(
    fc.property(anyStory, (story) =>
      live(story, (_before, { gathering: { places, quota }, seats }) => {
        const holding = seats.filter(holdsPlace);
        expect(holding.length).toBeLessThanOrEqual(places);
        for (const group of ['a', 'b'])
          if (quota !== null) expect(holding.filter((seat) => seat.group === group).length).toBeLessThanOrEqual(quota);
      }),
    ),
  );
});

it('leaves no place free that somebody waits for and may have', () => {
  fc.assert(
    fc.property(anyStory, (story) =>
      live(story, (_before, after, now) => {
        if (now >= after.gathering.startsAt) return;
        for (const seat of after.seats)
          if (seat.state.kind === 'waiting') expect(hasRoom(after, seat.group)).toBe(false);
      }),
    ),
  );
});

it('offers in order: who waits behind somebody of the same group is not offered a place before them', () => {
  fc.assert(
    fc.property(anyStory, (story) =>
      live(story, (before, after) => {
        const offered = after.seats.filter(
          ({ id, state }) =>
            state.kind === 'offered' && before.seats.find((seat) => seat.id === id)?.state.kind === 'waiting',
        );
        for (const { turn, group } of offered)
          expect(
            after.seats.some((seat) => seat.state.kind === 'waiting' && seat.group === group && seat.turn < turn),
          ).toBe(false);
      }),
    ),
  );
});

it('takes a place from nobody who was given one, and tells everybody whose state changed', () => {
  fc.assert(
    fc.property(anyStory, (story) =>
      live(story, (before, after) => {
        for (const seat of before.seats) {
          const later = after.seats.find(({ id }) => id === seat.id);
          if (seat.state.kind === 'confirmed' && later?.state.kind !== 'confirmed')
            expect(later?.state).toEqual({ kind: 'left', why: 'withdrew' });
          if (seat.state.kind === 'left') expect(later?.state).toEqual(seat.state);
          if (later?.state.kind !== seat.state.kind) expect(later?.revision).toBeGreaterThan(seat.revision);
        }
      }),
    ),
  );
});
