import type { BlockSource } from './block-source.ts';
import type { CourseSource } from './course-source.ts';

/** A key that each language of a course has. Plain ones are said where no marks can be drawn: titles, names, words for a picture. */
export interface TextKey {
  readonly key: string;
  readonly plain: boolean;
}

const rich = (key: string): TextKey => ({ key, plain: false });
const plain = (key: string): TextKey => ({ key, plain: true });

/** Every key a language of a course must have, and no other, in the order in which they are read. */
export function textKeys({ course, scenes }: Pick<CourseSource, 'course' | 'scenes'>): readonly TextKey[] {
  const people = new Set<string>();
  const ofScenes = course.outline.flatMap((scene) => {
    const blocks = scenes.get(scene)?.blocks ?? [];
    for (const block of blocks) if (block.type === 'dialogue') for (const one of block.people) people.add(one);
    const ofBlocks = blocks.flatMap((block) =>
      keysOfBlock(block).map((field) => ({ ...field, key: `${scene}.${block.id}.${field.key}` })),
    );
    return [plain(`${scene}.title`), ...ofBlocks];
  });
  return [
    plain('title'),
    rich('help'),
    ...course.audience.map((place) => plain(`audience.${place}`)),
    ...[...people].map((one) => plain(`people.${one}`)),
    ...ofScenes,
  ];
}

function keysOfBlock(block: BlockSource): readonly TextKey[] {
  switch (block.type) {
    case 'text':
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
    case 'sort':
      return [
        rich('prompt'),
        ...block.groups.map((group) => plain(`groups.${group}`)),
        ...block.cards.flatMap(({ id }) => [rich(`cards.${id}.text`), rich(`cards.${id}.why`)]),
      ];
    case 'check':
      return [
        rich('prompt'),
        ...block.options.flatMap(({ id }) => [rich(`options.${id}.text`), rich(`options.${id}.why`)]),
      ];
    case 'reflection':
      return block.hint === true ? [rich('prompt'), rich('hint')] : [rich('prompt')];
  }
}
