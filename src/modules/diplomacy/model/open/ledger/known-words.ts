import { foldName, listPopulations, type KnownEntry } from '#kernel/disclosure';

/** Words that a ledger uses of one population, as they were written first. */
export interface KnownWords {
  readonly population: string;
  /** Categories by dimension. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
}

/** The words of each population, those that were spoken of last first. */
export function knownWords(entries: readonly KnownEntry[]): readonly KnownWords[] {
  return listPopulations(entries)
    .map(({ population, states }) => {
      const dimensions = new Map<string, { readonly name: string; readonly codes: Map<string, string> }>();
      for (const content of states.flatMap((state) => state.entries)) {
        const listed = 'dimensions' in content ? Object.entries(content.dimensions) : [];
        for (const [name, categories] of [...listed, ...content.figures.flatMap(({ sets }) => Object.entries(sets))]) {
          const dimension = dimensions.get(foldName(name)) ?? { name, codes: new Map<string, string>() };
          dimensions.set(foldName(name), dimension);
          for (const category of categories)
            if (!dimension.codes.has(foldName(category))) dimension.codes.set(foldName(category), category);
        }
      }
      const named = [...dimensions.values()].map(({ name, codes }) => [name, [...codes.values()]] as const);
      return { population, dimensions: new Map(named) };
    })
    .toReversed();
}
