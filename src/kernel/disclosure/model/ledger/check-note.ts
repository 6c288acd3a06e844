import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { findNewWords, type NewWord } from './find-new-words.ts';
import { foldName } from './fold-name.ts';
import type { Counted, KnownEntry } from './ledger-entry.ts';
import { findUnknown, listDimensions } from './list-dimensions.ts';
import { listPopulations } from './population-states.ts';

/**
 * Looks at what somebody is about to write down: its new words, which a person confirms. Refuses (`category-unknown`, with the place) a category
 * that the tables of this population do not have: it could not be put together with them, and nobody can take it out again.
 */
export function checkNote(
  entries: readonly KnownEntry[],
  content: Counted,
): Result<readonly NewWord[], DisclosureRefusal> {
  const own = listPopulations(entries).find(({ population }) => foldName(population) === foldName(content.population));
  const divided = listDimensions(own?.states.flatMap((state) => state.entries) ?? []);
  if (!divided.ok) return divided;
  const unknown = findUnknown(divided.value.dimensions, content);
  return unknown === null ? ok(findNewWords(entries, content)) : refuseDisclosure('category-unknown', unknown.path);
}
