import { marksOf } from '#kernel/content';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import { isPlain } from './is-plain.ts';
import { parsedTexts } from './parsed-texts.ts';
import { textKeys, type TextKey } from './text-keys.ts';

/** Texts: every language has the same keys, each can be read, and what a text names is there (learning design, 2.4, 1 and 7). */
export function checkTexts(source: CourseSource): readonly CourseFinding[] {
  const { course, texts } = source;
  const wanted = textKeys(source);
  const listed = [course.languages.source, ...course.languages.others];
  const ofLanguages = [...texts].flatMap(([language, words]) => {
    if (!listed.includes(language))
      return [at(language, [], 'language-unlisted', `course.yaml does not list ${language}`)];
    return [...keysOf(language, words, wanted), ...readingOf(source, language, words, wanted)];
  });
  const missing = listed.filter((language) => !texts.has(language));
  return [
    ...missing.map((language) => ({
      code: 'language-missing' as const,
      file: 'course.yaml',
      path: ['languages'],
      text: `there is no text/${language}.yaml`,
    })),
    ...ofLanguages,
    ...unused(source),
  ];
}

/** Sources, terms and slots that nothing names. */
function unused(source: CourseSource): readonly CourseFinding[] {
  const { texts, sources, glossary, slots, scenes } = source;
  const parsed = [...texts.values()].flatMap((words) =>
    [...parsedTexts(words).values()].map((text) => (text.ok ? text.value : [])),
  );
  const blocks = [...scenes.values()].flatMap((scene) => scene.blocks);
  const shown = (kind: 'term' | 'slot'): readonly string[] =>
    blocks.flatMap((block) => {
      if (kind === 'term') return block.type === 'term' ? [block.term] : [];
      return block.type === 'slot' ? [block.slot] : block.type === 'help' ? block.slots : [];
    });
  const none = (
    kind: 'source' | 'term' | 'slot',
    defined: Readonly<Record<string, unknown>>,
    file: string,
    words: string,
  ): readonly CourseFinding[] => {
    const named = new Set([
      ...parsed.flatMap((text) => marksOf(text, kind)),
      ...(kind === 'source' ? [] : shown(kind)),
    ]);
    return Object.keys(defined)
      .filter((id) => !named.has(id))
      .map((id) => ({ code: `${kind}-unused` as const, file, path: [id], text: `${words} ${id}` }));
  };
  return [
    ...none('source', sources, 'sources.yaml', 'no text rests on'),
    ...none('term', glossary, 'glossary.yaml', 'no text explains'),
    ...none('slot', slots, 'slots.yaml', 'nothing shows'),
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
  { sources, glossary, slots }: CourseSource,
  language: string,
  words: Readonly<Record<string, string>>,
  wanted: readonly TextKey[],
): readonly CourseFinding[] {
  return wanted.flatMap(({ key, plain }) => {
    const parsed = parsedTexts(words).get(key);
    if (parsed === undefined) return [];
    if (!parsed.ok)
      return [
        at(language, [key], 'text-not-allowed', `${key} holds a ${parsed.refusal.found}; see what a text may say`),
      ];
    if (plain && !isPlain(parsed.value))
      return [at(language, [key], 'text-not-plain', `${key} is drawn without marks`)];
    const unknown = (kind: 'source' | 'term' | 'slot', defined: Readonly<Record<string, unknown>>, where: string) =>
      marksOf(parsed.value, kind)
        .filter((id) => !Object.hasOwn(defined, id))
        .map((id) => at(language, [key], `${kind}-unknown`, `${where} has no ${id}`));
    return [
      ...unknown('source', sources, 'sources.yaml'),
      ...unknown('term', glossary, 'glossary.yaml'),
      ...unknown('slot', slots, 'slots.yaml'),
    ];
  });
}
