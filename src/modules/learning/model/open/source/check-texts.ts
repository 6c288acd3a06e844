import { marksOf, parseRichText, type RichText } from '#kernel/content';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import { textKeys, type TextKey } from './text-keys.ts';

/** Texts: every language has the same keys, each can be read, and what a text names is there (learning design, 2.4, 1 and 7). */
export function checkTexts(source: CourseSource): readonly CourseFinding[] {
  const { course, texts, sources } = source;
  const wanted = textKeys(source);
  const listed = [course.languages.source, ...course.languages.others];
  const cited = new Set<string>();
  const ofLanguages = [...texts].flatMap(([language, words]) => {
    if (!listed.includes(language))
      return [at(language, [], 'language-unlisted', `course.yaml does not list ${language}`)];
    for (const text of Object.values(words)) for (const id of sourcesIn(text)) cited.add(id);
    return [...keysOf(language, words, wanted), ...readingOf(source, language, words, wanted)];
  });
  const missing = listed.filter((language) => !texts.has(language));
  const uncited = Object.keys(sources).filter((id) => !cited.has(id));
  return [
    ...missing.map((language) => ({
      code: 'language-missing' as const,
      file: 'course.yaml',
      path: ['languages'],
      text: `there is no text/${language}.yaml`,
    })),
    ...ofLanguages,
    ...uncited.map((id) => ({
      code: 'source-unused' as const,
      file: 'sources.yaml',
      path: [id],
      text: `no text rests on ${id}`,
    })),
  ];
}

function at(language: string, path: readonly PropertyKey[], code: CourseFinding['code'], text: string): CourseFinding {
  return { code, file: `text/${language}.yaml`, path, text };
}

function keysOf(
  language: string,
  words: Readonly<Record<string, string>>,
  wanted: readonly TextKey[],
): readonly CourseFinding[] {
  const keys = new Set(wanted.map(({ key }) => key));
  const missing = [...keys].filter((key) => !Object.hasOwn(words, key));
  const unused = Object.keys(words).filter((key) => !keys.has(key));
  return [
    ...missing.map((key) => at(language, [key], 'key-missing', `${language} has no text for ${key}`)),
    ...unused.map((key) => at(language, [key], 'key-unused', `nothing asks for ${key}`)),
  ];
}

function readingOf(
  { sources }: CourseSource,
  language: string,
  words: Readonly<Record<string, string>>,
  wanted: readonly TextKey[],
): readonly CourseFinding[] {
  return wanted.flatMap(({ key, plain }) => {
    const text = Object.hasOwn(words, key) ? words[key] : undefined;
    if (text === undefined) return [];
    const parsed = parseRichText(text);
    if (!parsed.ok)
      return [
        at(language, [key], 'text-not-allowed', `${key} holds a ${parsed.refusal.found}; see what a text may say`),
      ];
    if (plain && !isPlain(parsed.value))
      return [at(language, [key], 'text-not-plain', `${key} is drawn without marks`)];
    const unknown = marksOf(parsed.value, 'source').filter((id) => !Object.hasOwn(sources, id));
    return [
      ...unknown.map((id) => at(language, [key], 'source-unknown', `sources.yaml has no ${id}`)),
      ...marksOf(parsed.value, 'term').map((id) => at(language, [key], 'term-unknown', `there is no term ${id}`)),
      ...marksOf(parsed.value, 'slot').map((id) => at(language, [key], 'slot-unknown', `there is no slot ${id}`)),
    ];
  });
}

function isPlain(text: RichText): boolean {
  const [first, ...more] = text;
  return more.length === 0 && first?.kind === 'paragraph' && first.inside.every(({ kind }) => kind === 'words');
}

function sourcesIn(text: string): readonly string[] {
  const parsed = parseRichText(text);
  return parsed.ok ? marksOf(parsed.value, 'source') : [];
}
