import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import {
  correctionOf,
  exactly,
  ledgerDay,
  ledgerOf,
  numbered,
  releaseOf,
  saidOf,
  shownAs,
  type Told,
} from '../../../../../tests/support/ledger-contents.ts';
import { checkTable } from '../check-table.ts';
import { publishCount } from '../count-rule.ts';
import { worstOf } from '../verdict.ts';
import { checkNote } from './check-note.ts';
import { cutFindings } from './cut-findings.ts';
import { judgeRelease } from './judge-release.ts';
import type { CategorySets, KnownEntry, LedgerContent } from './ledger-entry.ts';
import { readFinding } from './read-finding.ts';
import { tableFigures } from './table-figures.ts';

const whole = { cells: true, rowTotals: true, columnTotals: true };
const dimensions = { rows: 'form', columns: 'gender' };
const id = numbered;
const [release, correction, known, shown, exact] = [releaseOf, correctionOf, ledgerOf, shownAs, exactly];
const said = (number: number, sets: CategorySets, value: number, on = ledgerDay) =>
  saidOf(number, exactly(sets, value), { on, afterwards: on < ledgerDay });
const judge = async (ledger: readonly KnownEntry[], proposed: LedgerContent) => {
  const { audit } = expectOk(judgeRelease(await openSolver(120), ledger, proposed));
  return { ...audit, worst: worstOf([audit.verdict, audit.insiders]) };
};

/** Nine people by the totals alone: 70, less 30 and 25, is at most nine and at least nine. */
const hidden = {
  rows: ['a', 'b', 'c'],
  columns: ['x', 'y'],
  counts: [
    [16, 16],
    [14, 13],
    [5, 4],
  ],
};
const list = (names: readonly string[], values: readonly (number | null)[], total: number, of = 'form'): Told => ({
  dimensions: { [of]: names },
  figures: [...names.map((name, at) => shown({ [of]: [name] }, values[at] ?? null)), shown({}, total)],
});
const nine = list(['a', 'b', 'c'], [30, 25, null], 70);

describe('a release by itself', () => {
  test('is never judged milder than its table is, whatever margins are left out', async () => {
    const solver = await openSolver(300);
    const counts = fc.array(fc.array(fc.nat(30), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 4 });
    const order = ['pass', 'warn', 'block'];
    fc.assert(
      fc.property(counts, (numbers) => {
        const table = { ...hidden, rows: ['a', 'b', 'c', 'd'].slice(0, numbers.length), counts: numbers };
        const checked = expectOk(checkTable(solver, table));
        const { audit } = expectOk(judgeRelease(solver, [], release(10, tableFigures(table, dimensions, whole, 10))));
        expect(order.indexOf(audit.verdict)).toBeGreaterThanOrEqual(order.indexOf(checked.audit.verdict));
      }),
      { numRuns: 60 },
    );
  });

  test('that tells a hidden group by its totals is blocked, and so is each way out that still tells it', async () => {
    for (const parts of [whole, { ...whole, columnTotals: false }, { ...whole, cells: false }]) {
      const found = await judge([], release(10, tableFigures(hidden, dimensions, parts, 10)));
      expect([found.worst, found.why.some((one) => one.kind === 'group' && one.range[0] === 9)]).toEqual([
        'block',
        true,
      ]);
    }
    expect((await judge([], release(10, nine))).worst).toBe('block');
    // Also a group that no figure tells: the table lists it, and so it is what is left over.
    const figures = [exact({ form: ['a'] }, 30), exact({ form: ['b'] }, 25), exact({}, 60)];
    const found = await judge([], release(10, { dimensions: nine.dimensions, figures }));
    expect([found.worst, found.why[0]]).toEqual(['block', expect.objectContaining({ target: 'c', range: [5, 5] })]);
  });

  test('is held to what it tells of several hidden groups together, where that is nearly exact', async () => {
    const told = (total: number, hidden: number | null) => ({
      dimensions: { form: ['a', 'b', 'c', 'd'] },
      figures: [
        ...[exact({}, total), exact({ form: ['a'] }, 30), exact({ form: ['d'] }, 33)],
        ...['b', 'c'].map((form) => shown({ form: [form] }, hidden)),
      ],
    });
    // Each of the two may be nobody to seven: together they are seven.
    const found = await judge([], release(10, told(70, null)));
    expect([found.worst, found.why[0]]).toEqual([
      'block',
      expect.objectContaining({ target: 'b + c', range: [7, 7] }) as unknown,
    ]);
    // That there are five to nine of them, each fewer than ten, says little of either.
    const loose = { ...told(70, null), figures: [shown({}, 70), ...told(70, null).figures.slice(1)] };
    expect(await judge([], release(10, loose))).toMatchObject({ worst: 'pass', why: [] });
    // By a cross as well: of those in a, whoever is neither x nor z.
    const cross = ['x', 'y', 'z', 'u'].map((gender) =>
      gender === 'y' || gender === 'u'
        ? shown({ form: ['a'], gender: [gender] }, null)
        : exact({ form: ['a'], gender: [gender] }, 20),
    );
    const crossed = { dimensions: { gender: ['x', 'y', 'z', 'u'] }, figures: [exact({ form: ['a'] }, 46), ...cross] };
    const inside = await judge([], release(10, crossed));
    expect([inside.worst, inside.why[0]]).toEqual([
      'block',
      expect.objectContaining({ target: 'a · y + a · u', range: [6, 6] }) as unknown,
    ]);
  });
});

test('categories that are called like groups put together are groups of their own', async () => {
  const tell = (names: readonly [string, string, string, string, string]) =>
    judge(
      [],
      release(10, {
        dimensions: { form: names },
        figures: [
          ...[exact({}, 100), exact({ form: [names[0]] }, 40), exact({ form: [names[1]] }, 30)],
          exact({ form: [names[4]] }, 25),
        ],
      }),
    );
  const ranges = ({ why }: Awaited<ReturnType<typeof tell>>) =>
    why.map((one) => ('range' in one ? one.range : one.kind));
  const plain = await tell(['p', 'q', 'a', 'b', 'z']);
  expect(plain.worst).toBe('block');
  for (const odd of ['a + b (2)', 'a + b (3)', 'a + b (4)'])
    expect(ranges(await tell(['a + b', odd, 'a', 'b', 'z']))).toEqual(ranges(plain));
});

test('an audit that proves a group by hundreds of figures can be read', () => {
  const names = Array.from({ length: 420 }, (_, at) => `group ${String(at)}`);
  const steps = names.map((name) => ({ name, text: '12', range: [12, 12] as const }));
  const { why } = cutFindings([{ kind: 'group', target: 'rest', range: [1, 9], steps }]);
  expect(expectOk(readFinding(why[0], 'why[0]'))).toEqual(why[0]);
});

describe('what one person writes down', () => {
  test('never excuses what a release tells by itself', async () => {
    expect((await judge(known([said(11, { form: ['c'] }, 9)]), release(10, nine))).worst).toBe('block');
    const alike = release(10, { dimensions: {}, figures: [shown({ form: ['a'] }, 40), shown({}, 40)] });
    const alone = await judge([], alike);
    const noted = await judge(known([said(11, {}, 41), said(12, { form: ['a'] }, 41)]), alike);
    expect([noted.verdict, noted.insiders]).toEqual([alone.verdict, alone.insiders]);
  });

  test('takes no stranger away who reads a correction', async () => {
    const before = release(10, {
      dimensions: { form: ['a', 'b'] },
      figures: [shown({}, 70), shown({ form: ['a'] }, 45)],
    });
    const corrected = correction(13, {
      dimensions: { form: ['a', 'b'] },
      figures: [shown({}, 75), shown({ form: ['b'] }, 20)],
    });
    const alone = await judge(known([before]), corrected);
    const dated = known(
      [before, said(11, {}, 72, '2026-11-30'), { ...said(12, {}, 68), written: ledgerDay }],
      ['2026-11-29', ledgerDay, ledgerDay],
    );
    expect(alone.verdict).not.toBe('pass');
    expect((await judge(dated, corrected)).verdict).toBe(alone.verdict);
  });

  test('excuses nothing across a correction either, where the number of another is needed to tell it', async () => {
    const told = { dimensions: { form: ['a', 'b'] }, figures: [shown({ gender: ['w'] }, 40)] };
    const ledger = [release(10, told), said(11, { form: ['a'] }, 60, '2026-11-30'), correction(12, told)];
    const days = ['2026-11-29', '2026-11-30', ledgerDay, ledgerDay];
    const proposed = release(14, { dimensions: {}, figures: [exact({}, 65)] });
    // Whoever thinks that nothing changed takes sixty from sixty-five.
    const small = { kind: 'state', reading: 'nothing-changed', target: 'b', range: [5, 5] };
    const alone = await judge(known(ledger, days), proposed);
    expect(alone.verdict).toBe('block');
    expect(alone.why).toContainEqual(small);
    const noted = await judge(known([...ledger, said(13, { form: ['b'] }, 5)], days), proposed);
    expect(noted.verdict).toBe('block');
    expect(noted.why).toContainEqual(small);
  });

  test('takes nothing away of what others wrote down, though it contradicts them', async () => {
    const before = release(10, {
      dimensions: { form: ['a', 'b'] },
      figures: [shown({}, 70), shown({ form: ['a'] }, 40)],
    });
    const true_ = said(11, { form: ['a'], gender: ['x'] }, 38);
    const proposed = release(12, { dimensions: {}, figures: [shown({ gender: ['x'] }, 40)] });
    const told = await judge(known([before, true_]), proposed);
    for (const ledger of [known([before, true_, said(13, {}, 90)]), known([before, said(13, {}, 90), true_])]) {
      const found = await judge(ledger, proposed);
      for (const finding of told.why) expect(found.why).toContainEqual(finding);
      expect(found.leftOut).toEqual([id(13)]);
    }
  });

  test('is not taken where it divides people into more groups than can be checked', () => {
    const forms = ['a', 'b', 'c', 'd'].map((name) => ['form', name] as const);
    const genders = ['x', 'y', 'z'].map((name) => ['gender', name] as const);
    const table = release(10, {
      dimensions: {},
      figures: [...forms, ...genders].map(([of, name]) => shown({ [of]: [name] }, 40)),
    });
    const many = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`d${String(at)}`, ['one']]));
    const odd = {
      ...said(11, {}, 3),
      figures: [{ sets: { ...many, form: ['a'], gender: ['x'] }, rule: 'exact', value: 3 }],
    } as const;
    expect(checkNote(known([table]), odd)).toMatchObject({ refusal: { code: 'too-large', path: 'figures' } });
    // Nor before any table, whose groups it would multiply.
    expect(checkNote([], { ...odd, figures: [{ sets: many, rule: 'exact', value: 3 }] }).ok).toBe(false);
    expect(checkNote(known([table]), said(11, { quarter: ['first'] }, 30)).ok).toBe(true);
  });
});

describe('people divided in two ways', () => {
  test('are corrected as one: what a total tells across a correction counts for each of them', async () => {
    const before = release(10, {
      dimensions: { gender: ['w', 'm'] },
      figures: [shown({}, 30), shown({ gender: ['w'] }, 15)],
    });
    const after = correction(11, {
      dimensions: { gender: ['w', 'm'] },
      figures: [shown({}, 30), shown({ gender: ['m'] }, 10)],
    });
    const forms = { form: ['a', 'b', 'c'] };
    const more = release(12, { dimensions: forms, figures: [shown({ form: ['a'] }, 10), shown({ form: ['c'] }, 10)] });
    const found = await judge(known([before, after]), more);
    expect(found.worst).not.toBe('pass');
    expect(found.why).toContainEqual(
      expect.objectContaining({ kind: 'state', reading: 'nothing-changed', target: 'b', range: [4, 9] }) as unknown,
    );
  });

  test('a true number between two wrong ones is believed by somebody', async () => {
    const proposed = release(15, {
      dimensions: { form: ['a', 'b'] },
      figures: [{ sets: { form: ['a'] }, rule: 'exact', value: 65 }],
    });
    const notes = [said(11, {}, 90), said(12, {}, 70), said(13, {}, 90)];
    expect((await judge(known(notes), proposed)).worst).toBe('block');
  });
});

describe('lists of one dimension each', () => {
  test('are judged one after the other, though together they divide people into more than a thousand groups', async () => {
    const ledger: LedgerContent[] = [];
    // Sixty people, in groups of one size each time.
    for (const [at, length] of [3, 4, 4, 6, 5].entries()) {
      const groups = Array.from({ length }, (_, place) => `group ${String(place)}`);
      const value = publishCount(60 / length);
      const told = list(
        groups,
        groups.map(() => value),
        60,
        `dimension ${String(at)}`,
      );
      expect((await judge(known(ledger), release(10 + at, told))).worst).not.toBe('block');
      ledger.push(release(10 + at, told));
    }
  });

  test('tell of each other how many there are besides a figure, where only the other proves the total', async () => {
    const genders = [exact({ gender: ['w'] }, 40), exact({ gender: ['m'] }, 30)];
    const first = release(10, { dimensions: { gender: ['w', 'm'] }, figures: genders });
    const figures = [exact({ form: ['a'] }, 65), shown({ form: ['b'] }, null)];
    const found = await judge(known([first]), release(11, { dimensions: { form: ['a', 'b', 'c'] }, figures }));
    expect(found.worst).toBe('block');
  });

  test('tell of each other how many people there are', async () => {
    const first = release(10, list(['x', 'y'], [40, 30], 70, 'gender'));
    const more = release(11, { dimensions: { form: ['a', 'b'] }, figures: [shown({ form: ['a'] }, 65)] });
    const found = await judge(known([first]), more);
    expect(found.verdict).toBe('warn');
    expect(found.why).toContainEqual(expect.objectContaining({ kind: 'group', target: 'b', range: [1, 9] }) as unknown);
  });
});
