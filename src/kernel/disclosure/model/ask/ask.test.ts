import { beforeAll, describe, expect, test } from 'vitest';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import type { Solver } from '../program.ts';
import { askAudit } from './ask-audit.ts';
import { askProtect } from './ask-protect.ts';
import { askRound, askSuppress } from './ask-suppress.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const refused = (answer: ReturnType<typeof askProtect>) =>
  answer.ok ? answer.value : [answer.refusal.code, answer.refusal.path].filter((part) => part !== undefined).join(' ');

test.each([
  [null, 'json-malformed'],
  [[], 'json-malformed'],
  [{}, 'field-missing counts'],
  [{ counts: [1], k: 5 }, 'field-unknown k'],
  [{ counts: [1], table: [[1]] }, 'field-unknown table'],
  [{ counts: 'x' }, 'count-malformed counts'],
  [{ counts: [3, -1] }, 'count-malformed counts[1]'],
  [{ counts: [2.5] }, 'count-malformed counts[0]'],
  [{ counts: ['7'] }, 'count-malformed counts[0]'],
  [{ counts: [1e12] }, 'count-malformed counts[0]'],
  [{ table: [] }, 'table-ragged table'],
  [{ table: [[]] }, 'table-ragged table'],
  [{ table: [[1, 2], [3]] }, 'table-ragged table[1]'],
  [{ table: [1] }, 'table-ragged table[0]'],
  [{ table: [[1]], margins: 'yes' }, 'field-malformed margins'],
  [{ counts: [1], margins: true }, 'field-unknown margins'],
  [{ records: [{ a: 'x' }] }, 'field-missing by'],
  [{ records: [{ a: 'x' }], by: ['b'] }, 'field-missing by[0]'],
  [{ records: [{ a: {} }], by: ['a'] }, 'field-malformed records[0].a'],
])('protect refuses %j', (question, refusal) => {
  expect(refused(askProtect(question))).toBe(refusal);
});

test('protect tells of every combination of values, also of those that nobody has', () => {
  const records = [...Array.from({ length: 12 }, () => ({ g: 'w', f: 'x' })), { g: 'm', f: 'y' }];
  expect(refused(askProtect({ records, by: ['g', 'f'] }))).toEqual({
    cells: [
      { cell: ['m', 'x'], published: null },
      { cell: ['m', 'y'], published: null },
      { cell: ['w', 'x'], published: 10 },
      { cell: ['w', 'y'], published: null },
    ],
  });
});

const table = { kind: 'table', rule: '10-5' };
const wide = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`c${String(at)}`, 'x']));
const wideRecords = {
  kind: 'records',
  columns: Object.keys(wide),
  upTo: 6,
  records: [wide, wide, wide, wide, wide, wide],
};
const sequence = { kind: 'sequence', atoms: ['a', 'b'] };
const figure = { id: 'f', atoms: ['a'], rule: '10-5', published: 15 };
const releases = (...figures: readonly object[]) => [{ release: 'R', figures }];

test.each([
  [{}, 'field-missing kind'],
  [{ kind: 'cube' }, 'kind-unknown kind'],
  [{ ...table, rule: 'rounded', published: [[1, 1]] }, 'rule-unknown rule'],
  [{ ...table, published: [[10, 10]] }, 'table-ragged published'],
  [
    {
      ...table,
      published: [
        [10, 12],
        [10, 10],
      ],
    },
    'count-malformed published[0][1]',
  ],
  [
    {
      ...table,
      published: [
        [10, 5],
        [10, 10],
      ],
    },
    'count-malformed published[0][1]',
  ],
  [
    {
      ...table,
      published: [
        [10, 'none'],
        [10, 10],
      ],
    },
    'count-malformed published[0][1]',
  ],
  // Margins that do not add up.
  [
    {
      ...table,
      published: [
        [10, 50],
        [10, 50],
      ],
    },
    'contradiction',
  ],
  [
    {
      ...table,
      rule: 'exact',
      published: [
        [3, 4],
        [3, 3],
      ],
    },
    'contradiction',
  ],
  [
    {
      ...table,
      published: [
        [10, 10],
        [10, 10],
      ],
      k: 1,
    },
    'count-malformed k',
  ],
  [
    {
      ...table,
      published: [
        [10, 10],
        [10, 10],
      ],
      more: 1,
    },
    'field-unknown more',
  ],
  [{ ...sequence }, 'field-missing releases'],
  [{ ...sequence, atoms: ['a', 'a'], releases: [] }, 'field-malformed atoms'],
  [{ ...sequence, releases: [{ release: 'R' }] }, 'field-missing releases[0].figures'],
  [{ ...sequence, releases: releases({ ...figure, atoms: ['c'] }) }, 'atom-unknown releases[0].figures[0].atoms[0]'],
  [{ ...sequence, releases: releases({ ...figure, rule: 'guess' }) }, 'rule-unknown releases[0].figures[0].rule'],
  [
    { ...sequence, releases: releases({ ...figure, published: 14 }) },
    'count-malformed releases[0].figures[0].published',
  ],
  [
    { ...sequence, releases: releases({ ...figure, rule: 'interval', published: undefined }) },
    'field-missing releases[0].figures[0].interval',
  ],
  [
    { ...sequence, releases: releases({ ...figure, rule: 'interval', interval: [5, 4] }) },
    'contradiction releases[0].figures[0].interval',
  ],
  [{ ...sequence, releases: releases(figure, { ...figure, published: 30 }) }, 'contradiction releases[0]'],
  [{ ...sequence, releases: [], targets: [{ id: 't', atoms: ['z'] }] }, 'atom-unknown targets[0].atoms[0]'],
  [{ kind: 'percent', percent: '14.33', decimals: 1, baseRange: [1, 9] }, 'count-malformed percent'],
  [{ kind: 'percent', percent: '101', decimals: 0, baseRange: [1, 9] }, 'count-malformed percent'],
  [{ kind: 'percent', percent: '14', decimals: 0, baseRange: [9, 1] }, 'count-malformed baseRange'],
  [{ kind: 'percent', percent: '14', decimals: 0, baseRange: [1, 1e9] }, 'too-large baseRange'],
  [{ kind: 'percent', percent: '14', decimals: 0, baseRange: [1e9 - 1, 1e9] }, 'too-large baseRange'],
  [{ kind: 'percent', percent: '14', decimals: 9, baseRange: [1, 3_000_000] }, 'too-large baseRange'],
  [{ ...sequence, releases: releases({ ...figure, atoms: [] }) }, 'field-malformed releases[0].figures[0].atoms'],
  [{ ...sequence, releases: [], targets: [{ id: 't', atoms: [] }] }, 'field-malformed targets[0].atoms'],
  [wideRecords, 'too-large columns'],
  [{ kind: 'records', records: [] }, 'field-malformed records'],
  [{ kind: 'records', records: [{ a: '1' }], quasiIdentifiers: ['b'] }, 'field-missing quasiIdentifiers[0]'],
])('audit refuses %j', (question, refusal) => {
  expect(refused(askAudit(solver, question))).toBe(refusal);
});

describe('what an audit of a table says', () => {
  const exact = (published: readonly unknown[], k = 10) =>
    refused(askAudit(solver, { kind: 'table', rule: 'exact', published, k }));
  test('a small count that is shown is blocked, a zero is not', () => {
    expect(
      exact([
        [4, 20, 24],
        [30, 0, 30],
        [34, 20, 54],
      ]),
    ).toMatchObject({
      verdict: 'block',
      reasons: expect.arrayContaining([{ row: 0, col: 0, code: 'shown-small' }]) as unknown,
    });
  });
  test('whoever is in a group learns when all of it share a cell, or all but two', () => {
    expect(
      exact([
        [40, 0, 40],
        [15, 25, 40],
        [55, 25, 80],
      ]),
    ).toMatchObject({ verdict: 'pass', insiders: 'block' });
    const nearly = exact([
      [40, 'hidden', 42],
      [15, 'hidden', 40],
      [55, 27, 82],
    ]);
    expect(nearly).toMatchObject({
      insiders: 'warn',
      intervals: [
        [
          [40, 40],
          [2, 2],
          [42, 42],
        ],
        {},
        {},
      ],
    });
    expect(
      exact([
        [20, 20, 40],
        [15, 25, 40],
        [35, 45, 80],
      ]),
    ).toMatchObject({ verdict: 'pass', insiders: 'pass', reasons: [] });
  });
  test('with a raised floor the 10-5 rule proves more', () => {
    const question = {
      ...table,
      published: [
        [null, 15, 20],
        [20, 20, 40],
        [25, 35, 60],
      ],
      k: 15,
      values: 5,
    };
    expect(refused(askAudit(solver, question))).toMatchObject({
      intervals: [
        [
          [1, 7],
          [15, 17],
          [18, 22],
        ],
        {},
        {},
      ],
    });
  });
});

test('a sequence without targets looks at every group and every difference, and says how a stranger works it out', () => {
  const asked = {
    ...{ kind: 'sequence', atoms: ['q1', 'q2', 'q3', 'q4'] },
    releases: [
      { release: 'R1', figures: [{ id: 'nine months', atoms: ['q1', 'q2', 'q3'], rule: '10-5', published: 60 }] },
      { release: 'R2', figures: [{ id: 'year', atoms: ['q1', 'q2', 'q3', 'q4'], rule: '10-5', published: 65 }] },
      { release: 'R3', figures: [{ id: 'half', atoms: ['q1', 'q2'], rule: 'interval', interval: [30, null] }] },
    ],
  };
  expect(refused(askAudit(solver, asked))).toMatchObject({
    releases: [
      { release: 'R1', verdict: 'pass', why: [] },
      {
        ...{ release: 'R2', verdict: 'warn' },
        why: [
          {
            ...{ target: 'q4', figures: ['nine months', 'year'] },
            text: 'nine months 60 means 58 to 62. year 65 means 63 to 67. So q4 has 1 to 9.',
          },
        ],
      },
      { release: 'R3', targets: expect.arrayContaining([{ id: 'year - half', interval: [1, 37] }]) as unknown },
    ],
  });
});

test('a number that should not have been shown counts as it is, and the floor of the 10-5 rule is never lower', () => {
  const asked = (figures: readonly object[], k: number) =>
    refused(askAudit(solver, { ...sequence, k, releases: releases(...figures), targets: [{ id: 'a', atoms: ['a'] }] }));
  const target = (interval: readonly unknown[], verdict: string) => ({
    releases: [{ verdict, targets: [{ id: 'a', interval }] }],
  });
  expect(asked([{ ...figure, rule: 'threshold', published: 4 }], 10)).toMatchObject(target([4, 4], 'block'));
  expect(asked([{ ...figure, rule: 'threshold', published: '<10' }], 5)).toMatchObject(target([0, 4], 'pass'));
  expect(asked([{ ...figure, published: '<10' }], 5)).toMatchObject(target([0, 9], 'pass'));
  expect(asked([{ ...figure, rule: 'exact', published: undefined, interval: [2, 3] }], 10)).toMatchObject(
    target([2, 3], 'block'),
  );
});

test('groups that are told together are one target, so a small number of both is blocked', () => {
  const both = { ...figure, atoms: ['a', 'b'], rule: 'exact', published: 4 };
  expect(refused(askAudit(solver, { ...sequence, releases: releases(both) }))).toMatchObject({
    releases: [{ verdict: 'block', targets: expect.arrayContaining([{ id: 'a + b', interval: [4, 4] }]) as unknown }],
  });
});

test('when the time is over nothing is answered', async () => {
  const late = await openSolver(-1);
  expect(
    refused(
      askAudit(late, {
        ...table,
        published: [
          [10, 10],
          [10, 10],
        ],
      }),
    ),
  ).toBe('not-checked');
  expect(refused(askRound(late, { table: [[1, 2]], base: 3 }))).toBe('not-checked');
  expect(
    refused(
      askSuppress(late, {
        table: [
          [1, 2],
          [3, 4],
        ],
        k: 5,
        minimise: 'cells',
        protection: 'exact',
      }),
    ),
  ).toBe('not-checked');
});

const suppress = {
  table: [
    [1, 20],
    [30, 40],
  ],
  k: 5,
  minimise: 'cells',
  protection: 'exact',
};
test.each([
  [{ ...suppress, k: undefined }, 'count-malformed k'],
  [{ ...suppress, minimise: 'money' }, 'method-unknown minimise'],
  [{ ...suppress, protection: 'none' }, 'method-unknown protection'],
  [{ ...suppress, table: [[1, null]] }, 'count-malformed table[0][1]'],
  [{ table: [[1]] }, 'field-missing k'],
])('suppress refuses %j', (question, refusal) => {
  expect(refused(askSuppress(solver, question))).toBe(refusal);
});

test('a small count alone in its row cannot be hidden, and what helps is said', () => {
  expect(refused(askSuppress(solver, { ...suppress, table: [[1], [30]] }))).toEqual({
    status: 'infeasible',
    advice: ['Join row 0 or column 0 with another: cell 0,0 stays open even when every cell is hidden.'],
  });
  expect(
    refused(
      askSuppress(solver, {
        ...suppress,
        table: [
          [10, 20],
          [30, 40],
        ],
      }),
    ),
  ).toEqual({
    ...{ status: 'optimal', extraCells: 0, extraWeight: 0, intervals: [] },
    pattern: [
      [0, 0],
      [0, 0],
    ],
  });
});

test.each([
  [{ table: [[1, 2]], base: 1 }, 'count-malformed base'],
  [{ table: [[1, 2]] }, 'field-missing base'],
])('round refuses %j', (question, refusal) => {
  expect(refused(askRound(solver, question))).toBe(refusal);
});
