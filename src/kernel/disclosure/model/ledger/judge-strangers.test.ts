import { describe, expect, test } from 'vitest';
import { expectOk, type UserId } from '#platform/base';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import {
  correctionOf,
  exactly,
  ledgerOf,
  numbered,
  releaseOf,
  saidOf,
  shownAs,
} from '../../../../../tests/support/ledger-contents.ts';
import { checkNote } from './check-note.ts';
import { judgeRelease } from './judge-release.ts';
import type { CategorySets, LedgerContent, LedgerFigure } from './ledger-entry.ts';

const judge = async (contents: readonly LedgerContent[], proposed: LedgerContent, days: readonly string[] = []) =>
  expectOk(judgeRelease(await openSolver(300), ledgerOf(contents, days), proposed)).audit;
const within = (sets: CategorySets, low: number, high: number): LedgerFigure => ({
  ...{ sets, rule: 'interval', value: [low, high] },
});
const early = { on: '2026-11-02', afterwards: true };
const other = numbered<UserId>(91);

describe('what the author of a release wrote down before', () => {
  const dimensions = { form: ['a', 'b', 'c'] };
  const known = saidOf(11, exactly({ form: ['a', 'b'] }, 60), { author: other });
  const proposed = releaseOf(20, { dimensions, figures: [exactly({}, 65)] });
  test('excuses nothing that it tells with the number of another', async () => {
    expect((await judge([known], proposed)).verdict).toBe('block');
    for (const notes of [
      [known, saidOf(12, exactly({}, 65))],
      [saidOf(12, exactly({}, 65)), known],
    ])
      expect((await judge(notes, proposed)).verdict).toBe('block');
    // Two others told all of it: a release that says it again tells nothing.
    expect((await judge([known, saidOf(12, exactly({}, 65), { author: other })], proposed)).verdict).toBe('pass');
  });
  test('nor what insiders learn', async () => {
    const cell = saidOf(11, exactly({ form: ['a'], gender: ['w'] }, 40), { author: other });
    const told = releaseOf(20, { dimensions, figures: [exactly({ form: ['a'] }, 40)] });
    expect((await judge([cell], told)).insiders).toBe('block');
    expect((await judge([cell, saidOf(12, exactly({ form: ['a'] }, 40))], told)).insiders).toBe('block');
  });
});

describe('a group of three dimensions', () => {
  const first = releaseOf(10, {
    dimensions: { form: ['a', 'b', 'c'], region: ['x', 'y'] },
    figures: [
      ...[shownAs({}, 120), shownAs({ form: ['a', 'b'] }, 65)],
      shownAs({ form: ['a', 'b'], region: ['y'] }, 60),
    ],
  });
  const proposed = releaseOf(20, {
    dimensions: { form: ['a', 'b', 'c'], gender: ['w', 'm'] },
    figures: [shownAs({ gender: ['w'], form: ['a', 'b'] }, 65)],
  });
  const young = { age: ['young'] };
  test.each<[string, readonly LedgerFigure[]]>([
    ['', []],
    [', also where a number crosses more', [shownAs({ ...young, gender: ['w'], form: ['a', 'b'] }, 30)]],
    [
      ', also where numbers go round',
      [shownAs({ ...young, gender: ['w'] }, 30), shownAs({ ...young, form: ['a', 'b'] }, 30)],
    ],
    [', also where a number divides what the tables share', [shownAs({ form: ['a'] }, 35)]],
  ])('is told by two tables that share one%s', async (_, figures) => {
    const notes = figures.map((figure, at) => saidOf(11 + at, figure));
    const { verdict, why } = await judge([first, ...notes], proposed);
    expect(verdict).toBe('warn');
    expect(why).toContainEqual(expect.objectContaining({ range: [1, 9] }) as unknown);
  });

  test('is as many as before and as came together, to whoever thinks that nobody went', async () => {
    const [a, dimensions] = [{ form: ['a'] }, { gender: ['w', 'm'], form: ['a', 'b'], region: ['x', 'y'] }];
    const floor = { floor: 20 };
    const before = releaseOf(
      10,
      {
        dimensions,
        figures: [exactly(a, 50), exactly({ ...a, gender: ['w'] }, 20), within({ ...a, region: ['x'] }, 0, 4)],
      },
      floor,
    );
    const since = {
      ...correctionOf(11, { dimensions, figures: [exactly(a, 75), within({ ...a, region: ['x'] }, 10, 19)] }),
      ...floor,
    };
    const more = releaseOf(20, { dimensions, figures: [within({ ...a, gender: ['w'] }, 41, 45)] }, floor);
    const { verdict, why } = await judge([before, since], more);
    expect(verdict).toBe('warn');
    expect(why).toContainEqual(
      expect.objectContaining({ kind: 'state', reading: 'late-added', range: [2, 19] }) as unknown,
    );
  });
});

describe('numbers that contradict each other', () => {
  test('of one state are each believed beside those of another', async () => {
    const dimensions = { form: ['a', 'b'] };
    const [before, since] = [
      releaseOf(10, { dimensions, figures: [shownAs({}, 70)] }),
      correctionOf(13, { dimensions, figures: [shownAs({}, 80)] }),
    ];
    const [right, wrong] = [saidOf(11, within({}, 71, 72), early), saidOf(12, within({}, 68, 69), early)];
    const late = saidOf(14, exactly({ form: ['a'] }, 40));
    const proposed = releaseOf(20, { dimensions, figures: [exactly({ form: ['b'] }, 40)] });
    const days = ['2026-11-01', '2026-11-20', ...Array.from({ length: 3 }, () => '2026-12-01')];
    for (const notes of [
      [right, wrong],
      [wrong, right],
    ])
      expect((await judge([before, since, ...notes, late], { ...proposed, author: other }, days)).verdict).toBe(
        'block',
      );
  });
  test('do not hide the true one, though many are false', async () => {
    const proposed = releaseOf(10, { dimensions: { form: ['a', 'b'] }, figures: [exactly({ form: ['a'] }, 62)] });
    const wrong = [200, 201, 202, 203, 204, 205, 206].map((value, at) => saidOf(40 + at, exactly({}, value)));
    const notes = [...wrong.slice(0, 6), saidOf(20, exactly({}, 65)), ...wrong.slice(6)];
    expect((await judge(notes, { ...proposed, author: other })).verdict).toBe('block');
  });
});

describe('a number of many dimensions', () => {
  test('that was written before the tables stops none of them: it is set aside, and a person is told', async () => {
    const names = (of: string, count: number) => Array.from({ length: count }, (_, at) => `${of}${String(at)}`);
    const dimensions = { town: names('t', 12), form: names('f', 8), age: names('a', 8), nation: names('n', 30) };
    const first = Object.fromEntries(Object.entries(dimensions).map(([name, words]) => [name, words.slice(0, 1)]));
    const note = saidOf(5, exactly(first, 30));
    expect(checkNote([], note).ok).toBe(true);
    const lists = Object.entries(dimensions).map(([name, words], at) =>
      releaseOf(10 + at, {
        dimensions: { [name]: words },
        figures: [
          shownAs({}, 2000),
          ...words.map((word) => shownAs({ [name]: [word] }, 5 * Math.round(400 / words.length))),
        ],
      }),
    );
    const { verdict, leftOut } = await judge([note, ...lists.slice(0, 3)], lists[3] as LedgerContent);
    expect([verdict, leftOut]).toEqual(['warn', [numbered(5)]]);
    // Nor is it written down once there are tables.
    expect(checkNote(ledgerOf(lists), note)).toMatchObject({ refusal: { code: 'too-large' } });
  });
});

describe('a correction', () => {
  const list = (counts: Readonly<Record<string, number | null>>, total: number) => ({
    dimensions: { form: Object.keys(counts) },
    figures: [shownAs({}, total), ...Object.entries(counts).map(([name, value]) => shownAs({ form: [name] }, value))],
  });
  test('that says the same of a group again tells of nobody who came', async () => {
    const ten = releaseOf(10, list({ a: 10, b: 60 }, 70));
    expect((await judge([ten], correctionOf(11, list({ a: 10, b: 60 }, 70)))).verdict).toBe('pass');
    expect((await judge([ten], correctionOf(11, list({ a: 10, b: 80 }, 90)))).verdict).toBe('pass');
  });
  test('mends the word of a small group, and leaves one out', async () => {
    const before = releaseOf(10, list({ a: 40, b: 25, othr: null }, 70));
    expect((await judge([before], correctionOf(11, list({ a: 40, b: 25, other: null }, 70)))).verdict).toBe('pass');
    expect((await judge([before], correctionOf(11, list({ a: 40, b: 25 }, 70)))).verdict).toBe('pass');
  });
  test('of two words may have respelt one', async () => {
    const before = releaseOf(10, {
      dimensions: { form: ['x', 'y', 'z'] },
      figures: [shownAs({}, 150), shownAs({ form: ['x'] }, 40), shownAs({ form: ['y'] }, 30)],
    });
    const since = (word: string) =>
      correctionOf(11, {
        dimensions: { form: [word, 'v', 'z'] },
        figures: [shownAs({}, 170), shownAs({ form: [word] }, 45), shownAs({ form: ['v'] }, 15)],
      });
    expect((await judge([before], since('x'))).verdict).toBe('warn');
    expect((await judge([before], since('u'))).verdict).not.toBe('pass');
  });
  test('may be one of many that each mend a word', async () => {
    const words = ['woman', 'women', 'females', 'w', 'women and girls'];
    const told = words.map((word, at) => {
      const figures = {
        dimensions: { gender: [word, 'man'] },
        figures: [shownAs({}, 70), shownAs({ gender: [word] }, 40)],
      };
      return at === 0 ? releaseOf(10, figures) : correctionOf(10 + at, figures);
    });
    expect((await judge(told.slice(0, 4), told[4] as LedgerContent)).verdict).toBe('pass');
  });
  test('leaves its old words to numbers of the days before it', () => {
    const [before, since] = [
      releaseOf(10, { dimensions: { form: ['alpha', 'b'] }, figures: [shownAs({ form: ['alpha'] }, 40)] }),
      correctionOf(11, { dimensions: { form: ['a', 'b'] }, figures: [shownAs({ form: ['a'] }, 55)] }),
    ];
    const ledger = ledgerOf([before, since], ['2026-11-01', '2026-11-20']);
    const note = (word: string, more = {}) => checkNote(ledger, saidOf(20, exactly({ form: [word] }, 57), more));
    expect(note('alpha')).toMatchObject({ refusal: { code: 'category-unknown' } });
    expect([note('a').ok, note('alpha', early).ok, note('a', early).ok]).toEqual([true, true, true]);
  });
});
