import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk, type TenantId, type UserId } from '#platform/base';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import {
  ledgerDay,
  ledgerOf,
  numbered,
  releaseOf,
  saidOf,
  shownAs,
  supported,
} from '../../../../../tests/support/ledger-contents.ts';
import { auditReleases } from '../audit-releases.ts';
import { publishCount } from '../count-rule.ts';
import { usualFloor } from '../verdict.ts';
import { checkNote } from './check-note.ts';
import { statesKnown } from './figures-known.ts';
import { findNewWords } from './find-new-words.ts';
import { foldName, hasMixedWord } from './fold-name.ts';
import { judgeRelease } from './judge-release.ts';
import type { CategorySets, LedgerContent, LedgerFigure } from './ledger-entry.ts';
import { listPopulations } from './population-states.ts';

const id = numbered;
const population = supported;
const [shown, dated] = [shownAs, ledgerOf];
const release = (
  number: number,
  figures: readonly LedgerFigure[],
  dimensions: CategorySets = {},
  of = population,
): LedgerContent => releaseOf(number, { figures, dimensions }, { population: of });
const said = (number: number, value: number, sets: CategorySets, rule: 'exact' | '10-5' = 'exact'): LedgerContent =>
  saidOf(number, { sets, rule, value });
const common = { v: 1, tenant: id<TenantId>(1), author: id<UserId>(2), written: ledgerDay } as const;

const stateOf = (contents: readonly LedgerContent[]) => {
  const state = listPopulations(dated(contents))[0]?.states[0];
  if (!state) throw new Error('nothing is known');
  return state;
};
/** What is known of people whom figures divide in one way. */
const knownOf = (contents: readonly LedgerContent[]) => {
  const { atoms, same, states } = expectOk(statesKnown([stateOf(contents)]));
  if (same.length > 0) throw new Error('they are divided in several ways');
  return { atoms, releases: (states[0] ?? []).map(({ id: name, figures }) => ({ name, figures })) };
};

/** What the attack says of the last one, with the others in the ledger. */
async function judge(contents: readonly LedgerContent[], days: readonly string[] = []) {
  const proposed = contents.at(-1);
  if (!proposed) throw new Error('nothing is proposed');
  return judgeRelease(await openSolver(), dated(contents.slice(0, -1), days), proposed);
}
async function auditOf(contents: readonly LedgerContent[], days: readonly string[] = []) {
  return expectOk(await judge(contents, days)).audit;
}
async function codeOf(contents: readonly LedgerContent[]) {
  const judged = await judge(contents);
  return judged.ok ? null : [judged.refusal.code, judged.refusal.path];
}
const correction = (number: number, count: number): LedgerContent =>
  ({ ...release(number, [shown({}, count)]), kind: 'correction', corrects: id(10), why: 'Counted twice' }) as never;

const gender = { gender: ['woman', 'man', 'other'] };

describe('what a ledger tells', () => {
  test('nine months that were said, then the year: a warning with the sum that tells it', async () => {
    const months = said(10, 60, { quarter: ['first', 'second', 'third'] }, '10-5');
    const { verdict, why } = await auditOf([months, release(11, [shown({}, 65)])]);
    expect(verdict).toBe('warn');
    expect(why).toEqual([
      {
        ...{ kind: 'group', target: '…', range: [1, 9] },
        steps: [
          { name: 'first + second + third', text: '60', range: [58, 62] },
          { name: '*', text: '65', range: [63, 67] },
        ],
      },
    ]);
  });

  test('a withdrawal changes nothing', async () => {
    const months = said(10, 60, { quarter: ['first', 'second', 'third'] }, '10-5');
    const taken: LedgerContent = {
      ...common,
      id: id(12),
      kind: 'withdrawal',
      withdraws: id(10),
      why: 'Said too early',
    };
    expect((await auditOf([months, taken, release(11, [shown({}, 65)])])).verdict).toBe('warn');
  });

  test('an exact number beside a table that hides a group blocks', async () => {
    const table = [shown({}, 70), shown({ gender: ['woman'] }, 40), shown({ gender: ['man'] }, 25)];
    const first = release(10, [...table, shown({ gender: ['other'] }, null)], gender);
    expect((await auditOf([first])).verdict).toBe('pass');
    const spoken = [said(11, 41, { Gender: ['WOMAN'] }), said(12, 27, { gender: ['man'] })];
    const total = release(13, [{ sets: {}, rule: 'exact', value: 72 }], gender);
    expect((await auditOf([first, ...spoken, total])).verdict).toBe('block');
  });

  test('what was known as well before is not held against a release, and what insiders can tell is told', async () => {
    const table = release(11, [shown({}, 70), shown({ form: ['labour'] }, 40)], { form: ['labour', 'other'] });
    const known = said(10, 3, { gender: ['other'] });
    expect(await auditOf([known, table])).toMatchObject({ verdict: 'pass', insiders: 'pass', why: [] });
    // Together with those numbers a third one may still tell something new.
    const others = release(12, [{ sets: { gender: ['woman'] }, rule: 'exact', value: 66 }], gender);
    expect((await auditOf([known, table, others])).verdict).not.toBe('pass');
    const inside = release(13, [{ sets: { gender: ['woman'] }, rule: 'exact', value: 40 }], gender);
    const around = said(14, 40, { gender: ['woman', 'man'] });
    expect(await auditOf([around, inside])).toMatchObject({
      insiders: 'block',
      why: expect.arrayContaining([{ kind: 'inside', inside: 'woman', around: 'woman + man', others: 0 }]) as unknown,
    });
  });

  test('different populations do not meet, and a small difference of writing makes none', () => {
    const populations = listPopulations(
      dated([
        release(10, [shown({}, 65)]),
        release(11, [shown({}, 70)], {}, 'Persons supported 2024'),
        release(12, [shown({ gender: ['woman'] }, 40)], gender, 'PERSONS  supported, 2025.'),
      ]),
    );
    expect(populations.map((one) => [one.population, one.states.map(({ entries }) => entries.length)])).toEqual([
      [population, [2]],
      ['Persons supported 2024', [1]],
    ]);
  });

  test('words that are new have to be looked at, but not where there is nothing to compare', () => {
    const wordsOf = (ledger: readonly LedgerContent[], content: LedgerContent) =>
      content.kind === 'withdrawal'
        ? []
        : findNewWords(dated(ledger), content).map(({ kind, word, known }) => [kind, word, known]);
    const first = release(10, [shown({ gender: ['woman'] }, 40)], gender);
    expect(wordsOf([], first)).toEqual([]);
    expect(wordsOf([first], release(11, [shown({}, 65)], {}, 'People helped in 2025'))).toEqual([
      ['population', 'People helped in 2025', [population]],
    ]);
    expect(wordsOf([first], release(11, [shown({ sex: ['f'] }, 40)], { sex: ['f', 'm'] }))).toEqual([
      ['dimension', 'sex', ['gender']],
    ]);
    const spoken = said(11, 60, { quarter: ['first'] });
    expect(wordsOf([first, spoken], said(12, 60, { quarter: ['1st'] }))).toEqual([['category', '1st', ['first']]]);
    expect(wordsOf([first, spoken], said(12, 60, { QUARTER: ['First'] }))).toEqual([]);
    expect(wordsOf([said(10, 60, {})], spoken)).toEqual([]);
  });

  test('what was written down with a word that the tables do not have is left out, and a person is told', async () => {
    const first = release(10, [shown({ gender: ['woman'] }, 40)], gender);
    const odd = said(11, 3, { gender: ['womn'] });
    expect(checkNote(dated([first]), odd as never)).toMatchObject({
      refusal: { code: 'category-unknown', path: 'figures[0].sets.gender' },
    });
    const before = await auditOf([odd, first]);
    expect(before).toMatchObject({ verdict: 'warn', leftOut: [id(11)], why: [] });
    expect((await auditOf([odd, first, correction(12, 70)])).leftOut).toEqual([id(11)]);
  });
});

describe('a number that is wrong', () => {
  test('stops nothing: it is left out, a person is told, and what is true beside it still counts', async () => {
    const wrong = said(10, 600, {});
    const months = said(11, 60, { quarter: ['first', 'second', 'third'] }, '10-5');
    const year = release(12, [shown({}, 65)]);
    for (const notes of [
      [wrong, months],
      [months, wrong],
    ]) {
      const audit = await auditOf([...notes, year]);
      expect([audit.verdict, audit.leftOut, audit.why.length]).toEqual(['warn', [id(10)], 1]);
    }
    expect((await auditOf([wrong, year])).verdict).toBe('warn');
    expect(await codeOf([year, release(13, [shown({}, 200)])])).toEqual(['contradiction', undefined]);
  });

  test('and that contradicts a true one hides nothing that either of them tells', async () => {
    const first = release(10, [shown({}, 70)]);
    const small = release(12, [shown({ gender: ['woman'] }, 65)], gender);
    const [one, other] = [said(11, 70, {}), said(13, 69, {})];
    const told = await auditOf([first, one, small]);
    const both = await auditOf([first, one, other, small]);
    expect(both.leftOut.toSorted()).toEqual([id(11), id(13)]);
    expect(both.verdict === 'pass').toBe(false);
    for (const finding of told.why) expect(both.why).toContainEqual(finding);
  });
});

describe('a correction', () => {
  test('begins a state of its own; what was said belongs to the state of its day', () => {
    const late: LedgerContent = { ...said(13, 66, {}), on: '2026-12-02', written: '2026-12-09' } as never;
    const contents = [release(10, [shown({}, 65)]), correction(11, 70), said(12, 71, {}), late];
    const [known] = listPopulations(dated(contents, ['2026-12-01', '2026-12-05', '2026-12-06', '2026-12-09']));
    expect(known?.states.map(({ entries }) => entries.map((entry) => entry.id))).toEqual([
      [id(10), id(12), id(13)],
      [id(11)],
    ]);
    const later: LedgerContent = { ...said(14, 71, {}), on: '2026-12-05' } as never;
    const [after] = listPopulations(dated([...contents, later], ['2026-12-01', '2026-12-05', '2026-12-06']));
    expect(after?.states[1]?.entries.map((entry) => entry.id)).toEqual([id(11), id(14)]);
  });

  test('is read as three strangers would, and mends figures that contradict each other', async () => {
    const before = release(10, [shown({}, 65)]);
    const mended = expectOk(await judge([before, correction(11, 70)]));
    expect(mended).toMatchObject({ corrected: true, audit: { verdict: 'warn', insiders: 'pass', leftOut: [] } });
    expect(mended.audit.why).toEqual([{ kind: 'added', reading: 'late-added', target: '*', range: [1, 9] }]);
    expect((await auditOf([before, correction(11, 65)])).verdict).toBe('pass');
    // A wrong number beside a release takes nothing of it away, and whoever approves is told.
    const wrong: LedgerContent = { ...said(12, 200, {}), on: '2026-11-30' } as never;
    const beside = await auditOf([before, wrong, correction(11, 70)]);
    expect(beside).toMatchObject({ verdict: 'warn', insiders: 'pass', leftOut: [id(12)], why: mended.audit.why });
    expect((await auditOf([before, wrong, correction(11, 65)])).verdict).toBe('warn');
  });

  test('is not held against a later release that tells nothing more of it', async () => {
    const contents = [release(10, [shown({}, 65)]), correction(11, 70)];
    expect((await auditOf([...contents, release(12, [shown({}, 70)])])).verdict).toBe('pass');
    const more = release(12, [shown({ gender: ['woman'] }, 65)], gender);
    expect((await auditOf([...contents, more])).verdict).not.toBe('pass');
  });
});

describe('whatever the numbers are', () => {
  const table = (number: number, more: object): LedgerContent =>
    ({ ...release(number, [shown({}, 65)]), menu: '1', tables: ['T0'], ...more }) as never;
  const [one, other] = ['A'.repeat(43), 'B'.repeat(43)];

  test('a table is released once, then only corrected', async () => {
    expect(await codeOf([table(10, {}), table(11, { tables: ['T1', 'T0'] })])).toEqual(['table-released', 'T0']);
    expect(await codeOf([table(10, {}), table(11, { tables: ['T1'] })])).toBeNull();
    expect(await codeOf([table(10, {}), table(11, { population: 'Persons supported 2024' })])).toBeNull();
    const corrected = { kind: 'correction', corrects: id(10), why: 'Counted twice' };
    expect(await codeOf([table(10, {}), table(11, corrected)])).toBeNull();
  });

  test('other counts than those before are a correction', async () => {
    expect(await codeOf([table(10, { state: one }), table(11, { tables: ['T1'], state: other })])).toEqual([
      'state-differs',
      'state',
    ]);
    expect(await codeOf([table(10, { state: one }), table(11, { tables: ['T1'], state: one })])).toBeNull();
    expect(await codeOf([table(10, { state: one }), table(11, { tables: ['T1'] })])).toBeNull();
  });

  test('a floor may be raised, never lowered, and holds for all that comes after', async () => {
    const high: LedgerContent = { ...release(10, [shown({ gender: ['woman'] }, 40)], gender), floor: 20 } as never;
    const low = release(11, [shown({ gender: ['man'] }, 20)], gender);
    expect(await codeOf([high, low])).toEqual(['floor-lowered', 'floor']);
    expect(
      await codeOf([low, { ...release(12, [shown({ gender: ['man'] }, 20)], gender), floor: 20 } as never]),
    ).toBeNull();
    const fewer = { ...said(12, 0, { gender: ['man'] }, '10-5'), floor: 20, figures: [shown({}, null)] };
    expect(knownOf([fewer as never]).releases[0]?.figures[0]).toMatchObject({
      text: '<20',
      range: { low: 0, high: 19 },
    });
  });

  test('only what two people decide is judged', async () => {
    expect(await codeOf([said(10, 60, {})])).toEqual(['kind-unknown', 'kind']);
  });

  test('tables that cannot be compared, and too many groups, are refused', async () => {
    const first = release(10, [shown({ gender: ['woman'] }, 40)], gender);
    expect(await codeOf([first, release(11, [shown({}, 65)], { gender: ['women', 'men'] })])).toEqual([
      'dimensions-differ',
      id(11),
    ]);
    expect(await codeOf([first, release(11, [shown({ gender: ['womn'] }, 40)])])).toEqual(['category-unknown', id(11)]);
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const many = names.map((name) =>
      shown(Object.fromEntries(['one', 'two', 'three', 'four', 'five'].map((dimension) => [dimension, [name]])), null),
    );
    expect(await codeOf([release(10, many)])).toEqual(['too-large', undefined]);
  });
});

test('names are one without regard to accents, capitals and marks, and signs that make another group stay', () => {
  expect(foldName('Personnes  aidées, 2025')).toBe(foldName('PERSONNES AIDE\u0301ES 2025.'));
  expect(foldName('18–24')).toBe(foldName('18-24'));
  expect(foldName('<18')).not.toBe(foldName('18'));
  expect(foldName('65+')).not.toBe(foldName('65'));
  expect(foldName('Україна')).not.toBe('');
  // An "а" of another alphabet.
  expect([hasMixedWord('wom\u0430n'), hasMixedWord('Київ and Kyiv'), hasMixedWord('woman')]).toEqual([
    true,
    false,
    false,
  ]);
});

const dimensions = { gender: ['woman', 'man', 'other'], age: ['young', 'old'] };
const cells = dimensions.gender.flatMap((one) => dimensions.age.map((other) => ({ gender: one, age: other })));
const groups = fc.record({
  gender: fc.option(fc.subarray(dimensions.gender, { minLength: 1 })),
  age: fc.option(fc.subarray(dimensions.age, { minLength: 1 })),
});
const figuresOf = (counts: readonly number[], asked: readonly { gender: string[] | null; age: string[] | null }[]) =>
  asked.map(({ gender: ofGender, age }) => {
    const inside = cells.map((cell) => (ofGender?.includes(cell.gender) ?? true) && (age?.includes(cell.age) ?? true));
    const count = counts.reduce((sum, one, at) => sum + (inside[at] ? one : 0), 0);
    return shown({ ...(ofGender && { gender: ofGender }), ...(age && { age }) }, publishCount(count));
  });
const population6 = fc.array(fc.nat(30), { minLength: 6, maxLength: 6 });

describe('for any population', () => {
  test('what is known does not depend on the order of figures, and holds for the truth', async () => {
    const solver = await openSolver();
    const asked = fc.uniqueArray(groups, {
      minLength: 1,
      maxLength: 5,
      comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    });
    fc.assert(
      fc.property(population6, asked, fc.nat(), (counts, figures, seed) => {
        const told = figuresOf(counts, figures);
        const turned = told.toSorted(
          (left, right) =>
            ((JSON.stringify(left).length * (seed + 1)) % 7) - ((JSON.stringify(right).length * (seed + 1)) % 7),
        );
        const verdicts = [told, turned].map((order) => {
          const whole = { gender: ['woman'], age: ['young'] };
          const together = [...order, shown(whole, publishCount(counts[0] ?? 0))];
          const known = knownOf([release(10, together, dimensions)]);
          const judged = expectOk(auditReleases(solver, { ...known, targets: null }, usualFloor))[0];
          return [
            judged?.verdict,
            judged?.insiders,
            judged?.targets.map(({ range }) => `${String(range.low)}-${String(range.high)}`).toSorted(),
          ];
        });
        expect(verdicts[0]).toEqual(verdicts[1]);
      }),
      { numRuns: 25 },
    );
  });

  test('groups are as fine as their figures tell, and never finer', () => {
    fc.assert(
      fc.property(population6, fc.array(groups, { minLength: 1, maxLength: 6 }), (counts, figures) => {
        const all = [...figures, { gender: ['woman'], age: ['young'] }];
        const known = knownOf([release(10, figuresOf(counts, all), dimensions)]);
        const signatures = new Set(
          cells.map((cell) =>
            all
              .map(
                ({ gender: ofGender, age }) =>
                  (ofGender?.includes(cell.gender) ?? true) && (age?.includes(cell.age) ?? true),
              )
              .join(),
          ),
        );
        expect(known.atoms.length).toBe(signatures.size);
        expect(new Set(known.atoms).size).toBe(signatures.size);
      }),
    );
  });
});
