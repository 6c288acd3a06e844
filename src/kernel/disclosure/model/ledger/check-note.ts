import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { statesKnown } from './figures-known.ts';
import { findNewWords, type NewWord } from './find-new-words.ts';
import { foldName } from './fold-name.ts';
import type { Counted, KnownEntry } from './ledger-entry.ts';
import { findUnknown, listDimensions } from './list-dimensions.ts';
import { listPopulations, type PopulationState } from './population-states.ts';

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
  // Words of its own day, or of a correction since: one that was mended before that day is nobody's any more.
  const divided = listDimensions(sinceNote(entries, content));
  if (!divided.ok) return divided;
  const unknown = findUnknown(divided.value.dimensions, content);
  if (unknown !== null) return refuseDisclosure('category-unknown', unknown.path);
  if (content.figures.some(({ sets }) => Object.keys(sets).length > mostDimensions))
    return refuseDisclosure('too-large', 'figures');
  if (countAside([...states, { population: content.population, entries: [content] }]) > countAside(states))
    return refuseDisclosure('too-large', 'figures');
  return ok(findNewWords(entries, content));
}

/** The states of its population from the one that a note belongs to, without the note. */
function sinceNote(entries: readonly KnownEntry[], content: Counted): readonly (readonly Counted[])[] {
  const all = listPopulations([...entries, { content, on: content.written }]);
  const states = all.find((one) => one.states.some((state) => state.entries.includes(content)))?.states ?? [];
  const at = states.findIndex((state) => state.entries.includes(content));
  return states.slice(at).map((state) => state.entries.filter((entry) => entry !== content));
}

/** How many entries would be set aside; of what cannot be attacked at all, all of them. */
function countAside(states: readonly PopulationState[]): number {
  const known = statesKnown(states);
  return known.ok ? known.value.leftOut.length : Infinity;
}
