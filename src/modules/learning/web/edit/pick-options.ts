import type { BlockSource } from '../../model/open/source/block-source.ts';
import type { CourseSource } from '../../model/open/source/course-source.ts';
import { peopleOf } from '../../model/open/edit/fresh-block.ts';
import type { PickFrom } from './block-fields.ts';

/** Something that can be chosen: its id, and what it is called in the language of the course. */
export interface PickOption {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen from, for a field of a block. */
export function pickOptions(
  source: CourseSource,
  scene: string,
  block: BlockSource,
  from: PickFrom,
): readonly PickOption[] {
  const words = source.texts.get(source.course.languages.source) ?? {};
  const own = `${scene}.${block.id}`;
  const named = (ids: readonly string[], keyOf: (id: string) => string): readonly PickOption[] =>
    ids.map((id) => ({ value: id, label: short(words[keyOf(id)], id) }));
  switch (from) {
    case 'media':
      return [...source.mediaThere.keys()].map((name) => ({ value: name, label: name }));
    case 'slots':
      return named(Object.keys(source.slots), (id) => `slots.${id}`);
    case 'terms':
      return named(Object.keys(source.glossary), (id) => `terms.${id}.word`);
    case 'people':
      return named(
        [...new Set([...peopleOf(source), ...(block.type === 'dialogue' ? block.people : [])])],
        (id) => `people.${id}`,
      );
    case 'groups':
      return named(block.type === 'sort' ? block.groups : [], (id) => `${own}.groups.${id}`);
    case 'nodes':
      return named(block.type === 'decision' ? block.nodes.map(({ id }) => id) : [], (id) => `${own}.nodes.${id}`);
    case 'places':
      return block.type === 'decision' ? placesOf(block, (id) => words[`${own}.${id}`]) : [];
    case 'notices':
      return named(noticesOf(source), (id) => `heavy.${id}`);
    case 'objectives':
      return source.course.objectives.map((id) => ({ value: id, label: id }));
    case 'banks':
      return banksOf(source).map((id) => ({ value: id, label: id }));
  }
}

function placesOf(
  { nodes, endings }: Extract<BlockSource, { readonly type: 'decision' }>,
  wordsOf: (id: string) => string | undefined,
): readonly PickOption[] {
  return [
    ...nodes.map(({ id }) => ({ value: id, label: `${id}: ${short(wordsOf(`nodes.${id}`), id)}` })),
    ...endings.map(({ id }) => ({ value: id, label: `→ ${id}: ${short(wordsOf(`endings.${id}.consequence`), id)}` })),
  ];
}

/** Notices that stand before something heavy somewhere. */
export function noticesOf({ scenes }: Pick<CourseSource, 'scenes'>): readonly string[] {
  const found = [...scenes.values()].flatMap((scene) => [scene, ...scene.blocks]);
  return [...new Set(found.flatMap(({ heavy }) => heavy ?? []))];
}

function banksOf({ course, scenes }: CourseSource): readonly string[] {
  const asked = course.rule.flatMap((clause) => ('of' in clause ? [clause.of] : []));
  const held = [...scenes.values()].flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'check' ? (block.bank ?? []) : [])),
  );
  return [...new Set([...asked, ...held])];
}

function short(text: string | undefined, id: string): string {
  const plain = (text ?? '')
    .replaceAll(/[*_[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain === '') return id;
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
