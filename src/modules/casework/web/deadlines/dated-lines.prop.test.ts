import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type CivilDate } from '#platform/base';
import { dateSpans, spanOf, weeksOf, type DatedLine } from './dated-lines.ts';

// The day is written out in the form of a day.
const today = '2026-11-25' as CivilDate;

/** A line of which only the date and the side are looked at. */
function lineOn(date: CivilDate, whose: 'person' | 'authority'): DatedLine {
  return { entry: {}, due: { date, whose } } as unknown as DatedLine;
}

it('puts later dates into the same or a later span', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 800 }), fc.integer({ min: 0, max: 400 }), (from, more) => {
      const near = dateSpans.indexOf(spanOf(addDays(today, from), today));
      const far = dateSpans.indexOf(spanOf(addDays(today, from + more), today));
      return near <= far;
    }),
  );
});

it('counts the seventh, thirtieth and ninetieth day along', () => {
  const spans = [-1, 0, 7, 8, 30, 31, 90, 91].map((days) => spanOf(addDays(today, days), today));
  expect(spans).toEqual(['late', 'week', 'week', 'month', 'month', 'quarter', 'quarter', 'later']);
});

it('counts each date of the thirteen weeks once, on its side', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -30, max: 120 }), fc.boolean())), (picked) => {
      const lines = picked.map(([days, ours]) => lineOn(addDays(today, days), ours ? 'person' : 'authority'));
      const weeks = weeksOf(lines, today);
      const [first] = weeks;
      if (!first) return false;
      const end = addDays(first.from, 91);
      const inside = lines.filter(({ due }) => due.date >= first.from && due.date < end);
      const sum = weeks.reduce((total, { person, authority }) => total + person + authority, 0);
      return weeks.length === 13 && first.from === '2026-11-23' && sum === inside.length;
    }),
  );
});
