import { parseRichText, wordsOf } from '#kernel/content';
import type { BlockSource } from './block-source.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import type { PartId } from './part-id.ts';
import { textKeys } from './text-keys.ts';

/** Words that are read in a minute, in every language so far; what a picture says in words behind a button is left out. */
const wordsPerMinute = 180;
/** A scene may be so much shorter or longer than it says. */
const tolerance = 0.2;

/** Time: each scene takes about the minutes it states, in every language (learning design, 2.4, 4). */
export function checkTime(source: CourseSource): readonly CourseFinding[] {
  return source.course.outline.flatMap((id) => {
    const scene = source.scenes.get(id);
    if (scene === undefined) return [];
    return [...source.texts.keys()].flatMap((language): readonly CourseFinding[] => {
      const minutes = minutesOf(source, id, language);
      if (Math.abs(minutes - scene.minutes) <= scene.minutes * tolerance) return [];
      const text = `in ${language} it takes about ${minutes.toFixed(1)} minutes, and ${String(scene.minutes)} are stated`;
      return [{ code: 'minutes-off', file: scene.file, path: ['minutes'], text }];
    });
  });
}

/** Minutes that a scene takes who reads all of it and answers each task once. */
function minutesOf(source: CourseSource, id: PartId, language: string): number {
  const { course, scenes, texts } = source;
  const words = texts.get(language) ?? {};
  const read = textKeys({ course: { ...course, outline: [id] }, scenes })
    .filter(({ key }) => key.startsWith(`${id}.`) && !key.endsWith('.alt') && !key.endsWith('.long'))
    .reduce((sum, { key }) => sum + countWords(words[key] ?? ''), 0);
  const tasks = (scenes.get(id)?.blocks ?? []).reduce((sum, block) => sum + secondsOf(block), 0);
  // Whoever begins also says where they work.
  const choice = course.outline[0] === id && course.audience.length > 0 ? 15 : 0;
  return read / wordsPerMinute + (tasks + choice) / 60;
}

/** Seconds of thought that a block asks for, beside the reading. */
function secondsOf(block: BlockSource): number {
  switch (block.type) {
    case 'sort':
      return 6 * block.cards.length;
    case 'check':
      return 20;
    case 'reflection':
      return 45;
    default:
      return 0;
  }
}

function countWords(text: string): number {
  const parsed = parseRichText(text);
  return parsed.ok ? wordsOf(parsed.value).split(' ').filter(Boolean).length : 0;
}
