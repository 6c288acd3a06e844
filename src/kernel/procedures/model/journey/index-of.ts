import type { Citations, DeadlineRule, FactRule, Pack, Source, Sourced } from '../pack.ts';
import type { PackIndex } from './view.ts';

const indexByPack = new WeakMap<Pack, PackIndex>();
const sourcesByRule = new WeakMap<object, readonly Source[]>();

/** The rules of a pack by name; made once per pack. */
export function indexOf(pack: Pack): PackIndex {
  const kept = indexByPack.get(pack);
  if (kept !== undefined) return kept;
  const deadlines = new Map<string, DeadlineRule[]>();
  for (const rule of pack.deadlines) deadlines.set(rule.ref, [...(deadlines.get(rule.ref) ?? []), rule]);
  const index = { pack, deadlines, guards: new Map(pack.guards.map((guard) => [guard.id, guard])) };
  indexByPack.set(pack, index);
  return index;
}

/** Facts by name with their place in the vocabulary, over all packs asked. */
export function vocabularyOf(packs: readonly Pack[]): ReadonlyMap<string, FactRule & { readonly rank: number }> {
  const first = packs[0];
  const kept = first === undefined || packs.length > 1 ? undefined : vocabularies.get(first);
  if (kept !== undefined) return kept;
  const rules = new Map<string, FactRule & { readonly rank: number }>();
  for (const pack of packs)
    for (const rule of pack.facts) if (!rules.has(rule.name)) rules.set(rule.name, { ...rule, rank: rules.size });
  if (first !== undefined && packs.length === 1) vocabularies.set(first, rules);
  return rules;
}

const vocabularies = new WeakMap<Pack, ReadonlyMap<string, FactRule & { readonly rank: number }>>();

/** The passages a rule rests on, with title and address. */
export function sourcesOf(pack: Pack, rule: Sourced): readonly Source[] {
  const kept = sourcesByRule.get(rule);
  if (kept !== undefined) return kept;
  const sources = citationsToSources(pack, rule.source, rule.checkedOn);
  sourcesByRule.set(rule, sources);
  return sources;
}

/** Citations with the title and address of what they cite; a source the pack does not list goes by its id. */
export function citationsToSources(pack: Pack, citations: Citations, checkedOn: string): readonly Source[] {
  return Object.entries(citations).map(([id, article]) => {
    const source = pack.sources[id];
    return { id, title: source?.title ?? id, article, address: source?.address ?? '', checkedOn };
  });
}
