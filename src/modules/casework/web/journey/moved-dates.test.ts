import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, expectOk } from '#platform/base';
import { findPack, journey, releasedPacks, type Fact, type JourneyAnswer } from '#kernel/procedures';
import type { RecordedFact } from '#modules/casework/client';
import { factLines } from './fact-lines.ts';
import { movedDates } from './moved-dates.ts';
import { shownBefore } from './shown-before.ts';
import { factThatCameLate, factThatMet } from './what-met.ts';

const packs = ['nl-residence', 'nl-compensation'].flatMap((id) => findPack(releasedPacks, id) ?? []);

function answerOf(facts: readonly RecordedFact[], on = '2026-06-01'): JourneyAnswer {
  // The engine takes facts exactly as they are recorded.
  return expectOk(journey(packs, { facts: facts as readonly Fact[], parameters: {} }, on));
}

function record(id: string, fact: string, on: string, more: Readonly<Record<string, unknown>> = {}): RecordedFact {
  const given = Object.entries(more).filter(([, value]) => value !== undefined);
  return { id, fact, on: civilDate(on), ...Object.fromEntries(given) } as RecordedFact;
}

const movesOf = (facts: readonly RecordedFact[], on?: string) => movedDates(facts, (given) => answerOf(given, on));
const card = record('card', 'permit-granted', '2026-02-20', { ground: 'b' });
const report = record('report', 'report-signed', '2026-02-02');
const refused = record('refused', 'permit-refused', '2026-05-11', { madeKnown: '2026-05-13' });

describe('what a correction did to the dates', () => {
  test('a date goes on under its new name, with the day it was moved from and the fact that moved it', () => {
    const right = record('right', 'permit-granted', '2026-02-24', { ground: 'b', replaces: 'card' });
    const { moves, gone } = movesOf([report, card, right]);
    expect(gone).toEqual([]);
    expect(moves.get('D9:permit-granted:2026-02-24')).toEqual([
      {
        from: { id: 'D9:permit-granted:2026-02-20', due: '2027-02-18', state: 'running' },
        to: { id: 'D9:permit-granted:2026-02-24', due: '2027-02-22', state: 'running' },
        was: card,
        by: right,
      },
    ]);
    expect(moves.has('D9:permit-granted:2026-02-20')).toBe(false);
  });

  test('a field alone can move it, twice, and both are kept in their order', () => {
    const one = record('one', 'permit-refused', '2026-05-11', { madeKnown: '2026-05-15', replaces: 'refused' });
    const two = record('two', 'permit-refused', '2026-05-11', { madeKnown: '2026-05-14', replaces: 'one' });
    const { moves } = movesOf([report, refused, one, two]);
    const objection = moves.get('D13:permit-refused:2026-05-11') ?? [];
    expect(objection.map(({ from, to, by }) => [from.due, to?.due, by.id])).toEqual([
      ['2026-06-10', '2026-06-12', 'one'],
      ['2026-06-12', '2026-06-11', 'two'],
    ]);
  });

  test('a date that ends is named as it stood, and is back when the fact is', () => {
    const out = record('out', 'permit-refused', '2026-05-11', { void: true, replaces: 'refused' });
    const { moves, gone } = movesOf([report, refused, out]);
    expect(moves.size).toBe(0);
    expect(gone.map(({ deadline }) => deadline.ref)).toEqual(['D13', 'D16']);
    expect(gone[0]?.moves).toMatchObject([{ to: null, was: refused, by: out }]);
    const again = record('again', 'permit-refused', '2026-05-11', { madeKnown: '2026-05-13' });
    expect(movesOf([report, refused, out, again]).gone).toEqual([]);
  });

  test('a date that was met runs again when what met it is taken out', () => {
    const lodged = record('lodged', 'objection-lodged', '2026-05-20');
    const out = record('out', 'objection-lodged', '2026-05-20', { void: true, replaces: 'lodged' });
    const { moves, gone } = movesOf([report, refused, lodged, out]);
    expect(moves.get('D13:permit-refused:2026-05-11')).toMatchObject([
      { from: { state: 'met' }, to: { state: 'running', due: '2026-06-10' } },
    ]);
    // What ran from the objection is no more.
    expect(gone.map(({ deadline }) => deadline.ref)).toEqual(['D15']);
  });

  test('without a correction nothing moved, whatever came later', () => {
    expect(movesOf([refused, report, record('x', 'objection-lodged', '2026-05-20')])).toEqual({
      moves: new Map(),
      gone: [],
    });
  });

  test('each move begins where the one before ended, and the last ends at the date that is shown', () => {
    const corrections = fc.array(fc.record({ which: fc.nat(2), days: fc.integer({ min: -6, max: 6 }) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(corrections, (given) => {
        const newest = [report, card, record('rvb', 'rvb-requested', '2026-02-09')];
        const facts = [...newest];
        for (const [at, { which, days }] of given.entries()) {
          const old = newest[which];
          if (!old) continue;
          const right = record(`right-${at}`, old.fact, addDays(old.on, days), {
            ground: old['ground'],
            replaces: old.id,
          });
          newest[which] = right;
          facts.push(right);
        }
        const { moves } = movesOf(facts);
        const now = new Map(answerOf(facts).deadlines.map((deadline) => [deadline.id, deadline]));
        for (const [id, list] of moves) {
          expect(list.at(-1)?.to?.due).toBe(now.get(id)?.due);
          for (const [at, move] of list.entries()) if (at > 0) expect(move.from.due).toBe(list[at - 1]?.to?.due);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what was shown before', () => {
  const shown = (on: string, date: string) => ({
    ...{ on: civilDate(on), stage: 'S7' },
    dates: [
      {
        ...{ deadline: 'D13:x', ref: 'D13', date: civilDate(date), title: 'Objection' },
        ...({ whose: 'person', weight: 'hard', state: 'running' } as const),
      },
    ],
  });

  test('is said where no correction explains it', () => {
    const kept = [
      shown('2026-05-12', '2026-06-08'),
      shown('2026-05-14', '2026-06-09'),
      shown('2026-05-20', '2026-06-10'),
    ];
    const now = { id: 'D13:x', due: '2026-06-10' };
    expect(shownBefore(kept, now, [])).toEqual({ date: '2026-06-09', until: '2026-05-14' });
    const from = { id: 'D13:x', due: '2026-06-09', state: 'running' } as const;
    const move = { from, to: null, was: refused, by: refused };
    expect(shownBefore(kept, now, [move])).toEqual({ date: '2026-06-08', until: '2026-05-12' });
    expect(shownBefore(kept, { id: 'D14:x', due: '2026-06-10' }, [])).toBeNull();
  });
});

describe('what met a date, and what came too late for it', () => {
  const stands = (facts: readonly RecordedFact[], on: string) => {
    const answer = answerOf(facts, on);
    const objection = answer.deadlines.find(({ ref }) => ref === 'D13');
    if (!objection) throw new Error('no objection');
    const lines = factLines({ facts: [...facts], written: {} }, answer);
    return [factThatMet(lines, packs, objection)?.id, factThatCameLate(lines, packs, objection)?.id];
  };

  test('is the fact itself', () => {
    expect(stands([report, refused], '2026-06-01')).toEqual([undefined, undefined]);
    const lodged = record('lodged', 'objection-lodged', '2026-06-10');
    expect(stands([report, refused, lodged], '2026-06-20')).toEqual(['lodged', undefined]);
    expect(stands([report, refused, record('lodged', 'objection-lodged', '2026-06-11')], '2026-06-20')).toEqual([
      undefined,
      'lodged',
    ]);
  });
});
