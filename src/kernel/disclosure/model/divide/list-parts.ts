/** Dimensions that people are divided by together, crossed with each other. */
export interface DimensionPart {
  readonly names: ReadonlySet<string>;
  /** The part that this one hangs on, by its place in the list, and the dimensions that both divide by; null for the first. */
  readonly on: { readonly part: number; readonly shared: ReadonlySet<string> } | null;
}

/**
 * Sorts dimensions into parts, so that those that stand in a figure together (`sets`) are together in a part, and the parts hang together like a
 * tree: what two of them share, all between them share too. Then counts by part that agree on what is shared always come from some population
 * (https://arxiv.org/abs/2012.12126), and nothing is lost against the cross of all dimensions (diplomacy, 3.2 and 3.4). Pairs that make a tree are a part each;
 * where figures go round in a circle, dimensions are crossed further until no circle is left. At least one part.
 */
export function listParts(
  dimensions: readonly string[],
  sets: readonly (readonly string[])[],
): readonly DimensionPart[] {
  const cliques = listCliques(dimensions, sets);
  const [first = new Set<string>(), ...others] = cliques;
  const parts: DimensionPart[] = [{ names: first, on: null }];
  // A spanning tree that shares as much as possible keeps what is shared together along every way.
  while (others.length > 0) {
    const choices = others.flatMap((names) =>
      parts.map((on, part) => ({ names, part, shared: new Set([...names].filter((name) => on.names.has(name))) })),
    );
    const best = choices.reduce((one, other) => (other.shared.size > one.shared.size ? other : one));
    parts.push({ names: best.names, on: { part: best.part, shared: best.shared } });
    others.splice(others.indexOf(best.names), 1);
  }
  return parts;
}

/**
 * The largest sets of dimensions that must be crossed: takes one dimension after the other out, each time the one whose neighbours need the
 * fewest new crosses among each other, and crosses it with them.
 */
function listCliques(
  dimensions: readonly string[],
  sets: readonly (readonly string[])[],
): readonly ReadonlySet<string>[] {
  const beside = new Map(dimensions.map((name) => [name, new Set<string>()]));
  const cross = (names: Iterable<string>): void => {
    const all = [...names];
    for (const name of all) for (const other of all) if (other !== name) beside.get(name)?.add(other);
  };
  for (const names of sets) cross(names);
  const missing = (names: ReadonlySet<string>): number =>
    [...names].flatMap((name) => [...names].filter((other) => other !== name && !beside.get(name)?.has(other))).length;
  const cliques: ReadonlySet<string>[] = [];
  while (beside.size > 0) {
    const next = [...beside].map(([name, others]) => ({ name, others, new: missing(others) }));
    const { name, others } = next.reduce((one, other) => (other.new < one.new ? other : one));
    const clique = [name, ...others];
    if (!cliques.some((one) => clique.every((member) => one.has(member)))) cliques.push(new Set(clique));
    cross(others);
    beside.delete(name);
    for (const other of others) beside.get(other)?.delete(name);
  }
  return cliques;
}
