import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
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
import { findNewWords } from './find-new-words.ts';
import { judgeRelease } from './judge-release.ts';
import type { KnownEntry, LedgerContent, LedgerFigure } from './ledger-entry.ts';
import { listRenamings } from './list-renamings.ts';
import { listPopulations } from './population-states.ts';

const list = (counts: Readonly<Record<string, number | null>>, total: number) => ({
  dimensions: { gender: Object.keys(counts) },
  figures: [...Object.entries(counts).map(([name, value]) => shownAs({ gender: [name] }, value)), shownAs({}, total)],
});
const judge = async (ledger: readonly KnownEntry[], proposed: LedgerContent) =>
  judgeRelease(await openSolver(120), ledger, proposed);
const first = releaseOf(10, list({ women: 40, men: 30 }, 70));

describe('a correction may list other categories than before', () => {
  test('one that was forgotten is new, and looked at by a person', async () => {
    const corrected = correctionOf(11, list({ women: 40, men: 30, others: 20 }, 90));
    const { audit, newWords } = expectOk(await judge(ledgerOf([first]), corrected));
    expect(newWords).toEqual([{ kind: 'category', word: 'others', of: 'gender', known: ['women', 'men'] }]);
    expect(audit).toMatchObject({ verdict: 'pass', leftOut: [] });
    // Nobody else may be called so: a release that is no correction has the categories of those before.
    expect(await judge(ledgerOf([first]), { ...releaseOf(11, list({ women: 40, others: 20 }, 90)) })).toMatchObject({
      refusal: { code: 'dimensions-differ', path: numbered(11) },
    });
  });

  test('by which few are told who came: whoever believes the first list knows that nobody else was there', async () => {
    const told = (names: readonly string[], total: number, figures: readonly LedgerFigure[]) => ({
      dimensions: { gender: names },
      figures: [exactly({}, total), ...figures],
    });
    const before = releaseOf(10, told(['women', 'men'], 70, [shownAs({ gender: ['women'] }, 40)]));
    // Thirteen more, of whom 10 to 12 are neither: so one to three are women or men.
    const corrected = correctionOf(11, told(['women', 'men', 'others'], 83, [shownAs({ gender: ['others'] }, 10)]));
    const { audit } = expectOk(await judge(ledgerOf([before]), corrected));
    expect(audit.verdict).toBe('block');
    expect(audit.why).toContainEqual({ kind: 'added', reading: 'late-added', target: '* - others', range: [1, 3] });
    // That nobody was in a group which had no name yet is no news.
    expect(audit.why.filter((finding) => finding.kind !== 'inside' && finding.target === 'others')).toEqual([]);
  });

  test('one that was misspelt is the same group to a stranger', async () => {
    const misspelt = releaseOf(10, list({ wimen: 40, men: 30 }, 70));
    const judged = async (before: LedgerContent, counts: Readonly<Record<string, number>>, total: number) => {
      const { audit } = expectOk(await judge(ledgerOf([before]), correctionOf(11, list(counts, total))));
      return audit;
    };
    expect((await judged(misspelt, { women: 40, men: 30 }, 70)).verdict).toBe('pass');
    // Five more women: told as well as if the word had been right.
    const [right, wrong] = [
      await judged(first, { women: 45, men: 30 }, 75),
      await judged(misspelt, { women: 45, men: 30 }, 75),
    ];
    expect(right.verdict).toBe('warn');
    expect(wrong.verdict).toBe('warn');
    for (const finding of right.why) expect(wrong.why).toContainEqual(finding);
  });

  test('also in what was said of it in the old word, and whatever was released of it later', async () => {
    const misspelt = releaseOf(10, list({ wimen: 40, men: 30 }, 70));
    const corrected = correctionOf(11, list({ women: 40, men: 30 }, 70));
    const said = saidOf(12, { sets: { gender: ['wimen'] }, rule: 'exact', value: 41 }, { on: '2026-11-30' });
    const days = ['2026-11-29', '2026-12-01', '2026-12-01'];
    const more = releaseOf(13, { dimensions: { form: ['a', 'b'] }, figures: [shownAs({ form: ['a'] }, 40)] });
    expect((await judge(ledgerOf([misspelt, corrected, said], days), more)).ok).toBe(true);
  });
});

test('words that are gone are read as every new one, and what may be read in too many ways is refused', () => {
  const states = (...lists: readonly (readonly string[])[]) =>
    listPopulations(
      ledgerOf(
        lists.map((names, at) => {
          const told = list(Object.fromEntries(names.map((name) => [name, 20])), 20 * names.length);
          return at === 0 ? releaseOf(10, told) : correctionOf(10 + at, told);
        }),
      ),
    )[0]?.states ?? [];
  const readings = (...lists: readonly (readonly string[])[]) =>
    expectOk(listRenamings(states(...lists))).map((reading) =>
      reading.map(
        ({ entries }) => entries.map((entry) => ('dimensions' in entry ? entry.dimensions['gender'] : []))[0],
      ),
    );
  expect(readings(['a', 'b'], ['b', 'a'])).toHaveLength(1);
  expect(readings(['a'], ['a', 'b'])).toHaveLength(1);
  expect(readings(['a', 'b'], ['a', 'c'])).toEqual([
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    [
      ['a', 'c'],
      ['a', 'c'],
    ],
  ]);
  expect(readings(['a', 'b'], ['c', 'd', 'a']).map(([before]) => before)).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['a', 'd'],
    // Or it was told finer since.
    ['a', 'c', 'd'],
  ]);
  expect(readings(['a', 'b'], ['c', 'd']).map(([before]) => before)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['d', 'c'],
    // One of them may be respelt, and the other new.
    ['c', 'b'],
    ['d', 'b'],
    ['a', 'c'],
    ['a', 'd'],
  ]);
  // Both that are gone may be told as one since.
  expect(readings(['a', 'b', 'z'], ['c', 'z']).map(([, after]) => after)).toEqual([
    ['c', 'z'],
    ['c', 'z'],
    ['c', 'z'],
    ['a', 'b', 'z'],
  ]);
  // Two of one list are never the same: what was "c" and is "a" now cannot stand beside "a".
  expect(readings(['a', 'c'], ['a', 'd'], ['a', 'c']).map(([before]) => before)).not.toContainEqual(['a', 'a']);
  // Each of many changes is read by itself, and all together once.
  expect(readings(['a', 'b'], ['c', 'd'], ['e', 'f'])).toHaveLength(1 + 6 + 6 + 1);
  expect(readings(['a', 'z'], ['b', 'z'], ['c', 'z'], ['d', 'z'], ['e', 'z'])).toHaveLength(1 + 4 + 1);
  expect(listRenamings(states(['a', 'b', 'c'], ['d', 'e', 'f']))).toMatchObject({ ok: false });
  const many = ['a', 'b', 'c', 'd', 'e'];
  expect(
    listRenamings(
      states(
        many,
        many.map((name) => `${name}${name}`),
      ),
    ),
  ).toMatchObject({
    refusal: { code: 'dimensions-differ', path: numbered(11) },
  });
  expect(findNewWords(ledgerOf([first]), correctionOf(11, list({ women: 40, men: 30 }, 70)))).toEqual([]);
});
