import { addDays, createId, expectOk, type CivilDate } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import { signIn } from '#kernel/accounts/client';
import { judgeRelease, lowestFloor, tableFigures, type LedgerEntryId } from '#kernel/disclosure';
import {
  approveRelease,
  listProposals,
  noteInLedger,
  proposeRelease,
  type Drafted,
  type Judge,
} from '#kernel/disclosure/client';
import { loadSolver } from '#kernel/disclosure/server';
import type { SpaceSession } from '#kernel/spaces/client';
import { seededRandom } from './practice-world/seeded-random.ts';
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
/** How often a form occurs among the invented people, and how many of them are women, in hundredths. */
const shares = [
  [45, 92],
  [30, 28],
  [13, 24],
  [12, 50],
] as const;

/**
 * Fills the ledger with releases of two invented years, and with two lessons that stay in it: a year that says too much after nine months
 * were said aloud, and a table that is blocked because of a number from an interview.
 */
export async function seedLedger({ founder, people }: SeededProgramme, on: CivilDate, seed: number): Promise<void> {
  const second = people.find(({ role, user }) => role === 'coordinator' && user !== founder.user);
  if (second === undefined) return;
  const author = await openSession(second.parts, expectOk(await signIn(second.parts, second)));
  const judge = await openJudge();
  const [before, last] = [Number(on.slice(0, 4)) - 2, Number(on.slice(0, 4)) - 1];
  const [early, late] = [drawYear(before, 70, seed), drawYear(last, 73, seed + 1)];
  const totals = { cells: false };
  await release(author, founder, judge, draftOf(early, `Year report ${String(before)}`, totals));
  await note(author, late.population, { quarter: ['first', 'second', 'third'] }, 70, 'Round table (invented)', on);
  await release(author, founder, judge, draftOf(late, `Year report ${String(last)}`, totals));
  const [women = 0, men = 0] = genders.map((_, column) =>
    early.counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  await note(author, early.population, { gender: ['woman'] }, women, 'Interview (invented)', on, 'exact');
  const asked: InventedYear = {
    ...{ population: early.population, rows: genders, columns: ['near a border', 'elsewhere'] },
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
  const words = [content.population, ...content.figures.flatMap(({ sets }) => Object.keys(sets))];
  const reason = 'For practice: to show what a warning looks like';
  expectOk(await approveRelease(approver, judge, proposal, { reason, words }));
}

async function note(
  author: SpaceSession,
  population: string,
  sets: Readonly<Record<string, readonly string[]>>,
  value: number,
  where: string,
  on: CivilDate,
  rule: '10-5' | 'exact' = '10-5',
): Promise<void> {
  const draft: Drafted = {
    ...{ id: createId<LedgerEntryId>(randomBytes), kind: 'said', population, figures: [{ sets, rule, value }] },
    ...{ floor: lowestFloor, on: addDays(on, -1), where, afterwards: true },
  };
  const words = [population, ...Object.keys(sets), ...Object.values(sets).flat()];
  expectOk(await noteInLedger(author, draft, words));
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

function drawYear(year: number, persons: number, seed: number): InventedYear {
  const random = seededRandom(seed);
  const counts = forms.map(() => genders.map(() => 0));
  for (let person = 0; person < persons; person += 1) {
    let point = random.between(0, 99);
    const form = shares.findIndex(([share]) => {
      point -= share;
      return point < 0;
    });
    const [, women] = shares[form] ?? shares[0];
    const row = counts[form] ?? [];
    const gender = random.chance(women) ? 0 : 1;
    row[gender] = (row[gender] ?? 0) + 1;
  }
  return { population: `Persons supported ${String(year)} (invented)`, rows: forms, columns: genders, counts };
}
