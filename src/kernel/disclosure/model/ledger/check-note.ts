import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { statesKnown } from './figures-known.ts';
import { findNewWords, type NewWord } from './find-new-words.ts';
import { foldName } from './fold-name.ts';
import type { Counted, KnownEntry } from './ledger-entry.ts';
import { findUnknown, listDimensions } from './list-dimensions.ts';
import { listPopulations, type PopulationState } from './population-states.ts';

/** So many groups of one population are attacked while somebody waits; a note that divides people further would keep it from being checked. */
const mostAtoms = 400;

/** Tables divide people by two dimensions; each more in one note doubles the groups of every table that comes later. */
const mostDimensions = 4;

/**
 * Looks at what somebody is about to write down: its new words, which a person confirms. Refuses what nobody could take out again:
 * (`category-unknown`, with the place) a category that the tables of this population do not have, and (`too-large`) what divides people into
 * more groups than can be checked.
 */
export function checkNote(
  entries: readonly KnownEntry[],
  content: Counted,
): Result<readonly NewWord[], DisclosureRefusal> {
  const own = listPopulations(entries).find(({ population }) => foldName(population) === foldName(content.population));
  const states = own?.states ?? [];
  const divided = listDimensions(states.map((state) => state.entries));
  if (!divided.ok) return divided;
  const unknown = findUnknown(divided.value.dimensions, content);
  if (unknown !== null) return refuseDisclosure('category-unknown', unknown.path);
  if (content.figures.some(({ sets }) => Object.keys(sets).length > mostDimensions))
    return refuseDisclosure('too-large', 'figures');
  const now = countAtoms([...states, { population: content.population, entries: [content] }]);
  if (now === null || now > Math.max(mostAtoms, countAtoms(states) ?? 0))
    return refuseDisclosure('too-large', 'figures');
  return ok(findNewWords(entries, content));
}

/** Groups of the part that has most of them; null for more than are told apart at all. */
function countAtoms(states: readonly PopulationState[]): number | null {
  const known = statesKnown(states);
  return known.ok ? known.value.most : null;
}
