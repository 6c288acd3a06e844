import { addDays, createId, expectOk, type CivilDate } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { signIn } from '#kernel/accounts/client';
import {
  judgeRelease,
  keyOfWord,
  lowestFloor,
  tableFigures,
  type LedgerEntryId,
  type LedgerFigure,
} from '#kernel/disclosure';
import {
  approveRelease,
  listProposals,
  noteInLedger,
  openLedger,
  proposeRelease,
  type Drafted,
  type Judge,
} from '#kernel/disclosure/client';
import { loadSolver } from '#kernel/disclosure/server';
import type { SpaceSession } from '#kernel/spaces/client';
import { openSession } from './seed-parts.ts';
import type { SeededProgramme } from './seed-people.ts';

/** Invented counts: nobody was ever counted for them. */
interface InventedYear {
  readonly population: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

const forms = ['sexual exploitation', 'labour exploitation', 'forced crime', 'other or unknown'];
const genders = ['woman', 'man'];
/** Seventy and seventy-three people whom nobody ever met, by form and gender. */
const early = [
  [26, 2],
  [8, 14],
  [3, 7],
  [4, 6],
];
const late = [
  [31, 2],
  [7, 15],
  [3, 8],
  [4, 3],
];

/**
 * Fills the ledger with releases of two invented years, and with two lessons that stay in it: a year that says too much after nine months
 * were said aloud, and a table that is blocked because of a number from an interview.
 */
export async function seedLedger({ founder, people }: SeededProgramme, on: CivilDate): Promise<void> {
  const second = people.find(({ role, user }) => role === 'coordinator' && user !== founder.user);
  if (second === undefined) return;
  const author = await openSession(second.parts, expectOk(await signIn(second.parts, second)));
  const judge = await openJudge();
  const [before, last] = [Number(on.slice(0, 4)) - 2, Number(on.slice(0, 4)) - 1];
  const [one, other] = [invented(before, early), invented(last, late)];
  const totals = { cells: false };
  await release(author, founder, judge, draftOf(one, `Year report ${String(before)}`, totals));
  const told: LedgerFigure = { sets: { quarter: ['first', 'second', 'third'] }, rule: '10-5', value: 70 };
  await note(author, other.population, [told], 'Round table (invented)', on);
  await release(author, founder, judge, draftOf(other, `Year report ${String(last)}`, totals));
  const [women = 0, men = 0] = genders.map((_, column) => one.counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const heard: readonly LedgerFigure[] = [
    { sets: {}, rule: 'exact', value: women + men },
    { sets: { gender: ['woman'] }, rule: 'exact', value: women },
  ];
  await note(author, one.population, heard, 'Interview (invented)', on);
  const asked: InventedYear = {
    ...{ population: one.population, rows: genders, columns: ['near a border', 'elsewhere'] },
    counts: [
      [women - 1, 1],
      [Math.floor(men / 2), Math.ceil(men / 2)],
    ],
  };
  expectOk(await proposeRelease(author, draftOf(asked, 'Answer to a newspaper', {}, ['gender', 'place'])));
}

async function openJudge(): Promise<Judge> {
  const open = await loadSolver();
  return (ledger, proposed) => Promise.resolve(judgeRelease(open(60), ledger, proposed));
}

/** Proposed by one, checked and approved by the other, as people do it; a warning is let go with a reason that says what it is. */
async function release(author: SpaceSession, approver: SpaceSession, judge: Judge, draft: Drafted): Promise<void> {
  expectOk(await proposeRelease(author, draft));
  const proposal = expectOk(await listProposals(approver)).find(({ content }) => content.id === draft.id);
  if (proposal === undefined) throw new Error('the practice release does not wait');
  const { content } = proposal;
  if (content.kind === 'withdrawal') return;
  const { head } = expectOk(await openLedger(approver));
  const reason = 'For practice: to show what a warning looks like';
  expectOk(await approveRelease(approver, judge, proposal, { reason, words: wordsOf(content), head }));
}

async function note(
  author: SpaceSession,
  population: string,
  figures: readonly LedgerFigure[],
  where: string,
  on: CivilDate,
): Promise<void> {
  const draft: Drafted = {
    ...{ id: createId<LedgerEntryId>(randomBytes), kind: 'said', population, figures },
    ...{ floor: lowestFloor, on: addDays(on, -1), where },
  };
  expectOk(await noteInLedger(author, draft, wordsOf(draft)));
}

function draftOf(
  { population, rows, columns, counts }: InventedYear,
  title: string,
  parts: { readonly cells?: boolean } = {},
  [ofRows, ofColumns]: readonly [string, string] = ['form', 'gender'],
): Drafted {
  const dimensions = { rows: ofRows, columns: ofColumns };
  const told = { cells: true, rowTotals: true, columnTotals: true, ...parts };
  return {
    ...{ id: createId<LedgerEntryId>(randomBytes), kind: 'release', population, floor: lowestFloor },
    ...tableFigures({ rows, columns, counts }, dimensions, told, lowestFloor),
    ...{ audience: 'public', document: { title: `${title} (invented)`, version: '1' } },
    ...{ menu: null, tables: [], state: null },
  };
}

function invented(year: number, counts: InventedYear['counts']): InventedYear {
  return { population: `Persons supported ${String(year)} (invented)`, rows: forms, columns: genders, counts };
}

/** Every word of a practice entry is meant. */
function wordsOf({ population, figures }: { readonly population: string; readonly figures: readonly LedgerFigure[] }) {
  const known: readonly string[] = [];
  const dimensions = figures.flatMap(({ sets }) => Object.entries(sets));
  return [
    keyOfWord({ kind: 'population', word: population, of: null, known }),
    ...dimensions.map(([word]) => keyOfWord({ kind: 'dimension', word, of: null, known })),
    ...dimensions.flatMap(([of, words]) => words.map((word) => keyOfWord({ kind: 'category', word, of, known }))),
  ];
}
