import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { foldName } from './fold-name.ts';
import { isDecided, type Counted, type KnownEntry, type LedgerContent } from './ledger-entry.ts';

/**
 * What holds for a release whatever its numbers are (diplomacy, 3.1): each table of a population is released once, and other counts than those of
 * the release before are a correction. Refuses `table-released` with the table, and `state-differs`.
 */
export function checkRelease(
  entries: readonly KnownEntry[],
  proposed: LedgerContent,
): Result<undefined, DisclosureRefusal> {
  if (proposed.kind !== 'release') return ok(undefined);
  const before = decidedOf(entries, proposed.population);
  const told = new Set(before.flatMap(({ tables }) => tables.map(foldName)));
  const again = proposed.tables.find((table) => told.has(foldName(table)));
  if (again !== undefined) return refuseDisclosure('table-released', again);
  const newest = before.findLast(({ state }) => state !== null)?.state;
  const differs = proposed.state !== null && newest !== undefined && proposed.state !== newest;
  return differs ? refuseDisclosure('state-differs', 'state') : ok(undefined);
}

/** The floor that holds for a population: the highest of what was ever released of it. It may be raised, never lowered (diplomacy, 3.3). */
export function floorOfPopulation(entries: readonly KnownEntry[], proposed: Counted): number {
  return Math.max(proposed.floor, ...decidedOf(entries, proposed.population).map(({ floor }) => floor));
}

type Decided = Extract<LedgerContent, { readonly kind: 'release' | 'correction' }>;

function decidedOf(entries: readonly KnownEntry[], population: string): readonly Decided[] {
  const name = foldName(population);
  return entries.flatMap(({ content }) =>
    isDecidedContent(content) && foldName(content.population) === name ? [content] : [],
  );
}

function isDecidedContent(content: LedgerContent): content is Decided {
  return isDecided(content.kind);
}
