import { expect, test } from 'vitest';
import { addGroups, overlappingYears } from '../add-groups.ts';
import { checkSums } from '../check-sums.ts';
import { findChange } from '../find-change.ts';
import { joinSeries } from '../join-series.ts';
import { figuresOf, rowOf, type PublicSeries } from '../public-series.ts';
import { publicLibrary, type LibrarySeries } from './public-library.ts';
import { sources } from './sources.ts';

const find = (id: LibrarySeries['id']): PublicSeries => {
  const series = publicLibrary.find((one) => one.id === id);
  if (series === undefined) throw new Error(`no series ${id}`);
  return series;
};
const rapporteur = find('registered-everybody-rapporteur');
const comensha = find('registered-everybody-comensha');

test('no series comes twice, every figure has an address, and no year comes twice in a revision', () => {
  expect(new Set(publicLibrary.map(({ id }) => id)).size).toBe(publicLibrary.length);
  for (const series of publicLibrary) {
    const years = figuresOf(series, 1).map(({ period }) => period.from);
    expect(new Set(years).size, series.id).toBe(series.figures.length);
    for (const { source } of series.figures) expect(source.address).toMatch(/^https:\/\//);
  }
});

test('1,334 and 1,372 are two series of the same year, and are never one line', () => {
  const valueIn2019 = (series: PublicSeries) => figuresOf(series, 1).find(({ period }) => period.from === 2019)?.value;
  expect(valueIn2019(rapporteur)).toEqual({ kind: 'number', number: 1334 });
  expect(valueIn2019(comensha)).toEqual({ kind: 'number', number: 1372 });
  const joined = joinSeries({ series: rapporteur, revision: 1 }, { series: comensha, revision: 1 });
  expect(joined).toEqual({ ok: false, refusal: { type: 'SeriesDiffer', fields: ['series', 'publisher'] } });
  const change = findChange(
    { series: rapporteur, revision: 1, year: 2019 },
    { series: comensha, revision: 1, year: 2020 },
  );
  expect(change).toMatchObject({ ok: false, refusal: { type: 'SeriesDiffer' } });
  const within = findChange(
    { series: rapporteur, revision: 1, year: 2019 },
    { series: rapporteur, revision: 1, year: 2020 },
  );
  expect(within).toEqual({ ok: true, value: -26 });
});

test('years of which nothing is known are gaps', () => {
  const gaps = rowOf(comensha, 1).flatMap(({ year, figure }) => (figure === null ? [year] : []));
  expect(gaps).toEqual([2008, 2009, 2010, 2014, 2015, 2016, 2017, 2018]);
});

test('groups add up to the registered persons of their year, but for 2020, where they overlap', () => {
  const groups = publicLibrary.filter(({ topic }) => topic === 'exploitation');
  const of = (year: number): readonly PublicSeries[] =>
    groups.filter((series: PublicSeries) => series.figures.some(({ period }) => period.from === year));
  expect(addGroups(of(2016), 2016, 1)).toEqual({ ok: true, value: 952 });
  expect(addGroups(of(2018), 2018, 1)).toEqual({ ok: true, value: 668 });
  expect(addGroups(of(2019), 2019, 1)).toEqual({ ok: true, value: 1334 });
  expect(addGroups(of(2020), 2020, 1)).toEqual({ ok: false, refusal: { type: 'GroupsOverlap' } });
  expect(overlappingYears(find('exploitation-sexual'))).toEqual([2020]);
});

test('sums travel with a series: four years of one publisher make the total that was published of them', () => {
  const check = { years: [2019, 2020, 2021, 2022], total: 3990, source: sources.comensha2020 };
  const [found] = checkSums({ ...comensha, checks: [check] }, 1);
  expect(found).toMatchObject({ sum: 3990, holds: true });
  const mistyped = { ...comensha, checks: [{ ...check, years: [2018, 2020, 2021, 2022] }] };
  expect(checkSums(mistyped, 1)).toMatchObject([{ sum: null, holds: false }]);
});
