import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { compareAnswers, findPack, journey, releasedPacks, type Fact, type JourneyAnswer } from '../index.ts';
import { anyDay, anyFacts } from '../testing/build-facts.ts';
import { ask } from '../testing/ask.ts';

const pack = findPack(releasedPacks, 'nl-residence');
if (pack === null) throw new Error('no pack');
const residence = pack;

const answerTo = (facts: readonly Fact[], on: string): JourneyAnswer => expectOk(journey([residence], { facts }, on));

describe('two answers', () => {
  test('that are equal differ in nothing, and any two differ the same way round and back', () => {
    fc.assert(
      fc.property(anyFacts(residence), anyFacts(residence), anyDay, (one, other, on) => {
        const [left, right] = [answerTo(one, on), answerTo(other, on)];
        expect(compareAnswers(left, left)).toEqual([]);
        const there = compareAnswers(left, right);
        const back = compareAnswers(right, left);
        const turned = back.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before }));
        // The title of a date that both have is the one of the later answer.
        const untitled = (all: readonly object[]): readonly unknown[] =>
          all.map((one: object) => ({ ...one, title: null }));
        expect(untitled(turned)).toEqual(untitled(there));
        const named = there.map((one) => [one.what, 'track' in one ? one.track : one.id].join(' '));
        expect(new Set(named).size).toBe(named.length);
        if (
          JSON.stringify(left.deadlines.map(({ id, due }) => [id, due])) !==
          JSON.stringify(right.deadlines.map(({ id, due }) => [id, due]))
        )
          expect(there.some(({ what }) => what === 'date')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('tell a date that moved, one that is new, one that is gone, and what else changed', () => {
    const before = ask('2026-02-01 report-signed\n2026-11-26 permit-refused', '2026-12-01');
    const after = ask(
      '2026-02-01 report-signed\n2026-11-26 permit-refused madeKnown=2026-11-27\n2026-12-01 objection-lodged',
      '2026-12-01',
    );
    const differences = compareAnswers(before, after);
    expect(differences).toContainEqual({
      what: 'date',
      id: 'D13:permit-refused:2026-11-26',
      title: 'Objection or appeal',
      before: { due: '2026-12-24', state: 'running', confidence: 'A' },
      after: { due: '2026-12-28', state: 'met', confidence: 'B' },
    });
    expect(differences).toContainEqual(
      expect.objectContaining({ what: 'date', id: 'D15:objection-lodged:2026-12-01', before: null }),
    );
    expect(differences).toContainEqual({
      what: 'stage',
      track: 'remedy',
      before: 'objection-open',
      after: 'objection-pending',
    });
    expect(differences).toContainEqual({
      what: 'step',
      id: 'objection-lodged objection-pending',
      before: 'open A',
      after: null,
    });
  });

  test('tell rights, duties, papers and warnings', () => {
    const before = ask('2026-02-01 reflection-granted', '2026-02-02');
    const after = ask('2026-02-01 reflection-granted\n2026-02-02 report-signed', '2026-02-02', { dublin: true });
    const lines = compareAnswers(before, after).map((one) =>
      [one.what, 'track' in one ? one.track : one.id, JSON.stringify(one.before), JSON.stringify(one.after)].join(' '),
    );
    expect(lines).toContain('right stay "yes Vw 8(k) A" "yes Vw 8(f) B"');
    expect(lines).toContain('right no-removal "yes A" null');
    expect(lines).toContain('obligation report-monthly "B" null');
    expect(lines).toContain('document S3d-applied threat-statement "needed B" null');
  });
});
