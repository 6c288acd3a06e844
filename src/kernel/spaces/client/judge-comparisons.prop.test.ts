import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createId, type RecordId, type UserId } from '#platform/base';
import { doubtsAbout, doubtsBetween, standingOf, type Colleagues, type Statement } from './judge-comparisons.ts';

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const people = Array.from({ length: 5 }, () => createId<UserId>(randomBytes));
const coordinators = people.slice(0, 2);
const keysNamed = (user: UserId, generation: number) => ({
  encryption: `seal ${user} ${generation}`,
  signing: `sign ${user} ${generation}`,
});

/** Colleagues whose keys are of a generation; nobody changed them where none is given. */
function colleaguesWith(generations: ReadonlyMap<UserId, number> = new Map()): Colleagues {
  return {
    keysOf: (user) => keysNamed(user, generations.get(user) ?? 0),
    coordinates: (user) => coordinators.includes(user),
  };
}

type Said = Pick<Statement, 'by' | 'other' | 'result'> & { readonly generation?: number };

function statementsOf(said: readonly Said[]): readonly Statement[] {
  return said.map(({ by, other, result, generation = 0 }, at) => ({
    record: createId<RecordId>(randomBytes),
    seq: at + 1,
    by,
    other,
    result,
    time: '2026-11-25T14:00Z',
    way: 'in-person',
    own: keysNamed(by, generation),
    theirs: keysNamed(other, generation),
  }));
}

const person = fc.constantFrom(...people);
const saying: fc.Arbitrary<Said> = fc
  .record({ by: person, other: person, result: fc.constantFrom('same' as const, 'different' as const) })
  .filter(({ by, other }) => by !== other);
const sayings = fc.array(saying, { maxLength: 14 });
const [anna, ben, lea, olaf] = people as [UserId, UserId, UserId, UserId];

describe('what people found when they compared', () => {
  test('what a coordinator found different stands, whatever anybody else says later', () => {
    fc.assert(
      fc.property(sayings, sayings, person, (before, after, doubtful) => {
        fc.pre(doubtful !== anna);
        const others = after.filter(({ by }) => by !== anna);
        const found = { by: anna, other: doubtful, result: 'different' } as const;
        const statements = statementsOf([...before, found, ...others]);
        const doubts = doubtsAbout({ statements, colleagues: colleaguesWith() }, doubtful);
        expect(doubts.map(({ seq }) => seq)).toContain(before.length + 1);
      }),
    );
  });

  test('what anybody found different is not solved by the one it is about', () => {
    fc.assert(
      fc.property(sayings, sayings, person, person, (before, after, finder, doubtful) => {
        fc.pre(finder !== doubtful);
        const own = after.map((said) => ({ ...said, by: doubtful })).filter(({ by, other }) => by !== other);
        const statements = statementsOf([...before, { by: finder, other: doubtful, result: 'different' }, ...own]);
        expect(doubtsAbout({ statements, colleagues: colleaguesWith() }, doubtful)).not.toEqual([]);
      }),
    );
  });

  test('changed keys void what was found the same and solve nothing that was found different', () => {
    fc.assert(
      fc.property(sayings, person, (said, changed) => {
        const statements = statementsOf(said);
        const before = { statements, colleagues: colleaguesWith() };
        const after = { statements, colleagues: colleaguesWith(new Map([[changed, 1]])) };
        const seqsOf = (doubts: readonly Statement[]) => doubts.map(({ seq }) => seq);
        expect(seqsOf(doubtsAbout(after, changed))).toEqual(
          expect.arrayContaining(seqsOf(doubtsAbout(before, changed))),
        );
        for (const other of people) {
          for (const [by, about] of [
            [other, changed],
            [changed, other],
          ] as const) {
            const standing = standingOf(before, by, about).is;
            expect(standingOf(after, by, about).is).toBe(standing === 'same' ? 'void' : standing);
          }
        }
      }),
    );
  });

  test('its author solves it by finding the same, for both ways', () => {
    fc.assert(
      fc.property(sayings, person, person, (before, finder, doubtful) => {
        fc.pre(finder !== doubtful);
        const statements = statementsOf([
          ...before,
          { by: finder, other: doubtful, result: 'different' },
          { by: finder, other: doubtful, result: 'same' },
        ]);
        const judged = { statements, colleagues: colleaguesWith() };
        const left = [...doubtsAbout(judged, doubtful), ...doubtsBetween(judged, doubtful, finder)];
        expect(left.filter(({ by, other }) => by === finder && other === doubtful)).toEqual([]);
      }),
    );
  });

  test('nobody is doubted of whom nobody said so, and every doubt names who said it', () => {
    fc.assert(
      fc.property(sayings, person, (said, user) => {
        const judged = { statements: statementsOf(said), colleagues: colleaguesWith() };
        for (const { by, other, result } of doubtsAbout(judged, user)) {
          expect([other, result]).toEqual([user, 'different']);
          expect(said.some((one) => one.by === by && one.other === user && one.result === 'different')).toBe(true);
        }
      }),
    );
  });

  test('a volunteer’s finding is solved by a coordinator who finds the keys of today, not by a volunteer', () => {
    const found = { by: lea, other: olaf, result: 'different' } as const;
    const after = (said: Said) => {
      const judged = { statements: statementsOf([found, said]), colleagues: colleaguesWith() };
      return doubtsAbout(judged, olaf).length;
    };
    expect(after({ by: ben, other: olaf, result: 'same' })).toBe(0);
    expect(after({ by: ben, other: olaf, result: 'same', generation: 7 })).toBe(1);
    expect(after({ by: people[4] ?? ben, other: olaf, result: 'same' })).toBe(1);
  });

  test('whoever was found different grants nothing to whoever found it, until they compare again', () => {
    const found = { by: lea, other: ben, result: 'different' } as const;
    const between = (more: readonly Said[]) => {
      const judged = { statements: statementsOf([found, ...more]), colleagues: colleaguesWith() };
      return [doubtsBetween(judged, ben, lea).length, doubtsBetween(judged, anna, lea).length];
    };
    expect(between([])).toEqual([1, 0]);
    expect(between([{ by: ben, other: lea, result: 'same' }])).toEqual([0, 0]);
    // That Anna finds Ben's keys to be his says nothing of Lea's as Ben sees them.
    expect(between([{ by: anna, other: ben, result: 'same' }])).toEqual([1, 0]);
  });

  test('somebody whose keys were revoked is no question any more', () => {
    const statements = statementsOf([{ by: anna, other: olaf, result: 'different' }]);
    const colleagues = { ...colleaguesWith(), keysOf: () => null };
    expect(doubtsAbout({ statements, colleagues }, olaf)).toEqual([]);
  });
});
