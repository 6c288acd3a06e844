import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk, type TenantId, type UserId } from '#platform/base';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import { auditNewest } from '../audit-releases.ts';
import { publishCount } from '../count-rule.ts';
import { usualFloor, type Verdict } from '../verdict.ts';
import { figuresKnown } from './figures-known.ts';
import { judgeRelease } from './judge-release.ts';
import type { CategorySets, LedgerContent, LedgerFigure } from './ledger-entry.ts';

const id = <Id extends string>(number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const common = { v: 1, tenant: id<TenantId>(1), author: id<UserId>(2), written: '2026-12-01' } as const;
const population = 'Persons supported 2025';

function release(
  number: number,
  figures: readonly LedgerFigure[],
  dimensions: CategorySets = {},
  of = population,
): LedgerContent {
  return {
    ...{
      ...common,
      id: id(number),
      kind: 'release',
      population: of,
      dimensions,
      figures,
      floor: 10,
      audience: 'public',
    },
    ...{ document: { title: 'Report', version: '1' }, menu: null, tables: [], state: null },
  };
}
const said = (number: number, value: number, sets: CategorySets, rule: 'exact' | '10-5' = 'exact'): LedgerContent => ({
  ...{ ...common, id: id(number), kind: 'said', population, figures: [{ sets, rule, value }] },
  ...{ on: '2026-12-01', where: 'Round table', afterwards: false },
});
const shown = (sets: CategorySets, value: number | null): LedgerFigure => ({ sets, rule: '10-5', value });

/** What the attack says of the newest entry of the newest state. */
async function judge(contents: readonly LedgerContent[]): Promise<{ verdict: Verdict; text: string }> {
  const known = expectOk(figuresKnown(contents)).at(-1);
  if (!known) throw new Error('nothing is known');
  const judged = expectOk(auditNewest(await openSolver(), known.sequence, usualFloor));
  return { verdict: judged.verdict, text: judged.why.map(({ text }) => text).join(' ') };
}

const gender = { gender: ['woman', 'man', 'other'] };

describe('what a ledger tells', () => {
  test('nine months that were said, then the year: a warning with the sum that tells it', async () => {
    const months = said(10, 60, { quarter: ['first', 'second', 'third'] }, '10-5');
    const year = release(11, [shown({}, 65)]);
    const { verdict, text } = await judge([months, year]);
    expect(verdict).toBe('warn');
    expect(text).toMatch(/65.*60|60.*65/);
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
    expect((await judge([months, taken, release(11, [shown({}, 65)])])).verdict).toBe('warn');
  });

  test('an exact number beside a table that hides a group blocks', async () => {
    const table = [shown({}, 70), shown({ gender: ['woman'] }, 40), shown({ gender: ['man'] }, 25)];
    const first = release(10, [...table, shown({ gender: ['other'] }, null)], gender);
    expect((await judge([first])).verdict).toBe('pass');
    expect(
      (await judge([first, said(11, 41, { Gender: ['WOMAN'] }), said(12, 27, { gender: ['man'] }), said(13, 72, {})]))
        .verdict,
    ).toBe('block');
  });

  test('different populations do not meet, and a small difference of writing makes none', () => {
    const known = expectOk(
      figuresKnown([
        release(10, [shown({}, 65)]),
        release(11, [shown({}, 70)], {}, 'Persons supported 2024'),
        release(12, [shown({ gender: ['woman'] }, 40)], gender, 'PERSONS supported 2025'),
      ]),
    );
    expect(known.map((one) => [one.population, one.sequence.releases.length])).toEqual([
      [population, 2],
      ['Persons supported 2024', 1],
    ]);
  });

  test('a correction begins a state of its own, and both say so', () => {
    const corrected: LedgerContent = {
      ...release(11, [shown({}, 70)]),
      kind: 'correction',
      corrects: id(10),
      why: 'Counted twice',
    } as never;
    const known = expectOk(figuresKnown([release(10, [shown({}, 65)]), corrected, said(12, 71, {})]));
    expect(known.map((one) => [one.corrected, one.sequence.releases.map(({ name }) => name)])).toEqual([
      [true, [id(10)]],
      [true, [id(11), id(12)]],
    ]);
  });

  test('a correction is read as three strangers would, and mends figures that contradict each other', async () => {
    const solver = await openSolver();
    const correct = (count: number): LedgerContent =>
      ({ ...release(11, [shown({}, count)]), kind: 'correction', corrects: id(10), why: 'Counted twice' }) as never;
    const judge = (before: readonly LedgerContent[], count: number) =>
      expectOk(judgeRelease(solver, before, correct(count)));
    const mended = judge([release(10, [shown({}, 65)])], 70);
    expect(mended).toMatchObject({ corrected: true, audit: { verdict: 'warn', insiders: 'pass' } });
    expect(mended.audit.why).toEqual(['If people were only added since: of everybody, 1 to 9 came.']);
    expect(judge([release(10, [shown({}, 65)])], 65).audit.verdict).toBe('pass');
    // A wrong number beside a release takes nothing of it away, and whoever approves is told.
    const beside = judge([release(10, [shown({}, 65)]), said(12, 200, {})], 70).audit;
    expect(beside).toMatchObject({ verdict: 'warn', insiders: 'pass' });
    expect(beside.why).toEqual([...mended.audit.why, expect.stringMatching(/^Figures from before this correction/)]);
    expect(judge([release(10, [shown({}, 65)]), said(12, 200, {})], 65).audit.verdict).toBe('warn');
  });

  test('tables that cannot be compared, and too many groups, are refused', () => {
    const codeOf = (contents: readonly LedgerContent[]) => {
      const known = figuresKnown(contents);
      return known.ok ? null : [known.refusal.code, known.refusal.path];
    };
    const first = release(10, [shown({ gender: ['woman'] }, 40)], gender);
    expect(codeOf([first, release(11, [shown({}, 65)], { gender: ['women', 'men'] })])).toEqual([
      'dimensions-differ',
      id(11),
    ]);
    expect(codeOf([first, said(11, 3, { gender: ['womn'] })])).toEqual(['category-unknown', id(11)]);
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const many = ['one', 'two', 'three', 'four', 'five'].flatMap((dimension) =>
      names.map((name) => shown({ [dimension]: [name] }, null)),
    );
    expect(codeOf([release(10, many)])).toEqual(['too-large', undefined]);
  });
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
          const known = expectOk(figuresKnown([release(10, order, dimensions)]))[0];
          if (!known) throw new Error('nothing is known');
          const judged = expectOk(auditNewest(solver, known.sequence, usualFloor));
          return [
            judged.verdict,
            judged.insiders,
            judged.targets.map(({ range }) => `${String(range.low)}-${String(range.high)}`).toSorted(),
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
        const known = expectOk(figuresKnown([release(10, figuresOf(counts, figures), dimensions)]))[0];
        const signatures = new Set(
          cells.map((cell) =>
            figures
              .map(
                ({ gender: ofGender, age }) =>
                  (ofGender?.includes(cell.gender) ?? true) && (age?.includes(cell.age) ?? true),
              )
              .join(),
          ),
        );
        expect(known?.sequence.atoms.length).toBe(signatures.size);
        expect(new Set(known?.sequence.atoms).size).toBe(signatures.size);
      }),
    );
  });
});
