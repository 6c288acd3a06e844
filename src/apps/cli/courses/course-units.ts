import type { CourseSource } from '#modules/learning';
import { hashCoded } from '#platform/crypto/server';
import { hashPictures, toCanonical } from './course-digest.ts';

/** The parts of `course.yaml` that may be taken over; who made it, its number and its languages are each course's own. */
export const courseParts = ['objectives', 'outline', 'rule', 'budget', 'audience'] as const;

/** What a course consists of for whoever adapts it, by name: `course.rule`, `scene:desk`, `block:desk.talk`, `text:nl:desk.title`, `medium:a.svg`, `slot:x`, `term:x`, `source:x`. */
export async function courseUnits(folder: string, source: CourseSource): Promise<ReadonlyMap<string, string>> {
  const { course, scenes, texts, media, slots, glossary, sources } = source;
  const pictures = new Map((await hashPictures(folder, source)).map(({ name, hash }) => [name, hash]));
  const units: (readonly [string, unknown])[] = [
    ...courseParts.map((part) => [`course.${part}`, course[part]] as const),
    ...[...scenes].flatMap(([id, { blocks, file: _file, ...scene }]) => [
      [`scene:${id}`, { ...scene, order: blocks.map((block) => block.id) }] as const,
      ...blocks.map((block) => [`block:${id}.${block.id}`, block] as const),
    ]),
    ...[...texts].flatMap(([language, words]) =>
      Object.entries(words).map(([key, text]) => [`text:${language}:${key}`, text] as const),
    ),
    ...Object.entries(media).map(
      ([name, said]) => [`medium:${name}`, { said, bytes: pictures.get(name) ?? '' }] as const,
    ),
    ...named('slot', slots),
    ...named('term', glossary),
    ...named('source', sources),
  ];
  return new Map(
    await Promise.all(units.map(async ([name, value]) => [name, await hashCoded(toCanonical(value))] as const)),
  );
}

function named(kind: string, all: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(all).map(([id, value]) => [`${kind}:${id}`, value]);
}
