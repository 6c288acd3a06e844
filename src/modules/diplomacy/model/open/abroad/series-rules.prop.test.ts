import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addGroups } from './add-groups.ts';
import { addRevision } from './add-revision.ts';
import { findChange } from './find-change.ts';
import { joinSeries, listDifferences } from './join-series.ts';
import { numbersNotIn, numbersOf } from './numbers-not-in.ts';
import { figuresOf, revisionsOf, rowOf, type PublicFigure, type PublicSeries } from './public-series.ts';

const source = { address: 'https://example.org/', title: null, read: null };

function figure(year: number, number: number, revision = 1): PublicFigure {
  return {
    period: { from: year, to: year, perYear: false },
    value: { kind: 'number', number },
    revision: { number: revision, date: null },
    source,
    status: 'counted',
    notes: [],
  };
}

const series: fc.Arbitrary<PublicSeries> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  topic: fc.constantFrom('age', 'form'),
  group: fc.constantFrom('one', 'two'),
  area: fc.constantFrom('NL', 'EU27'),
  unit: fc.constantFrom('persons', 'complaints'),
  publisher: fc.constantFrom('rapporteur', 'comensha', null),
  figures: fc
    .uniqueArray(fc.integer({ min: 2000, max: 2030 }), { minLength: 1, maxLength: 12 })
    .chain((years) =>
      fc
        .array(fc.integer({ min: 0, max: 99_999 }), { minLength: years.length, maxLength: years.length })
        .map((numbers) => years.map((year, at) => figure(year, numbers[at] ?? 0))),
    ),
  checks: fc.constant([]),
});

test('only a series in one revision joins itself; whatever differs is named', () => {
  fc.assert(
    fc.property(series, series, fc.integer({ min: 1, max: 2 }), (one, other, revision) => {
      const drawn = { series: one, revision: 1 };
      expect(joinSeries(drawn, drawn)).toEqual({ ok: true, value: rowOf(one, 1) });
      const joined = joinSeries(drawn, { series: other, revision });
      const same =
        one.id === other.id &&
        one.publisher === other.publisher &&
        one.topic === other.topic &&
        one.group === other.group &&
        one.area === other.area &&
        one.unit === other.unit &&
        revision === 1;
      expect(joined.ok).toBe(same);
      if (!joined.ok) expect(joined.refusal.fields.length).toBeGreaterThan(0);
      // It does not matter which of the two comes first.
      expect(listDifferences(drawn, { series: other, revision })).toEqual(
        listDifferences({ series: other, revision }, drawn),
      );
    }),
  );
});

test('a row holds what was published and nothing else: every year between has its figure or is a gap', () => {
  fc.assert(
    fc.property(series, (one) => {
      const row = rowOf(one, 1);
      const years = row.map(({ year }) => year);
      expect(years).toEqual(Array.from({ length: years.length }, (_, at) => (years[0] ?? 0) + at));
      expect(row.flatMap(({ figure: there }) => (there === null ? [] : [there]))).toEqual(figuresOf(one, 1));
      expect(row[0]?.figure).not.toBeNull();
      expect(row.at(-1)?.figure).not.toBeNull();
    }),
  );
});

test('a new revision leaves every older one as it was', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 }), (one, number, value) => {
      const added = addRevision(one, [figure(2020, value, number)]);
      expect(added.ok).toBe(number > 1);
      if (!added.ok) return;
      expect(figuresOf(added.value, 1)).toEqual(figuresOf(one, 1));
      expect(revisionsOf(added.value)).toEqual([number, 1]);
      expect(joinSeries({ series: added.value, revision: 1 }, { series: added.value, revision: number })).toMatchObject(
        { refusal: { fields: ['revision'] } },
      );
    }),
  );
});

test('a change is told within a series only, and leads back to the number within half a percent', () => {
  fc.assert(
    fc.property(series, series, (one, other) => {
      const [from, to] = [figuresOf(one, 1)[0], figuresOf(one, 1).at(-1)];
      if (from === undefined || to === undefined) return;
      const place = (year: number) => ({ series: one, revision: 1, year });
      const change = findChange(place(from.period.from), place(to.period.from));
      const [base = 0] = numbersOf(from.value);
      const [end = 0] = numbersOf(to.value);
      if (base === 0) expect(change).toMatchObject({ refusal: { type: 'FigureZero' } });
      else if (change.ok)
        expect(Math.abs(base + (base * change.value) / 100 - end)).toBeLessThanOrEqual(base / 200 + 1e-9);
      const across = findChange(place(from.period.from), { series: other, revision: 1, year: to.period.from });
      if (listDifferences({ series: one, revision: 1 }, { series: other, revision: 1 }).length > 0)
        expect(across).toMatchObject({ ok: false, refusal: { type: 'SeriesDiffer' } });
    }),
  );
});

test('groups are added up only where they are told apart, and never across what differs', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (one, a, b) => {
      const first = { ...one, group: 'one', figures: [figure(2020, a)] };
      const second = { ...one, group: 'two', figures: [figure(2020, b)] };
      expect(addGroups([first, second], 2020, 1)).toEqual({ ok: true, value: a + b });
      expect(addGroups([first, first], 2020, 1)).toMatchObject({ refusal: { type: 'GroupTwice' } });
      expect(addGroups([first, second], 2021, 1)).toMatchObject({ refusal: { type: 'FigureMissing' } });
      const elsewhere: PublicSeries = { ...second, publisher: 'eurostat' };
      expect(addGroups([first, elsewhere], 2020, 1)).toMatchObject({ refusal: { type: 'GroupsDiffer' } });
      const shared: PublicSeries = { ...second, figures: [{ ...figure(2020, b), notes: [{ code: 'overlap' }] }] };
      expect(addGroups([first, shared], 2020, 1)).toMatchObject({ refusal: { type: 'GroupsOverlap' } });
    }),
  );
});

test('every number of the table may stand in a text, in any way of writing it, and no other number may', () => {
  fc.assert(
    fc.property(series, fc.constantFrom(',', '.', '\u202F', '\u00A0', '’', ''), fc.nat(999_999), (one, sign, other) => {
      const write = (number: number) => String(number).replaceAll(/\B(?=(\d{3})+(?!\d))/g, sign);
      const known = figuresOf(one, 1).flatMap(({ value, period }) => [...numbersOf(value), period.from]);
      const row = rowOf(one, 1).map(({ year }) => year);
      const text = figuresOf(one, 1)
        .map(({ value, period }) => `In ${String(period.from)} were ${numbersOf(value).map(write).join(' ')}.`)
        .join(' ');
      expect(numbersNotIn(text, one, 1)).toEqual([]);
      const stranger = numbersNotIn(`${text} And ${write(other)}.`, one, 1);
      expect(stranger.length).toBe(known.includes(other) || row.includes(other) ? 0 : 1);
    }),
  );
});
