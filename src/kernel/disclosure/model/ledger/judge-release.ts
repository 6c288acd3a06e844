import { ok, type Result } from '#platform/base';
import { auditCorrections, type CorrectionFinding } from '../audit-corrections.ts';
import { auditNewest } from '../audit-releases.ts';
import type { Reading } from '../corrected-states.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { withKnown } from '../known-figures.ts';
import type { Solver } from '../program.ts';
import type { ReleasedFigure } from '../release.ts';
import { rangeText } from '../explain-range.ts';
import { usualFloor, worstOf, type Floor, type Verdict } from '../verdict.ts';
import { figuresKnown, foldName, statesKnown } from './figures-known.ts';
import type { LedgerAudit, LedgerContent } from './ledger-entry.ts';

/** What the attack found, and whether figures of this population were corrected, so that three strangers were asked (diplomacy, 3.4). */
export interface JudgedProposal {
  readonly audit: LedgerAudit;
  readonly corrected: boolean;
}

/**
 * Attacks a proposed release with everything in the ledger, withdrawn or not. Only its own population is looked at: others do not meet it.
 * Refuses what cannot be answered for sure (`not-checked`, `contradiction`, `too-large`, `dimensions-differ`, `category-unknown`): what is
 * not checked is not released.
 */
export function judgeRelease(
  solver: Solver,
  ledger: readonly LedgerContent[],
  proposed: LedgerContent,
): Result<JudgedProposal, DisclosureRefusal> {
  if (proposed.kind === 'withdrawal') return refuseDisclosure('kind-unknown', 'kind');
  const name = foldName(proposed.population);
  const own = [...ledger, proposed].filter((one) => one.kind !== 'withdrawal' && foldName(one.population) === name);
  const known = figuresKnown(own);
  if (!known.ok) return known;
  const newest = known.value.at(-1);
  if (newest === undefined) return refuseDisclosure('not-checked');
  const floor = { ...usualFloor, k: 'floor' in proposed ? proposed.floor : usualFloor.k };
  const judged = auditNewest(solver, newest.sequence, floor);
  if (!judged.ok) return judged;
  const corrections = newest.corrected ? judgeCorrections(solver, own, floor) : ok(nothingMore);
  if (!corrections.ok) return corrections;
  const why = [...judged.value.why.map(({ text }) => text), ...corrections.value.why];
  return ok({
    audit: {
      verdict: worstOf([judged.value.verdict, corrections.value.verdict]),
      insiders: worstOf([judged.value.insiders, corrections.value.insiders]),
      why: why.slice(0, mostSteps).map(shorten),
      solver: solver.name,
    },
    corrected: newest.corrected,
  });
}

interface Judged {
  readonly verdict: Verdict;
  readonly insiders: Verdict;
  readonly why: readonly string[];
}

const nothingMore: Judged = { verdict: 'pass', insiders: 'pass', why: [] };

/** What figures from before a correction and those since give away together. */
function judgeCorrections(
  solver: Solver,
  contents: readonly LedgerContent[],
  floor: Floor,
): Result<Judged, DisclosureRefusal> {
  const year = statesKnown(contents);
  if (!year.ok) return year;
  const { atoms, states } = year.value;
  const fitting: (readonly ReleasedFigure[])[] = [];
  let leftOut = false;
  for (const { figures, released } of states) {
    const readable = firstThatFits(solver, atoms, [figures, released]);
    if (!readable.ok) return readable;
    leftOut ||= readable.value !== figures;
    if (readable.value !== null) fitting.push(readable.value);
  }
  const found = auditCorrections(solver, { atoms, states: fitting }, floor);
  if (!found.ok) return found;
  const why = found.value.readings.flatMap(({ reading, judged }) =>
    (judged?.findings ?? []).map((finding) => say(reading, finding)),
  );
  // What was left out may be what a stranger believes: a person decides, with a reason.
  const { verdict, insiders } = found.value;
  return ok({
    verdict: leftOut ? worstOf([verdict, 'warn']) : verdict,
    insiders,
    why: leftOut ? [...why, contradictory] : why,
  });
}

const contradictory =
  'Figures from before this correction contradict each other. Those that were only written down were left out; where that was not enough, all of their state.';

/**
 * The first of these lists of figures that some counts fit; null where none does. A number that was said or noted and is wrong must not take
 * away what was released beside it: a stranger leaves it out as well.
 */
function firstThatFits(
  solver: Solver,
  atoms: readonly string[],
  lists: readonly (readonly ReleasedFigure[])[],
): Result<readonly ReleasedFigure[] | null, DisclosureRefusal> {
  for (const figures of lists) {
    const fits = withKnown(solver, atoms, figures, () => ok(null));
    if (fits.ok) return ok(figures);
    if (fits.refusal.code !== 'contradiction') return fits;
  }
  return ok(null);
}

const ifSo: Readonly<Record<Reading, string>> = {
  'nothing-changed': 'If nobody came or went between the figures',
  'late-added': 'If people were only added since',
  'added-and-removed': 'If people were added and removed since',
};

function say(reading: Reading, { of, target, range }: CorrectionFinding): string {
  const known = rangeText(range);
  if (of === 'state') return `${ifSo[reading]}: ${target} has ${known}.`;
  return `${ifSo[reading]}: of ${target}, ${known} ${of === 'added' ? 'came' : 'went'}.`;
}

/** As many steps, and as long, as an entry holds. */
const mostSteps = 50;
const mostLetters = 2_000;

/** Cut between signs, never within one. */
function shorten(text: string): string {
  return text
    .slice(0, mostLetters)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
}
