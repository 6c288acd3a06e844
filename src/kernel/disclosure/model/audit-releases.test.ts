import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../tests/support/disclosure-solver.ts';
import { failingAt } from '../../../../tests/support/failing-solver.ts';
import { auditNewest, auditReleases } from './audit-releases.ts';
import { provenRange, publishCount, type Range } from './count-rule.ts';
import { explainRange, rangeText } from './explain-range.ts';
import { judgeNested } from './judge-nested.ts';
import { listGroups } from './list-targets.ts';
import { withKnown, type KnownFigure } from './known-figures.ts';
import type { Solver } from './program.ts';
import type { ReleasedFigure } from './release.ts';
import { usualFloor } from './verdict.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver(600);
});

const between = (low: number, high: number | null): Range => ({ low, high });
const known = (name: string, atoms: readonly string[], range: Range, text: string | null = null): ReleasedFigure => ({
  ...{ name, atoms, range, text },
});
const shown = (name: string, atoms: readonly string[], count: number): ReleasedFigure => {
  const published = publishCount(count);
  return known(name, atoms, provenRange('10-5', published), published === null ? '<10' : String(published));
};

describe('what figures together prove of a group', () => {
  const ranges = (atoms: readonly string[], figures: readonly KnownFigure[], groups: readonly (readonly string[])[]) =>
    withKnown(solver, atoms, figures, (all) => {
      const found = groups.map((group) => all.range(group));
      return { ok: true, value: found.map((range) => (range.ok ? range.value : range.refusal.code)) };
    });
  const a: KnownFigure = { atoms: ['a'], range: between(3, 5) };
  const both: KnownFigure = { atoms: ['a', 'b'], range: between(9, 10) };

  test('is what is left when one is taken from another', () => {
    expect(ranges(['a', 'b'], [a, both], [['a'], ['b'], ['a', 'b'], []])).toEqual({
      ok: true,
      value: [between(3, 5), between(4, 7), between(9, 10), between(0, 0)],
    });
  });
  test('has no upper end where one of its atoms has none', () => {
    const open: KnownFigure = { atoms: ['b', 'c'], range: between(6, null) };
    expect(ranges(['a', 'b', 'c'], [a, open], [['a'], ['b'], ['b', 'c'], ['a', 'b']])).toEqual({
      ok: true,
      value: [between(3, 5), between(0, null), between(6, null), between(3, null)],
    });
    // As soon as the whole is bounded, so are its parts.
    expect(ranges(['b', 'c'], [open, { atoms: ['b', 'c'], range: between(0, 8) }], [['b']])).toEqual({
      ok: true,
      value: [between(0, 8)],
    });
  });
  test('is nothing where they contradict each other, and the work is not even begun', () => {
    let begun = false;
    const found = withKnown(solver, ['a', 'b'], [a, { atoms: ['a', 'b'], range: between(0, 2) }], () => {
      begun = true;
      return { ok: true, value: null };
    });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'contradiction' } });
    expect(begun).toBe(false);
  });
  test('is refused by a question without a sure answer', () => {
    for (const question of [0, 1, 2]) {
      const failing = failingAt(solver, question);
      const found = withKnown(failing.solver, ['a', 'b'], [a, both], (all) => all.range(['b']));
      expect(found).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
      expect(failing.asked).toBe(question + 1);
    }
  });
});

test.each<[range: Range, text: string]>([
  [between(1, 9), '1 to 9'],
  [between(4, 4), '4'],
  [between(0, 0), '0'],
  [between(12, null), '12 or more'],
])('%j in words: %s', (range, text) => {
  expect(rangeText(range)).toBe(text);
});

describe('how a stranger works a group out', () => {
  const explained = (figures: readonly ReleasedFigure[], target: string, range: Range) => {
    const atoms = ['q', 'n', 'x'];
    const found = explainRange(solver, atoms, figures, { name: target, atoms: [target] }, range);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const total = shown('Total', ['q', 'n'], 65);
  const months = shown('Nine months', ['n'], 60);

  test('in steps: what each figure that is needed means, and what follows', () => {
    expect(explained([total, shown('Others', ['x'], 40), months], 'q', between(1, 9))).toEqual({
      target: 'q',
      range: between(1, 9),
      proof: [total, months],
      figures: ['Total', 'Nine months'],
      text: 'Total 65 means 63 to 67. Nine months 60 means 58 to 62. So q has 1 to 9.',
    });
  });
  test('a number that means itself is not explained, and knowledge that is no number is said to be known', () => {
    const exactly = known('Total', ['q', 'n'], between(65, 65), '65');
    const elsewhere = known('Nine months', ['n'], between(60, null));
    expect(explained([exactly, elsewhere], 'q', between(0, 5)).text).toBe(
      'Total is 65. Nine months is known to be 60 or more. So q has 0 to 5.',
    );
  });
  test('of two figures that say the same, one is enough', () => {
    const again = shown('Total again', ['q', 'n'], 65);
    expect(explained([total, again, months], 'q', between(1, 9)).figures).toEqual(['Total again', 'Nine months']);
  });
  test('each end counts: a figure that only bounds it from above is needed too', () => {
    const few = known('Few', ['q'], between(0, 4));
    const some = known('Some', ['q'], between(2, null));
    expect(explained([few, some], 'q', between(2, 4)).figures).toEqual(['Few', 'Some']);
    expect(explained([few, some], 'q', between(2, 4)).text).toBe(
      'Few is known to be 0 to 4. Some is known to be 2 or more. So q has 2 to 4.',
    );
  });
  test('is refused by a question without a sure answer', () => {
    for (const question of [0, 1, 2])
      expect(
        explainRange(
          failingAt(solver, question).solver,
          ['q', 'n'],
          [total, months],
          { name: 'q', atoms: ['q'] },
          between(1, 9),
        ),
      ).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
  });
});

describe('releases one after the other', () => {
  const atoms = ['q', 'n'];
  const months = { name: 'autumn', figures: [shown('Nine months', ['n'], 60)] };
  const year = { name: 'year', figures: [shown('Total', ['q', 'n'], 65)] };

  test('are each judged with all before it: apart they pass, together they give the last quarter away', () => {
    expect(auditReleases(solver, { atoms, releases: [months, year], targets: null }, usualFloor)).toEqual({
      ok: true,
      value: [
        {
          ...{ release: 'autumn', verdict: 'pass', insiders: 'pass', why: [] },
          targets: [
            { name: 'q', range: between(0, null) },
            { name: 'n', range: between(58, 62) },
          ],
        },
        {
          ...{ release: 'year', verdict: 'warn', insiders: 'pass' },
          targets: [
            { name: 'q', range: between(1, 9) },
            { name: 'n', range: between(58, 62) },
          ],
          why: [
            {
              ...{ target: 'q', figures: ['Nine months', 'Total'], range: between(1, 9) },
              proof: [...months.figures, ...year.figures],
              text: 'Nine months 60 means 58 to 62. Total 65 means 63 to 67. So q has 1 to 9.',
            },
          ],
        },
      ],
    });
  });
  test('are judged by the groups that are named, where some are', () => {
    const targets = [{ name: 'the last quarter', atoms: ['q'] }];
    const asked = auditReleases(solver, { atoms, releases: [months, year], targets }, usualFloor);
    expect(asked.ok && asked.value.map((one) => one.targets)).toEqual([
      [{ name: 'the last quarter', range: between(0, null) }],
      [{ name: 'the last quarter', range: between(1, 9) }],
    ]);
  });
  test('are refused by the first that no counts fit', () => {
    const wrong = { name: 'wrong', figures: [shown('Total', ['q', 'n'], 20)] };
    expect(auditReleases(solver, { atoms, releases: [months, year, wrong], targets: null }, usualFloor)).toMatchObject({
      ok: false,
      refusal: { code: 'contradiction', path: 'releases[2]' },
    });
  });
});

describe('new figures on top of what is known', () => {
  const atoms = ['q', 'n'];
  const months = shown('Nine months', ['n'], 60);
  const year = shown('Total', ['q', 'n'], 65);
  const judge = (
    before: readonly ReleasedFigure[],
    more: readonly ReleasedFigure[],
    wrong: Solver = solver,
    notes: readonly ReleasedFigure[] = [],
  ) => {
    const figures = [...before, ...more];
    const targets = listGroups(atoms, figures);
    return auditNewest(wrong, { atoms, before, figures, targets, notes: new Set(notes), same: [] }, usualFloor);
  };

  test('are judged as the last of several releases, with the proof', () => {
    expect(judge([months], [year])).toMatchObject({
      value: { verdict: 'warn', insiders: 'pass', nested: [], why: [{ target: 'q', range: between(1, 9) }] },
    });
    expect(judge([], [])).toEqual({ ok: true, value: { verdict: 'pass', insiders: 'pass', nested: [], why: [] } });
  });
  test('are not held to what was known just as well before, and are to what they make better known', () => {
    const few = known('Few', ['q'], between(0, 3));
    expect(judge([], [few])).toMatchObject({ value: { verdict: 'block' } });
    expect(judge([few], [months])).toMatchObject({ value: { verdict: 'pass', why: [] } });
    expect(judge([few, months], [known('Some', ['q'], between(1, null))])).toMatchObject({
      value: { verdict: 'block' },
    });
    const all = [known('all', ['q', 'n'], between(12, 12)), known('nine', ['n'], between(12, 12))];
    expect(judge([], all)).toMatchObject({ value: { insiders: 'block', nested: [{ verdict: 'block' }] } });
    expect(judge(all, [known('again', ['q', 'n'], between(10, 12))])).toMatchObject({ value: { insiders: 'pass' } });
  });
  test('are held to what they tell without a note, also where another note is needed for it, however often it was noted', () => {
    const total = known('total', ['q', 'n'], between(70, 70));
    const excuse = [known('q', ['q'], between(5, 5)), known('q again', ['q'], between(5, 5))];
    const more = known('n', ['n'], between(65, 65));
    expect(judge([total, ...excuse], [more])).toMatchObject({ value: { verdict: 'pass' } });
    expect(judge([total, ...excuse], [more], solver, excuse)).toMatchObject({
      value: { verdict: 'block', why: [{ target: 'q', figures: ['total', 'n'] }] },
    });
    // What they do not tell by themselves stays known, and is not held against them.
    expect(judge([total, ...excuse], [known('n', ['n'], between(60, 68))], solver, excuse)).toMatchObject({
      value: { verdict: 'pass' },
    });
  });
  test('are not judged when the solver has no sure answer', () => {
    const asked = failingAt(solver, -1);
    expect(judge([months], [year], asked.solver).ok).toBe(true);
    for (let question = 0; question < asked.asked; question += 1)
      expect(judge([months], [year], failingAt(solver, question).solver)).toMatchObject({
        ok: false,
        refusal: { code: 'not-checked' },
      });
  });
});

describe('groups inside larger ones', () => {
  const judge = (figures: readonly ReleasedFigure[]) =>
    withKnown(solver, ['w', 'm', 'x'], figures, (all) => judgeNested(all, figures));
  const women = known('women', ['w'], between(12, 12));
  test.each<[why: string, figures: readonly ReleasedFigure[], verdict: string]>([
    ['all of them', [women, known('all', ['w', 'm'], between(12, 12))], 'block'],
    ['all but one', [women, known('all', ['w', 'm'], between(13, 13))], 'warn'],
    ['all but three', [women, known('all', ['w', 'm'], between(15, 15))], 'pass'],
    ['a single person', [known('women', ['w'], between(1, 1)), known('all', ['w', 'm'], between(1, 1))], 'block'],
    ['nobody anywhere', [known('women', ['w'], between(0, 0)), known('all', ['w', 'm'], between(0, 0))], 'pass'],
    ['perhaps nobody', [known('women', ['w'], between(0, 9)), known('all', ['w', 'm'], between(0, 1))], 'pass'],
    ['no pair', [women, known('men', ['m'], between(0, 0))], 'pass'],
    [
      'the worst of several pairs counts',
      [
        known('others', ['x'], between(9, 9)),
        women,
        known('all', ['w', 'm'], between(12, 12)),
        known('others and women', ['w', 'x'], between(21, 21)),
      ],
      'block',
    ],
  ])('%s: %s', (_, figures, verdict) => {
    expect(judge(figures)).toEqual({ ok: true, value: verdict });
  });
  test('are not judged when the solver has no sure answer, and not asked about where perhaps nobody is', () => {
    const asked = (figures: readonly ReleasedFigure[], question: number) => {
      const failing = failingAt(solver, question);
      const found = withKnown(failing.solver, ['w', 'm'], figures, (all) => judgeNested(all, figures));
      return { found, asked: failing.asked };
    };
    const some = [women, known('all', ['w', 'm'], between(12, 12))];
    for (let question = 0; question < asked(some, -1).asked; question += 1)
      expect(asked(some, question).found).toMatchObject({ ok: false, refusal: { code: 'not-checked' } });
    // Whether they fit, and the least and the most of the larger one.
    expect(asked([known('women', ['w'], between(0, 9)), known('all', ['w', 'm'], between(0, 1))], -1).asked).toBe(3);
  });
});

describe('the explanation is right', () => {
  const atoms = ['a', 'b', 'c', 'd'];
  const figures = fc.array(fc.record({ group: fc.subarray(atoms, { minLength: 1 }), exact: fc.boolean() }), {
    minLength: 2,
    maxLength: 6,
  });
  test('for every target and difference: its figures alone give the same interval, leaving one out does not', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(15), { minLength: 4, maxLength: 4 }), figures, (truth, asked) => {
        const released = asked.map(({ group, exact }, at) => {
          const count = group.reduce((sum, atom) => sum + (truth[atoms.indexOf(atom)] ?? 0), 0);
          return exact
            ? known(`f${String(at)}`, group, between(count, count), String(count))
            : shown(`f${String(at)}`, group, count);
        });
        const releases = [{ name: 'r', figures: released }];
        const judged = auditReleases(solver, { atoms, releases, targets: null }, usualFloor);
        if (!judged.ok) throw new Error(judged.refusal.code);
        const [newest] = judged.value;
        for (const { target, figures: needed } of newest?.why ?? []) {
          const minus = target.split(' - ');
          const named = (name: string) => released.find((one) => one.name === name)?.atoms ?? [];
          const group =
            minus.length === 2
              ? named(minus[0] ?? '').filter((atom) => !named(minus[1] ?? '').includes(atom))
              : target.split(' + ');
          const range = newest?.targets.find(({ name }) => name === target)?.range;
          const proves = (of: readonly ReleasedFigure[]) => withKnown(solver, atoms, of, (all) => all.range(group));
          const used = released.filter(({ name }) => needed.includes(name));
          expect(proves(used)).toEqual({ ok: true, value: range });
          for (const left of used)
            expect(proves(used.filter((one) => one !== left))).not.toEqual({ ok: true, value: range });
        }
      }),
      { numRuns: 20 },
    );
  });
});
