import type { CanonicalValue } from '#platform/base';
import type { CourseSource } from '../source/course-source.ts';

/** Hashes of pictures by their names. */
export type PictureHashes = ReadonlyMap<string, string>;

/** All of a course that is played, to be hashed: it says which version exactly. Who signed it and when changes nothing of that. */
export function canonicalCourse(source: CourseSource, pictures: PictureHashes): CanonicalValue {
  const { review: _review, mediaThere: _there, retired: _retired, ...played } = source;
  return toCanonical({ ...played, media: Object.fromEntries(pictures) });
}

/** The parts of `course.yaml` that may be taken over; who made it, its number and its languages are each course's own. */
const courseParts = ['objectives', 'outline', 'rule', 'budget', 'audience'] as const;

/** What a course consists of for whoever adapts it, by name, to be hashed: `course.rule`, `scene:desk`, `block:desk.talk`, `text:nl:desk.title`, `medium:a.svg`, `slot:x`, `term:x`, `source:x`. */
export function canonicalUnits(source: CourseSource, pictures: PictureHashes): ReadonlyMap<string, CanonicalValue> {
  const { course, scenes, texts, media, slots, glossary, sources } = source;
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
  return new Map(units.map(([name, value]) => [name, toCanonical(value)] as const));
}

function named(kind: string, all: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(all).map(([id, value]) => [`${kind}:${id}`, value]);
}

/** What can be hashed: maps as objects, and figures that are no whole numbers as their digits. */
function toCanonical(value: unknown): CanonicalValue {
  if (value instanceof Map) return toCanonical(Object.fromEntries(value));
  if (value instanceof Set) return toCanonical([...value].toSorted());
  if (Array.isArray(value)) return value.map(toCanonical);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') throw new TypeError('a course holds nothing else');
  const known = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(known.map(([key, member]) => [key, toCanonical(member)]));
}
