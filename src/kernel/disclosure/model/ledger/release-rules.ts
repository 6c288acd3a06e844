import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { foldName } from './fold-name.ts';
import { isDecided, type Counted, type KnownEntry, type LedgerContent } from './ledger-entry.ts';

/**
 * What holds for a release whatever its numbers are (diplomacy, 3.1 and 3.3): each table of a population is released once, other counts than those
 * of the release before are a correction, and a floor is never lowered. Refuses `table-released` with the table, `state-differs` and
 * `floor-lowered`.
 */
export function checkRelease(
  entries: readonly KnownEntry[],
  proposed: LedgerContent,
): Result<undefined, DisclosureRefusal> {
  if (proposed.kind !== 'release' && proposed.kind !== 'correction') return ok(undefined);
  const before = decidedOf(entries, proposed.population);
  if (proposed.floor < floorOfPopulation(entries, proposed)) return refuseDisclosure('floor-lowered', 'floor');
  if (proposed.kind === 'correction') return ok(undefined);
  const told = new Set(before.flatMap(({ tables }) => tables.map(foldName)));
  const again = proposed.tables.find((table) => told.has(foldName(table)));
  if (again !== undefined) return refuseDisclosure('table-released', again);
  const newest = before.findLast(({ state }) => state !== null)?.state;
  const differs = proposed.state !== null && newest !== undefined && proposed.state !== newest;
  return differs ? refuseDisclosure('state-differs', 'state') : ok(undefined);
}

/** The floor that holds for a population: the highest of what was ever released of it. It may be raised, never lowered (diplomacy, 3.3). */
export function floorOfPopulation(
  entries: readonly KnownEntry[],
  { population, floor }: Pick<Counted, 'population' | 'floor'>,
): number {
  return Math.max(floor, ...decidedOf(entries, population).map((one) => one.floor));
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
