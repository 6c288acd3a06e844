import { ok, type Result } from '#platform/base';
import type { JudgedNewest } from '../audit-releases.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import { usualFloor, worstOf } from '../verdict.ts';
import { cutFindings } from './cut-findings.ts';
import { findNewWords, type NewWord } from './find-new-words.ts';
import { foldName } from './fold-name.ts';
import { judgeCorrections, type JudgedCorrections } from './judge-corrections.ts';
import { findingOfNested } from './finding-of-nested.ts';
import { judgeNewest } from './judge-newest.ts';
import {
  isDecided,
  type KnownEntry,
  type LedgerAudit,
  type LedgerContent,
  type LedgerEntryId,
  type LedgerFinding,
} from './ledger-entry.ts';
import { listPopulations } from './population-states.ts';
import { checkRelease, floorOfPopulation } from './release-rules.ts';

/** What the attack found, and what whoever approves has to look at. */
export interface JudgedProposal {
  readonly audit: LedgerAudit;
  /** Figures of this population were corrected, so that three strangers were asked (diplomacy, 3.4). */
  readonly corrected: boolean;
  readonly newWords: readonly NewWord[];
  /** Entries of the same people that it was put together with, in their order. */
  readonly earlier: readonly LedgerEntryId[];
}

/**
 * Attacks a proposed release with everything in the ledger, withdrawn or not. Only its own population is looked at: others do not meet it.
 * Refuses what may not be released whatever its numbers are (`table-released`, `state-differs`), and what cannot be answered for sure
 * (`not-checked`, `contradiction`, `too-large`, `dimensions-differ`, `category-unknown`): what is not checked is not released.
 */
export function judgeRelease(
  solver: Solver,
  ledger: readonly KnownEntry[],
  proposed: LedgerContent,
): Result<JudgedProposal, DisclosureRefusal> {
  if (proposed.kind === 'withdrawal' || !isDecided(proposed.kind)) return refuseDisclosure('kind-unknown', 'kind');
  const rules = checkRelease(ledger, proposed);
  if (!rules.ok) return rules;
  const name = foldName(proposed.population);
  const states =
    listPopulations([...ledger, { content: proposed, on: lastDay }]).find(
      ({ population }) => foldName(population) === name,
    )?.states ?? [];
  const newest = states.at(-1);
  if (newest === undefined) return refuseDisclosure('not-checked');
  const floor = { ...usualFloor, k: floorOfPopulation(ledger, proposed) };
  const judged = judgeNewest(solver, newest, proposed, floor);
  if (!judged.ok) return judged;
  const corrections = states.length > 1 ? judgeCorrections(solver, states, proposed, floor) : ok(null);
  if (!corrections.ok) return corrections;
  const leftOut = new Set([...judged.value.leftOut, ...(corrections.value?.leftOut ?? [])]);
  return ok({
    audit: auditOf(solver, judged.value.found, corrections.value, [...leftOut]),
    corrected: states.length > 1,
    newWords: findNewWords(ledger, proposed),
    earlier: states.flatMap(({ entries }) => entries.flatMap(({ id }) => (id === proposed.id ? [] : [id]))),
  });
}

/** A proposal comes after all that is known. */
const lastDay = '9999-12-31';

function auditOf(
  solver: Solver,
  judged: readonly JudgedNewest[],
  corrections: JudgedCorrections | null,
  leftOut: readonly LedgerEntryId[],
): LedgerAudit {
  const groups = unique(judged.flatMap(({ why }) => why)).map(({ target, range, proof }): LedgerFinding => ({
    ...{ kind: 'group', target, range: [range.low, range.high] },
    steps: proof.map(({ name, text, range: { low, high } }) => ({ name, text, range: [low, high] as const })),
  }));
  const inside = unique(judged.flatMap(({ nested }) => nested).map(findingOfNested));
  return {
    // What was left out may be what a stranger believes: a person decides, with a reason.
    verdict: worstOf([
      ...judged.map(({ verdict }) => verdict),
      corrections?.verdict ?? 'pass',
      leftOut.length > 0 ? 'warn' : 'pass',
    ]),
    insiders: worstOf([...judged.map(({ insiders }) => insiders), corrections?.insiders ?? 'pass']),
    ...cutFindings(unique([...groups, ...inside, ...(corrections?.why ?? [])])),
    ...{ leftOut, solver: solver.name },
  };
}

/** Each finding once: two attacks may find the same. */
function unique<Finding>(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
