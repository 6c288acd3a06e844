import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { createMessages } from '#kernel/languages';
import { findPack, journey, releasedPacks, type Fact, type Pack } from '#kernel/procedures';
import type { RecordedFact } from '#modules/casework/client';
import { en } from '../../messages/en.ts';
import { nl } from '../../messages/nl.ts';
import { factLines, type FactLine } from './fact-lines.ts';

function residencePack(): Pack {
  const pack = findPack(releasedPacks, 'nl-residence');
  if (pack === null) throw new Error('no residence pack');
  return pack;
}
const residence = residencePack();

type Recorded = Fact & { readonly id: string };

/** What the list says on 1 June 2026. */
function linesOf(facts: readonly Recorded[]): readonly FactLine[] {
  const answer = expectOk(journey([residence], { facts, parameters: {} }, '2026-06-01'));
  // The engine takes facts exactly as they are recorded.
  return factLines({ facts: facts as RecordedFact[], written: {} }, answer);
}

/** How each fact of the list stands, by its id. */
function standings(facts: readonly Recorded[]): Readonly<Record<string, string>> {
  return Object.fromEntries(linesOf(facts).map(({ fact, standing }) => [fact.id, standing]));
}

const reflection: Recorded = { id: 'start', fact: 'reflection-granted', on: '2026-01-12' };
const report: Recorded = { id: 'report', fact: 'report-signed', on: '2026-02-02' };
const permit: Recorded = { id: 'permit', fact: 'permit-granted', on: '2026-02-20', ground: 'a' };

describe('what the list says of a fact', () => {
  test('recorded in any order, it counts', () => {
    const expected = { start: 'counts', report: 'counts', permit: 'counts' };
    expect(standings([reflection, report, permit])).toEqual(expected);
    expect(standings([permit, report, reflection])).toEqual(expected);
  });

  test('of a later day lies ahead', () => {
    expect(standings([reflection, { ...report, on: '2026-07-01' }])).toMatchObject({ report: 'pending' });
  });

  test('recorded twice is said once, of the second', () => {
    const both = standings([reflection, report, { ...report, id: 'again' }]);
    expect([both['report'], both['again']].toSorted()).toEqual(['counts', 'duplicate']);
  });

  test('that another of the same day contradicts is said of both', () => {
    const other: Recorded = { ...permit, id: 'other', ground: 'b' };
    expect(standings([reflection, report, permit, other])).toMatchObject({
      permit: 'contradiction',
      other: 'contradiction',
    });
  });

  test('that does not fit the journey says so', () => {
    expect(standings([permit, { id: 'late', fact: 'reflection-granted', on: '2026-03-20' }])).toMatchObject({
      late: 'not-permitted',
    });
  });

  test('that does not fit names the stage in which it has no effect', () => {
    const late: Recorded = { id: 'late', fact: 'reflection-granted', on: '2026-03-20' };
    expect(linesOf([permit, late]).find(({ fact }) => fact.id === 'late')?.stage).toBe('S3a');
  });

  test('that was put right stands among the changes of what put it right', () => {
    const right: Recorded = { ...report, id: 'right', on: '2026-02-03', replaces: 'report' };
    const again: Recorded = { ...report, id: 'again', on: '2026-02-04', replaces: 'right' };
    expect(standings([reflection, report, right, again])).toEqual({ start: 'counts', again: 'counts' });
    const changes = linesOf([reflection, report, right, again]).find(({ fact }) => fact.id === 'again')?.changes;
    expect(changes?.map(({ was, is }) => [was.id, is.id])).toEqual([
      ['right', 'again'],
      ['report', 'right'],
    ]);
  });

  test('that was taken out looks taken out, not put right, and keeps what it said before', () => {
    const right: Recorded = { ...report, id: 'right', on: '2026-02-03', replaces: 'report' };
    const out: Recorded = { ...right, id: 'out', replaces: 'right', void: true };
    const lines = linesOf([reflection, report, right, out]);
    expect(lines.map(({ fact, standing, changes }) => [fact.id, standing, changes.length])).toEqual([
      ['right', 'taken-out', 1],
      ['start', 'counts', 0],
    ]);
  });

  test('has words in both languages', () => {
    for (const t of [createMessages('en', [en]), createMessages('nl', [nl])])
      for (const standing of ['taken-out', 'pending', 'not-permitted', 'duplicate', 'contradiction'])
        expect(t(`casework.facts.${standing}`)).not.toBe('');
  });

  test('every fact is there once, as a line or as what a line said before, whatever replaces what', () => {
    const steps = fc.array(fc.record({ replaces: fc.nat(20), day: fc.integer({ min: 10, max: 28 }), how: fc.nat(3) }), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(steps, (given) => {
        // As the acts write them: a fact is replaced at most once, and not after it was taken out.
        const facts: Recorded[] = [];
        for (const [at, { replaces, day, how }] of given.entries()) {
          const open = facts.filter((fact) => fact.void !== true && !facts.some((one) => one.replaces === fact.id));
          const old = how > 0 ? open[replaces % Math.max(1, open.length)] : undefined;
          const isOut = how === 3 && old !== undefined;
          facts.push({
            ...{ id: `f${at}`, fact: 'police-reporting', on: `2026-03-${day}` },
            ...(old ? { replaces: old.id } : {}),
            ...(isOut ? { void: true } : {}),
          });
        }
        const lines = linesOf(facts);
        const told = lines.flatMap(({ fact, changes }) => [fact.id, ...changes.map(({ was }) => was.id)]);
        const recorded = facts.filter((fact) => fact.void !== true).map(({ id }) => id);
        expect(told.toSorted()).toEqual(recorded.toSorted());
        const out = facts.filter((fact) => fact.void === true).map(({ replaces }) => replaces);
        const saidOut = lines.filter(({ standing }) => standing === 'taken-out').map(({ fact }) => fact.id);
        expect(saidOut.toSorted()).toEqual(out.toSorted());
        const days = lines.map(({ fact }) => fact.on);
        expect(days).toEqual(days.toSorted().toReversed());
      }),
      { numRuns: 60 },
    );
  });
});
