import { expectOk } from '#platform/base';
import { parseRichText, wordsOf, type RichText } from '#kernel/content';
import type { BlockSource } from '../source/block-source.ts';
import type { CourseSource } from '../source/course-source.ts';
import type { BlockOf, ReleasedBlock, ReleasedCourse, ReleasedScene } from './released-course.ts';
import type { PartId } from '../source/part-id.ts';

/** What only whoever builds a release knows: the digest of the files, and where each picture can be fetched. */
export interface BuiltCourse {
  readonly digest: string;
  readonly media: ReadonlyMap<string, string>;
}

/**
 * Puts a course together in one language. Only for a source in which `checkCourse` found nothing: a missing text or block
 * is a defect here.
 */
export function releaseCourse(source: CourseSource, language: string, built: BuiltCourse): ReleasedCourse {
  const { course, sources } = source;
  const words = wordsIn(source, language);
  const { id, version, budget, licence, credit, audience, rule } = course;
  const { digest, media } = built;
  const { title, help } = { title: words.plain('title'), help: words.rich('help') };
  return {
    ...{ id, version, digest, language, title, help, budget, licence, credit, rule },
    languages: [course.languages.source, ...course.languages.others],
    workplaces: audience.map((place) => ({ id: place, name: words.plain(`audience.${place}`) })),
    scenes: course.outline.map((scene) =>
      releaseScene(source, scene, { ...words, media: (name) => media.get(name) ?? missing() }),
    ),
    sources: Object.fromEntries(
      Object.entries(sources).map(([key, { title: named, publisher, address, accessed }]) => [
        key,
        { title: named, publisher, address, accessed },
      ]),
    ),
  };
}

interface Words {
  media(name: string): string;
  plain(key: string): string;
  rich(key: string): RichText;
}

function wordsIn({ texts }: CourseSource, language: string): Omit<Words, 'media'> {
  const rich = (key: string): RichText => expectOk(parseRichText(texts.get(language)?.[key] ?? missing()));
  return { rich, plain: (key) => wordsOf(rich(key)) };
}

function missing(): never {
  throw new Error('a course was released that was not checked');
}

function releaseScene({ scenes }: CourseSource, id: PartId, words: Words): ReleasedScene {
  const { minutes, required, blocks } = scenes.get(id) ?? missing();
  const within = (block: string): Words => ({
    ...words,
    plain: (key) => words.plain(key.startsWith('people.') ? key : `${id}.${block}.${key}`),
    rich: (key) => words.rich(`${id}.${block}.${key}`),
  });
  return {
    id,
    title: words.plain(`${id}.title`),
    minutes,
    required,
    blocks: blocks.map((block) => ({
      id: block.id,
      optional: block.optional === true,
      workplaces: block.when?.workplace ?? null,
      ...releaseBlock(block, within(block.id)),
    })),
  };
}

/** What is left of a block without what all have. */
type Own<Block> = Block extends unknown ? Omit<Block, 'id' | 'optional' | 'workplaces'> : never;

function releaseBlock(block: BlockSource, words: Words): Own<ReleasedBlock> {
  const { plain, rich, media } = words;
  switch (block.type) {
    case 'text':
      return { type: 'text', level: block.level ?? 'plain', body: rich('body') };
    case 'figure':
      return {
        type: 'figure',
        media: media(block.media),
        alt: block.decorative === true ? null : plain('alt'),
        caption: block.caption === true ? rich('caption') : null,
        long: block.long === true ? rich('long') : null,
      };
    case 'dialogue':
      return releaseDialogue(block, words);
    case 'sort':
      return releaseSort(block, words);
    case 'check': {
      const options = block.options.map(({ id, right }) => ({
        id,
        text: rich(`options.${id}.text`),
        right: right === true,
        why: rich(`options.${id}.why`),
      }));
      return { type: 'check', kind: block.kind, bank: block.bank ?? null, prompt: rich('prompt'), options };
    }
    case 'reflection':
      return { type: 'reflection', prompt: rich('prompt'), hint: block.hint === true ? rich('hint') : null };
  }
}

type SourceOf<Type extends BlockSource['type']> = Extract<BlockSource, { readonly type: Type }>;

function releaseDialogue(block: SourceOf<'dialogue'>, { plain, rich }: Words): Own<BlockOf<'dialogue'>> {
  const turns = block.turns.map(({ who, say, tone }) => ({
    who: plain(`people.${who}`),
    tone: tone === undefined ? null : plain(tone),
    say: rich(say),
  }));
  return { type: 'dialogue', intro: rich('intro'), turns };
}

function releaseSort(block: SourceOf<'sort'>, { plain, rich }: Words): Own<BlockOf<'sort'>> {
  const groups = block.groups.map((group) => ({ id: group, name: plain(`groups.${group}`) }));
  const cards = block.cards.map(({ id, group }) => ({
    ...{ id, group },
    text: rich(`cards.${id}.text`),
    why: rich(`cards.${id}.why`),
  }));
  return { type: 'sort', prompt: rich('prompt'), groups, cards };
}
