import { expectOk } from '#platform/base';
import { parseRichText, wordsOf, type RichText } from '#kernel/content';
import type { BlockSourceOf } from '../source/block-source.ts';
import type { CourseSource } from '../source/course-source.ts';
import type { PartId } from '../source/part-id.ts';
import { missingSignOffs } from './missing-sign-offs.ts';
import { releaseBlock, type BlockWords } from './release-block.ts';
import type { ReleasedCourse, ReleasedLineage, ReleasedScene } from './released-course.ts';

/** What only whoever builds a release knows: the digest of the files, and where each picture can be fetched. */
export interface BuiltCourse {
  readonly digest: string;
  readonly media: ReadonlyMap<string, string>;
}

/**
 * Puts a course together in one language. Only for a source in which `checkCourse` found no error: a missing text or block
 * is a defect here.
 */
export function releaseCourse(source: CourseSource, language: string, built: BuiltCourse): ReleasedCourse {
  const { course, sources } = source;
  const words = wordsIn(source, language);
  const { id, version, budget, licence, credit, audience, rule } = course;
  const { title, help } = { title: words.plain('title'), help: words.rich('help') };
  return {
    ...{ id, version, digest: built.digest, language, title, help, budget, licence, credit, rule },
    lineage: course.lineage === undefined ? null : lineageOf(course.lineage),
    languages: [course.languages.source, ...course.languages.others],
    workplaces: audience.map((place) => ({ id: place, name: words.plain(`audience.${place}`) })),
    scenes: course.outline.map((scene) => releaseScene(source, scene, words, built)),
    sources: Object.fromEntries(
      Object.entries(sources).map(([key, { title: named, publisher, address, accessed }]) => [
        key,
        { title: named, publisher, address, accessed },
      ]),
    ),
    notices: Object.fromEntries(noticesIn(source).map((notice) => [notice, words.rich(`heavy.${notice}`)])),
    terms: Object.fromEntries(
      Object.keys(source.glossary).map((term) => [
        term,
        { word: words.plain(`terms.${term}.word`), meaning: words.rich(`terms.${term}.meaning`) },
      ]),
    ),
    slots: Object.fromEntries(
      Object.entries(source.slots).map(([slot, one]) => [slot, { ...one, name: words.plain(`slots.${slot}`) }]),
    ),
    unsigned: missingSignOffs(source, language),
  };
}

function lineageOf({ original, version, credit, by }: NonNullable<CourseSource['course']['lineage']>): ReleasedLineage {
  return { original, version, credit, by };
}

interface Words {
  plain(key: string): string;
  rich(key: string): RichText;
}

function wordsIn({ texts }: CourseSource, language: string): Words {
  const rich = (key: string): RichText => expectOk(parseRichText(texts.get(language)?.[key] ?? missing()));
  return { rich, plain: (key) => wordsOf(rich(key)) };
}

function missing(): never {
  throw new Error('a course was released that was not checked');
}

function noticesIn({ course, scenes }: CourseSource): readonly string[] {
  const found = course.outline.flatMap((id) => scenes.get(id) ?? []);
  return found.flatMap((scene) => [scene, ...scene.blocks].flatMap(({ heavy }) => heavy ?? []));
}

function releaseScene(source: CourseSource, id: PartId, words: Words, { media }: BuiltCourse): ReleasedScene {
  const { minutes, required, heavy, blocks } = source.scenes.get(id) ?? missing();
  const within = (block: string): BlockWords => ({
    plain: (field) => words.plain(`${id}.${block}.${field}`),
    rich: (field) => words.rich(`${id}.${block}.${field}`),
    media: (name) => media.get(name) ?? missing(),
    person: (one) => words.plain(`people.${one}`),
    told: (vignette) => toldBefore(source, id, vignette, words),
  });
  return {
    ...{ id, minutes, required, heavy: heavy ?? null },
    title: words.plain(`${id}.title`),
    blocks: blocks.map((block) => releaseBlock(block, within(block.id))),
  };
}

function toldBefore(
  { scenes }: CourseSource,
  scene: PartId,
  vignette: BlockSourceOf<'vignette'>,
  words: Words,
): ReturnType<BlockWords['told']> {
  const at = vignette.phase === 'after' ? vignette.from : { scene, block: vignette.id };
  const block = scenes.get(at.scene)?.blocks.find(({ id }) => id === at.block);
  if (block?.type !== 'vignette' || block.phase !== 'before') return missing();
  return { block, rich: (field) => words.rich(`${at.scene}.${at.block}.${field}`) };
}
