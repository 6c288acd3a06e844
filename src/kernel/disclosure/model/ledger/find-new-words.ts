import { foldName } from './fold-name.ts';
import type { Counted, KnownEntry } from './ledger-entry.ts';
import { listDimensions } from './list-dimensions.ts';
import { listPopulations } from './population-states.ts';

/** A word that figures are compared by, and that the ledger did not have. */
export interface NewWord {
  readonly kind: 'population' | 'dimension' | 'category';
  readonly word: string;
  /** Of a category the dimension; else null. */
  readonly of: string | null;
  /** Words of this kind that the ledger has: perhaps one of them was meant. */
  readonly known: readonly string[];
}

/** What a word is confirmed by: as what it is new, and under which dimension. */
export function keyOfWord({ kind, word, of }: NewWord): string {
  return [kind, of === null ? '' : foldName(of), foldName(word)].join('\n');
}

/**
 * Words of an entry that are new in the ledger. Somebody has to look at them: what is called otherwise is not put together with what is known of
 * the same people, and is taken for harmless. The first population of all, and what a new population is divided by, is nothing to compare.
 */
export function findNewWords(entries: readonly KnownEntry[], content: Counted): readonly NewWord[] {
  const populations = listPopulations(entries);
  const own = populations.find(({ population }) => foldName(population) === foldName(content.population));
  if (own === undefined) {
    if (populations.length === 0) return [];
    const known = populations.map(({ population }) => population);
    return [{ kind: 'population', word: content.population, of: null, known }];
  }
  const divided = listDimensions(own.states.map((state) => state.entries));
  if (!divided.ok || divided.value.dimensions.size === 0) return [];
  const { dimensions } = divided.value;
  const words = new Map<string, NewWord>();
  const spoken = content.figures.flatMap(({ sets }) => Object.entries(sets));
  const listed = 'dimensions' in content ? Object.entries(content.dimensions) : [];
  for (const [name, categories] of [...listed, ...spoken]) {
    const dimension = dimensions.get(foldName(name));
    if (dimension === undefined) {
      const known = [...dimensions.values()].map((one) => one.name);
      words.set(foldName(name), { kind: 'dimension', word: name, of: null, known });
      continue;
    }
    // What a whole dimension does not have is refused elsewhere, but for a correction, which may list others.
    if (dimension.whole && content.kind !== 'correction') continue;
    const known = [...dimension.codes].flatMap(([code, category]) => (code === '' ? [] : [category]));
    for (const category of categories)
      if (!dimension.codes.has(foldName(category)))
        words.set(`${foldName(name)}\n${foldName(category)}`, { kind: 'category', word: category, of: name, known });
  }
  return [...words.values()];
}
