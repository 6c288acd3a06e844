import { ok, type Result } from '#platform/base';
import { auditNewest } from '../audit-releases.ts';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import { usualFloor } from '../verdict.ts';
import { figuresKnown, foldName } from './figures-known.ts';
import type { LedgerAudit, LedgerContent } from './ledger-entry.ts';

/** What the attack found, and whether figures of this population were corrected, which is then not put together with those before. */
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
  const { verdict, insiders, why } = judged.value;
  const steps = why.slice(0, mostSteps).map(({ text }) => text.slice(0, mostLetters));
  return ok({ audit: { verdict, insiders, why: steps, solver: solver.name }, corrected: newest.corrected });
}

/** As many steps, and as long, as an entry holds. */
const mostSteps = 50;
const mostLetters = 2_000;
