import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { createMessages } from '#kernel/languages';
import { findPack, journey, releasedPacks, type Fact, type Pack } from '#kernel/procedures';
import { en } from '../../messages/en.ts';
import { nl } from '../../messages/nl.ts';
import { factStanding } from './fact-standing.ts';

function residencePack(): Pack {
  const pack = findPack(releasedPacks, 'nl-residence');
  if (pack === null) throw new Error('no residence pack');
  return pack;
}
const residence = residencePack();

/** How each fact stands on 1 June 2026, by its id. */
function standings(facts: readonly Fact[]): Readonly<Record<string, string>> {
  const answer = expectOk(journey([residence], { facts, parameters: {} }, '2026-06-01'));
  return Object.fromEntries(facts.map((fact) => [fact.id, factStanding(fact, answer)]));
}

const reflection: Fact = { id: 'start', fact: 'reflection-granted', on: '2026-01-12' };
const report: Fact = { id: 'report', fact: 'report-signed', on: '2026-02-02' };
const permit: Fact = { id: 'permit', fact: 'permit-granted', on: '2026-02-20', ground: 'a' };

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
    const other: Fact = { ...permit, id: 'other', ground: 'b' };
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

  test('that was put right is kept and no longer counts', () => {
    const right: Fact = { ...report, id: 'right', on: '2026-02-03', replaces: 'report' };
    expect(standings([reflection, report, right])).toMatchObject({ report: 'corrected', right: 'counts' });
  });

  test('has words in both languages', () => {
    for (const t of [createMessages('en', [en]), createMessages('nl', [nl])])
      for (const standing of ['corrected', 'pending', 'not-permitted', 'duplicate', 'contradiction'])
        expect(t(`casework.facts.${standing}`)).not.toBe('');
  });
});
