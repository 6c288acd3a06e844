import { wordsOf } from '#kernel/content';
import { avoidedWords, wordsSaid } from './avoided-words.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import { parsedTexts } from './parsed-texts.ts';
import { sentencesOf } from './sentences-of.ts';
import { textKeys } from './text-keys.ts';

/** Longer sentences are hard to read for many. */
const mostWords = 20;
/** Words for a picture that say less, or more, help nobody. */
const alternative = { least: 15, most: 300 };

/** Access: pictures have words that help, sentences are short, and no colour says anything alone (learning design, 2.4, 5). */
export function checkAccess(source: CourseSource): readonly CourseFinding[] {
  return [...source.texts].flatMap(([language, words]) =>
    textKeys(source).flatMap(({ key }): readonly CourseFinding[] => {
      const parsed = parsedTexts(words).get(key);
      if (!parsed?.ok) return [];
      const at = (code: CourseFinding['code'], said: string): CourseFinding => ({
        ...{ code, file: `text/${language}.yaml`, path: [key], text: said },
      });
      const long = sentencesOf(parsed.value).filter((sentence) => sentence.split(' ').length > mostWords);
      const plain = wordsOf(parsed.value);
      const poor = key.endsWith('.alt') && (plain.length < alternative.least || plain.length > alternative.most);
      return [
        ...long.map((sentence) =>
          at('sentence-long', `more than ${String(mostWords)} words: ${sentence.slice(0, 40)}…`),
        ),
        ...wordsSaid(plain, avoidedWords[language]?.colours ?? [], true).map((word) =>
          at('colour-alone', `"${word}": who cannot see colours must find it too`),
        ),
        ...(poor
          ? [at('alternative-poor', 'the words for the picture are too few, or too many: use a described text')]
          : []),
      ];
    }),
  );
}
