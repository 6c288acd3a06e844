import { keepFor } from '#platform/base';
import type { Citations, DeadlineRule, FactRule, Pack, Source, Sourced } from '../pack.ts';
import type { PackIndex } from './view.ts';

/** The rules of a pack by name; made once per pack. */
export const indexOf = keepFor((pack: Pack): PackIndex => {
  const deadlines = new Map<string, DeadlineRule[]>();
  for (const rule of pack.deadlines) deadlines.set(rule.ref, [...(deadlines.get(rule.ref) ?? []), rule]);
  return { pack, deadlines, guards: new Map(pack.guards.map((guard) => [guard.id, guard])) };
});

/** Facts by name with their place in the vocabulary, over all packs asked. */
export function vocabularyOf(packs: readonly Pack[]): ReadonlyMap<string, FactRule & { readonly rank: number }> {
  const rules = new Map<string, FactRule & { readonly rank: number }>();
  for (const pack of packs)
    for (const rule of pack.facts) if (!rules.has(rule.name)) rules.set(rule.name, { ...rule, rank: rules.size });
  return rules;
}

/** The passages a rule rests on, with title and address. */
export function sourcesOf(pack: Pack, rule: Sourced): readonly Source[] {
  return sourcesIn(pack)(rule);
}

const sourcesIn = keepFor((pack: Pack) =>
  keepFor((rule: Sourced) => citationsToSources(pack, rule.source, rule.checkedOn)),
);

/** Citations with the title and address of what they cite; a source the pack does not list goes by its id. */
export function citationsToSources(pack: Pack, citations: Citations, checkedOn: string): readonly Source[] {
  return Object.entries(citations).map(([id, article]) => {
    const { title, address } = pack.sources[id] ?? { title: id, address: '' };
    return { id, title, article, address, checkedOn };
  });
}
