import type { BlockSource } from '../source/block-source.ts';
import type { CourseSource } from '../source/course-source.ts';
import type { PartId } from '../source/part-id.ts';

/**
 * Names of everything in a course that texts, learners or adaptations know by an id: scenes (`desk`), blocks (`desk.question`), their
 * parts (`desk.question.options.b`), and what the whole course shares (`people.imani`, `terms.consent`, `slots.advice`).
 */
export function partNames(source: Pick<CourseSource, 'course' | 'scenes' | 'glossary' | 'slots'>): ReadonlySet<string> {
  const { course, scenes, glossary, slots } = source;
  const blocks = [...scenes].flatMap(([scene, { blocks: within }]) => within.map((block) => ({ scene, block })));
  const notices = [...scenes.values()].flatMap((scene) => [scene, ...scene.blocks].flatMap(({ heavy }) => heavy ?? []));
  return new Set([
    ...scenes.keys(),
    ...blocks.flatMap(({ scene, block }) => {
      const name = `${scene}.${block.id}`;
      return [name, ...partsOf(block).map((part) => `${name}.${part}`)];
    }),
    ...blocks.flatMap(({ block }) => peopleOf(block)).map((one) => `people.${one}`),
    ...notices.map((notice) => `heavy.${notice}`),
    ...course.audience.map((place) => `audience.${place}`),
    ...Object.keys(glossary).map((term) => `terms.${term}`),
    ...Object.keys(slots).map((slot) => `slots.${slot}`),
  ]);
}

function peopleOf(block: BlockSource): readonly string[] {
  if (block.type === 'dialogue') return block.people;
  return block.type === 'decision' ? block.nodes.flatMap(({ who }) => who ?? []) : [];
}

/** Names of the parts within one block. */
function partsOf(block: BlockSource): readonly string[] {
  const ids = (name: string, parts: readonly { readonly id: PartId }[]): readonly string[] =>
    parts.map(({ id }) => `${name}.${id}`);
  switch (block.type) {
    case 'dialogue':
      return block.turns.map(({ say }) => say);
    case 'decision':
      return [
        ...ids('nodes', block.nodes),
        ...block.nodes.flatMap(({ id, choices }) => choices.map((choice) => `choices.${id}.${choice.id}`)),
        ...ids('endings', block.endings),
      ];
    case 'hotspot':
      return ids('spots', block.spots);
    case 'sort':
      return [...block.groups.map((group) => `groups.${group}`), ...ids('cards', block.cards)];
    case 'check':
      return ids('options', block.options);
    case 'spotting':
      return ids('items', block.items);
    case 'vignette':
      return block.phase === 'before' ? ids('items', block.items) : [];
    case 'takeaway':
      return block.cards.map((card) => `cards.${card}`);
    default:
      return [];
  }
}
