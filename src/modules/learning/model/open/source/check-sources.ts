import { marksOf, wordsOf } from '#kernel/content';
import { daysBetween, parseCivilDate, type CivilDate } from '#platform/base';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import { parsedTexts } from './parsed-texts.ts';
import { textKeys } from './text-keys.ts';

/** After so many days a source must be read again: two years. */
const readAgain = 730;
/** What no text says without a source: shares, large numbers, articles of laws. */
const statements = /\d\s?%|\d{1,3}([.,\s]\d{3})+|\b(article|artikel|art\.)\s\d|\b(per cent|percent|procent)\b/iu;

/** Sources: figures and law say where they come from, and somebody has read it there within two years (learning design, 2.4, 7). */
export function checkSources(source: CourseSource, today: CivilDate): readonly CourseFinding[] {
  const wanting = [...source.texts].flatMap(([language, words]) =>
    textKeys(source).flatMap(({ key }): readonly CourseFinding[] => {
      const parsed = parsedTexts(words).get(key);
      if (!parsed?.ok || !statesFigure(wordsOf(parsed.value)) || marksOf(parsed.value, 'source').length > 0) return [];
      const text = `${key} states a figure or a law and no source`;
      return [{ code: 'source-wanting', file: `text/${language}.yaml`, path: [key], text }];
    }),
  );
  const old = Object.entries(source.sources).flatMap(([id, { accessed }]): readonly CourseFinding[] => {
    return isOldSource(accessed, today)
      ? [
          {
            code: 'source-old',
            file: 'sources.yaml',
            path: [id, 'accessed'],
            text: `${id} was last read on ${accessed}`,
          },
        ]
      : [];
  });
  return [...wanting, ...old];
}

/** Whether a text states what needs a source: a share, a large number, an article of a law. */
export function statesFigure(text: string): boolean {
  return statements.test(text);
}

/** Whether a source was last read so long ago, on a day, that it must be read again. */
export function isOldSource(accessed: string, today: CivilDate): boolean {
  const day = parseCivilDate(accessed);
  return day === null || daysBetween(day, today) > readAgain;
}

/** Every place that rests on a source: what must be looked at when it changes. */
export function textsCiting(
  { texts }: Pick<CourseSource, 'texts'>,
  id: string,
): readonly { readonly language: string; readonly key: string }[] {
  return [...texts].flatMap(([language, words]) =>
    [...parsedTexts(words)].flatMap(([key, parsed]) => {
      return parsed.ok && marksOf(parsed.value, 'source').includes(id) ? [{ language, key }] : [];
    }),
  );
}
