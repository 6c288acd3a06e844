import type { BlockSource, BlockSourceOf } from './block-source.ts';
import type { CourseSource } from './course-source.ts';
import type { PartId } from './part-id.ts';

/** A key that each language of a course has. Plain ones are said where no marks can be drawn: titles, names, words for a picture. */
export interface TextKey {
  readonly key: string;
  readonly plain: boolean;
}

const rich = (key: string): TextKey => ({ key, plain: false });
const plain = (key: string): TextKey => ({ key, plain: true });

/** What asks for texts; a course has all of it. */
type Asking = Pick<CourseSource, 'course' | 'scenes' | 'glossary' | 'slots'>;

/** Every key a language of a course must have, and no other, in the order in which they are read. */
export function textKeys({ course, scenes, glossary, slots }: Asking): readonly TextKey[] {
  const found = course.outline.flatMap((id) => scenes.get(id) ?? []);
  const blocks = found.flatMap((scene) => scene.blocks);
  const named = (names: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(names.filter((name) => name !== undefined)),
  ];
  return [
    plain('title'),
    rich('help'),
    ...course.audience.map((place) => plain(`audience.${place}`)),
    ...named(blocks.flatMap(peopleOf)).map((one) => plain(`people.${one}`)),
    ...named([...found, ...blocks].map(({ heavy }) => heavy)).map((notice) => rich(`heavy.${notice}`)),
    ...Object.keys(slots).map((slot) => plain(`slots.${slot}`)),
    ...course.outline.flatMap((id) => sceneKeys({ scenes }, id)),
    ...Object.keys(glossary).flatMap((term) => [plain(`terms.${term}.word`), rich(`terms.${term}.meaning`)]),
  ];
}

/** The keys of one scene. */
export function sceneKeys({ scenes }: Pick<CourseSource, 'scenes'>, id: string): readonly TextKey[] {
  const [, scene] = [...scenes].find(([name]) => name === id) ?? [];
  return [plain(`${id}.title`), ...(scene?.blocks ?? []).flatMap((block) => blockKeys({ scenes }, id, block))];
}

/** The keys of one block. */
export function blockKeys(source: Pick<CourseSource, 'scenes'>, scene: string, block: BlockSource): readonly TextKey[] {
  return fieldsOf(source, block).map(({ key, ...field }) => ({ ...field, key: `${scene}.${block.id}.${key}` }));
}

/** The stories of a vignette, which after the course are those that were told before it. */
export function vignetteItems(
  { scenes }: Pick<CourseSource, 'scenes'>,
  block: BlockSourceOf<'vignette'>,
): Extract<BlockSourceOf<'vignette'>, { readonly phase: 'before' }> | null {
  if (block.phase === 'before') return block;
  const told = scenes.get(block.from.scene)?.blocks.find(({ id }) => id === block.from.block);
  return told?.type === 'vignette' && told.phase === 'before' ? told : null;
}

function peopleOf(block: BlockSource): readonly (string | undefined)[] {
  if (block.type === 'dialogue') return block.people;
  return block.type === 'decision' ? block.nodes.map(({ who }) => who) : [];
}

function fieldsOf(source: Pick<CourseSource, 'scenes'>, block: BlockSource): readonly TextKey[] {
  switch (block.type) {
    case 'text':
    case 'help':
      return [rich('body')];
    case 'figure':
      return [
        ...(block.decorative === true ? [] : [plain('alt')]),
        ...(block.caption === true ? [rich('caption')] : []),
        ...(block.long === true ? [rich('long')] : []),
      ];
    case 'dialogue':
      return [
        rich('intro'),
        ...block.turns.flatMap(({ say, tone }) => [rich(say), ...(tone === undefined ? [] : [plain(tone)])]),
      ];
    case 'reflection':
      return block.hint === true ? [rich('prompt'), rich('hint')] : [rich('prompt')];
    case 'slot':
    case 'term':
      return [];
    case 'takeaway':
      return block.cards.flatMap((card) => [plain(`cards.${card}.title`), rich(`cards.${card}.body`)]);
    default:
      return taskFields(source, block);
  }
}

type Task = BlockSourceOf<'decision' | 'hotspot' | 'sort' | 'check' | 'spotting' | 'vignette'>;

function taskFields(source: Pick<CourseSource, 'scenes'>, block: Task): readonly TextKey[] {
  switch (block.type) {
    case 'decision':
      return [
        rich('intro'),
        ...block.nodes.flatMap(({ id, choices }) => [
          rich(`nodes.${id}`),
          ...choices.map((choice) => plain(`choices.${id}.${choice.id}`)),
        ]),
        ...block.endings.flatMap(({ id }) => [rich(`endings.${id}.consequence`), rich(`endings.${id}.why`)]),
      ];
    case 'hotspot':
      return [
        rich('prompt'),
        plain('alt'),
        ...block.spots.flatMap(({ id }) => [plain(`spots.${id}.label`), rich(`spots.${id}.tell`)]),
      ];
    case 'vignette':
      return block.phase === 'before'
        ? [rich('prompt'), ...block.items.map(({ id }) => rich(`items.${id}.text`))]
        : [rich('prompt'), ...(vignetteItems(source, block)?.items ?? []).map(({ id }) => rich(`items.${id}.why`))];
    case 'sort':
      return [rich('prompt'), ...block.groups.map((group) => plain(`groups.${group}`)), ...pairs('cards', block.cards)];
    case 'check':
      return [
        rich('prompt'),
        ...pairs('options', block.options),
        ...(block.kind === 'match' ? block.options.map(({ id }) => plain(`options.${id}.partner`)) : []),
      ];
    case 'spotting':
      return [rich('setting'), ...pairs('items', block.items)];
  }
}

function pairs(name: string, parts: readonly { readonly id: PartId }[]): readonly TextKey[] {
  return parts.flatMap(({ id }) => [rich(`${name}.${id}.text`), rich(`${name}.${id}.why`)]);
}
