import { marksOf, wordsOf } from '#kernel/content';
import { avoidedWords, wordsSaid } from './avoided-words.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import { parsedTexts } from './parsed-texts.ts';
import { blockKeys, textKeys } from './text-keys.ts';

/** What no picture of ours shows (learning design, 2.4, 6). */
const neverShown = [
  'chain',
  'cage',
  'bruise',
  'wound',
  'handcuff',
  'rope',
  'hidden-face',
  'blindfold',
  'bars',
  'cross',
];

/**
 * Care: a notice stands before what is heavy, texts keep their tone or say why not, pictures show nobody suffering, and everybody
 * is told whom to talk to (learning design, 2.4, 6).
 */
export function checkCare(source: CourseSource): readonly CourseFinding[] {
  return [...heavyUnsaid(source), ...toneLost(source), ...harmful(source), ...unsupported(source)];
}

function heavyUnsaid(source: CourseSource): readonly CourseFinding[] {
  return source.course.outline.flatMap((id) => {
    const scene = source.scenes.get(id);
    if (scene === undefined || scene.heavy !== undefined) return [];
    return scene.blocks.flatMap((block, index): readonly CourseFinding[] => {
      if (block.heavy !== undefined) return [];
      const said = [...source.texts].flatMap(([language, words]) =>
        blockKeys(source, id, block).flatMap(({ key }) =>
          wordsSaid(plainOf(words, key), avoidedWords[language]?.heavy ?? []),
        ),
      );
      const text = `it says "${said[0] ?? ''}" without a notice before it`;
      const about = said[0] ?? '';
      return said.length === 0
        ? []
        : [{ code: 'heavy-missing', file: scene.file, path: ['blocks', index], text, about }];
    });
  });
}

function toneLost(source: CourseSource): readonly CourseFinding[] {
  const reasons = source.course.reasons ?? {};
  return [...source.texts].flatMap(([language, words]) =>
    textKeys(source).flatMap(({ key }): readonly CourseFinding[] => {
      if (Object.hasOwn(reasons, `${language}/${key}`)) return [];
      return wordsSaid(plainOf(words, key), avoidedWords[language]?.tone ?? []).map((word) => ({
        ...{ code: 'word-avoided', file: `text/${language}.yaml`, path: [key], about: word },
        text: `"${word}": say it otherwise, or write the reason into course.yaml under reasons: ${language}/${key}`,
      }));
    }),
  );
}

function harmful({ media }: CourseSource): readonly CourseFinding[] {
  return Object.entries(media).flatMap(([name, { depicts }]) =>
    depicts
      .filter((thing) => neverShown.some((never) => thing.includes(never)))
      .map((thing) => ({
        ...{ code: 'picture-harmful' as const, file: 'media/media.yaml', path: [name, 'depicts'], about: thing },
        text: `no picture of a course shows: ${thing}`,
      })),
  );
}

/** In every language the help that is always there names somebody to talk to. */
function unsupported({ texts, slots }: CourseSource): readonly CourseFinding[] {
  return [...texts].flatMap(([language, words]): readonly CourseFinding[] => {
    const parsed = parsedTexts(words).get('help');
    const named = parsed?.ok === true ? marksOf(parsed.value, 'slot') : [];
    return named.some((slot) => slots[slot]?.kind === 'support')
      ? []
      : [
          {
            ...{ code: 'support-missing', file: `text/${language}.yaml`, path: ['help'] },
            text: 'the help names no slot of the kind support: somebody to talk to',
          },
        ];
  });
}

function plainOf(words: Readonly<Record<string, string>>, key: string): string {
  const parsed = parsedTexts(words).get(key);
  return parsed?.ok === true ? wordsOf(parsed.value) : '';
}
