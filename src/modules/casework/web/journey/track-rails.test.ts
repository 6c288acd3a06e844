import { describe, expect, test } from 'vitest';
import { civilDate, expectOk } from '#platform/base';
import { findPack, journey, releasedPacks, type Fact, type NextStep } from '#kernel/procedures';
import type { RecordedFact } from '#modules/casework/client';
import { factLines } from './fact-lines.ts';
import { doorOf, trackRails, type TrackRail } from './track-rails.ts';

const packs = ['nl-residence', 'nl-complaint', 'nl-compensation', 'nl-identity'].flatMap(
  (id) => findPack(releasedPacks, id) ?? [],
);

/** The rails of facts, one a line: `2026-02-02 report-signed`, seen on a day. */
function railsOf(told: string, on: string): Readonly<Record<string, TrackRail>> {
  const facts = told
    .trim()
    .split('\n')
    .map((line, at): RecordedFact => {
      const [day = '', fact = '', ...fields] = line.trim().split(' ');
      const more = Object.fromEntries(fields.map((field) => field.split('=')));
      return { id: `f${at}`, fact, on: civilDate(day), ...more } as RecordedFact;
    });
  // The engine takes facts exactly as they are recorded.
  const answer = expectOk(journey(packs, { facts: facts as readonly Fact[], parameters: {} }, on));
  const rails = trackRails(answer, packs, factLines({ facts, written: {} }, answer), 'en');
  return Object.fromEntries(rails.map((rail) => [rail.stage.track, rail]));
}

const refused = `
  2026-01-12 reflection-granted
  2026-02-02 report-signed
  2026-02-20 permit-granted ground=b
  2026-11-02 extension-requested
  2026-11-06 extension-refused
  2026-10-20 offence-ended`;

describe('the rails of a case', () => {
  test('say of every stage since when and by which fact, and of the present one too', () => {
    const { residence } = railsOf(refused, '2026-11-10');
    expect(
      residence?.steps.map((step) => ('since' in step ? [step.kind, step.since, step.cause?.title] : step.kind)),
    ).toEqual([
      ['passed', '2026-01-12', undefined],
      ['passed', '2026-01-12', 'Reflection period granted'],
      ['passed', '2026-02-02', 'Report signed with the police'],
      ['passed', '2026-02-20', 'Permit granted'],
      ['passed', '2026-11-02', 'Extension received by the IND'],
      ['now', '2026-11-06', 'Extension refused'],
    ]);
  });

  test('put a step on the track that it moves, although the stage of another makes it possible', () => {
    const { residence, remedy } = railsOf(refused, '2026-11-10');
    expect(residence?.next.map(({ by }) => by)).not.toContain('objection-lodged');
    expect(remedy?.next.map(({ by }) => by)).toEqual(['objection-lodged']);
    expect(remedy?.waitsFor?.ref).toBe('D13');
    expect(remedy?.steps.at(-1)).toMatchObject({ kind: 'maybe', title: 'Objection pending', door: { is: 'open' } });
  });

  test('name the date whose passing began a stage', () => {
    const { residence } = railsOf('2026-01-12 reflection-granted', '2026-06-01');
    expect(residence?.steps.findLast(({ kind }) => kind === 'now')).toMatchObject({
      since: '2026-04-12',
      cause: { kind: 'timer', title: 'Reflection period' },
    });
  });

  test('tell tracks that have begun from those that stand where they began', () => {
    const rails = railsOf(refused, '2026-11-10');
    const begun = Object.entries(rails).flatMap(([track, rail]) => (rail.begun ? [track] : []));
    expect(begun.toSorted()).toEqual(['fund', 'remedy', 'residence']);
    expect(rails['asylum']?.steps.map(({ kind }) => kind)).toContain('now');
  });

  test('list every step of the answer on one track, and none twice', () => {
    for (const on of ['2026-01-20', '2026-02-10', '2026-03-01', '2026-11-03', '2026-11-10', '2027-03-01']) {
      const told = refused
        .trim()
        .split('\n')
        .filter((line) => line.trim().slice(0, 10) <= on)
        .join('\n');
      const rails = Object.values(railsOf(told, on));
      const listed = rails.flatMap(({ next }) => next.map(({ by, to, route }) => `${by} ${to} ${route}`));
      expect(new Set(listed).size, on).toBe(listed.length);
      expect(
        rails.every(({ steps }) => steps.filter(({ kind }) => kind === 'now').length === 1),
        on,
      ).toBe(true);
    }
  });
});

describe('whether a step can be taken', () => {
  const step = (open: boolean, guards: NextStep['guards']): NextStep => ({
    ...{ by: 'continued-stay-requested', to: 'S5-applied', open, guards },
    ...({ sources: [], confidence: 'B' } as const),
  });

  test('is open, shut, or open from the last of the days it waits for', () => {
    expect(doorOf(step(true, [{ id: 'a', state: 'to-show' }]))).toEqual({ is: 'open' });
    const days: NextStep['guards'] = [
      { id: 'a', state: 'due-on', on: '2027-03-01' },
      { id: 'b', state: 'due-on', on: '2027-02-01' },
      { id: 'c', state: 'met' },
    ];
    expect(doorOf(step(false, days))).toEqual({ is: 'opens', on: '2027-03-01' });
    expect(doorOf(step(false, [...days, { id: 'd', state: 'unmet' }]))).toEqual({ is: 'closed' });
    expect(doorOf(step(false, [{ id: 'a', state: 'due-on' }]))).toEqual({ is: 'closed' });
  });
});
