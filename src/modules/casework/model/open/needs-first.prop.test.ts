import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, createId, type SpaceId, type UserId } from '#platform/base';
import type { Due, DueId } from './due.ts';
import { needBands, needsOfOpenCase, rankNeeds, type Need, type NeedBand } from './needs-first.ts';

const on = civilDate('2026-11-24');
// A readable id; nothing here asks for the form of a real one.
const caseId = 'a' as SpaceId;
const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(on, days));
const need: fc.Arbitrary<Need> = fc.record({
  subject: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  band: fc.constantFrom<NeedBand>(...Object.values(needBands)),
  reason: fc.constantFrom('silence', 'no-lead', 'hard-date-late'),
  date: fc.option(day, { nil: null }),
  acceptedOn: fc.option(day, { nil: null }),
});

test('an unrelated case never reorders the others, and the order of the input never matters', () => {
  fc.assert(
    fc.property(fc.array(need), need, fc.integer(), (needs, other, seed) => {
      const ranked = rankNeeds(needs);
      const withOther = rankNeeds([...needs, { ...other, subject: 'z' }]);
      expect(withOther.filter(({ subject }) => subject !== 'z')).toEqual(ranked);
      const shuffled = needs.toSorted((left, right) => ((left.band * 7 + seed) % 5) - ((right.band * 7 + seed) % 5));
      expect(rankNeeds(shuffled)).toEqual(ranked);
    }),
  );
});

test('each subject stands once, in its lowest band, with the count of the rest', () => {
  fc.assert(
    fc.property(fc.array(need), (needs) => {
      for (const line of rankNeeds(needs)) {
        const own = needs.filter(({ subject }) => subject === line.subject);
        expect(line.band).toBe(Math.min(...own.map(({ band }) => band)));
        expect(line.more).toBe(own.length - 1);
      }
    }),
  );
});

const id = createId<DueId>((length) => crypto.getRandomValues(new Uint8Array(length)));
const lead = createId<UserId>((length) => crypto.getRandomValues(new Uint8Array(length)));
const due = (over: Partial<Due>): Due => ({
  id,
  type: 'permit',
  date: on,
  whose: 'person',
  weight: 'hard',
  metOn: null,
  ...over,
});
const bandsOf = (row: Due) =>
  needsOfOpenCase({ id: caseId, state: { name: 'active', on, lead }, due: [row], acceptedOn: null }, on).map(
    ({ band, reason }) => [band, reason],
  );

test('dates fall into the bands of the design', () => {
  expect(bandsOf(due({ date: addDays(on, -1) }))).toEqual([[2, 'hard-date-late']]);
  expect(bandsOf(due({ date: on }))).toEqual([[3, 'hard-date-soon']]);
  expect(bandsOf(due({ date: addDays(on, 7) }))).toEqual([[3, 'hard-date-soon']]);
  expect(bandsOf(due({ date: addDays(on, 8) }))).toEqual([]);
  expect(bandsOf(due({ date: addDays(on, -1), metOn: on }))).toEqual([]);
  expect(bandsOf(due({ date: addDays(on, -1), whose: 'authority' }))).toEqual([[8, 'authority-late']]);
  expect(bandsOf(due({ date: addDays(on, -1), weight: 'duty' }))).toEqual([[8, 'own-date-late']]);
});

test('states ask for somebody', () => {
  const bands = (state: Parameters<typeof needsOfOpenCase>[0]['state']) =>
    needsOfOpenCase({ id: caseId, state, due: [], acceptedOn: null }, on).map(({ band }) => band);
  expect(bands({ name: 'referred', on, answerBy: addDays(on, -1) })).toEqual([1]);
  expect(bands({ name: 'intake', on, safetyBy: addDays(on, -1) })).toEqual([1]);
  expect(bands({ name: 'accepted', on: addDays(on, -3) })).toEqual([]);
  expect(bands({ name: 'accepted', on: addDays(on, -4) })).toEqual([5]);
  expect(bands({ name: 'active', on, lead: null })).toEqual([5]);
  expect(bands({ name: 'closed', on })).toEqual([]);
});
