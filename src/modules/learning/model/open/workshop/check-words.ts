import { marksOf, wordsOf, type RichText } from '#kernel/content';
import type { CivilDate } from '#platform/base';
import { avoidedWords, wordsSaid } from '../source/avoided-words.ts';
import { isOldSource, statesFigure } from '../source/check-sources.ts';
import { isPlain } from '../source/is-plain.ts';
import { parsedTexts } from '../source/parsed-texts.ts';
import { sentencesOf } from '../source/sentences-of.ts';
import type { WorkshopFinding, WorkshopFindingCode } from './workshop-finding.ts';
import { workshopKeys } from './workshop-keys.ts';
import type { WorkshopPart, WorkshopSource } from './workshop-source.ts';

/** A slide is read from the back of the room. */
const mostOnSlide = { words: 45, lines: 7 };
/** Longer sentences are hard to read for many. */
const mostWords = 20;

type Words = Readonly<Record<string, string>>;

/** Texts: the same keys in every language, each can be read, what it names is there, and it keeps its tone. */
export function checkWords(source: WorkshopSource, today: CivilDate): readonly WorkshopFinding[] {
  const { workshop, texts, sources } = source;
  const listed = [workshop.languages.source, ...workshop.languages.others];
  const named = new Set(
    [...texts.values()].flatMap((words) =>
      [...parsedTexts(words).values()].flatMap((text) => (text.ok ? marksOf(text.value, 'source') : [])),
    ),
  );
  return [
    ...listed
      .filter((language) => !texts.has(language))
      .map((language) =>
        found('language-missing', 'workshop.yaml', ['languages'], `there is no text/${language}.yaml`),
      ),
    ...[...texts].flatMap(([language, words]) =>
      listed.includes(language)
        ? [
            ...keysOf(source, language, words),
            ...readingOf(source, language, words),
            ...heavySaid(source, words, language),
          ]
        : [found('language-unlisted', `text/${language}.yaml`, [], `workshop.yaml does not list ${language}`)],
    ),
    ...Object.entries(sources).flatMap(([id, { accessed }]) => [
      ...(named.has(id) ? [] : [found('source-unused', 'sources.yaml', [id], `no text rests on ${id}`)]),
      ...(isOldSource(accessed, today)
        ? [found('source-old', 'sources.yaml', [id, 'accessed'], `${id} was last read on ${accessed}`)]
        : []),
    ]),
  ];
}

function found(code: WorkshopFindingCode, file: string, path: readonly PropertyKey[], text: string): WorkshopFinding {
  return { code, file, path, text };
}

function keysOf({ workshop }: WorkshopSource, language: string, words: Words): readonly WorkshopFinding[] {
  const keys = new Set(workshopKeys(workshop).map(({ key }) => key));
  const file = `text/${language}.yaml`;
  return [
    ...[...keys]
      .filter((key) => !Object.hasOwn(words, key))
      .map((key) => found('key-missing', file, [key], `${language} has no text for ${key}`)),
    ...Object.keys(words)
      .filter((key) => !keys.has(key))
      .map((key) => found('key-unused', file, [key], `nothing asks for ${key}`)),
  ];
}

function readingOf(source: WorkshopSource, language: string, words: Words): readonly WorkshopFinding[] {
  return workshopKeys(source.workshop).flatMap(({ key, plain }) => {
    const parsed = parsedTexts(words).get(key);
    if (parsed === undefined) return [];
    const at = (code: WorkshopFindingCode, text: string): WorkshopFinding =>
      found(code, `text/${language}.yaml`, [key], text);
    if (!parsed.ok) return [at('text-not-allowed', `${key} holds a ${parsed.refusal.found}; see what a text may say`)];
    if (plain && !isPlain(parsed.value)) return [at('text-not-plain', `${key} is drawn without marks`)];
    const said = wordsOf(parsed.value);
    const cited = marksOf(parsed.value, 'source');
    return [
      ...cited
        .filter((id) => !Object.hasOwn(source.sources, id))
        .map((id) => at('mark-unknown', `sources.yaml has no ${id}`)),
      // Numbers and people differ by organisation, and are filled in on the sheet.
      ...[...marksOf(parsed.value, 'slot'), ...marksOf(parsed.value, 'term')].map((id) =>
        at('mark-unknown', `a workshop has no slots and no terms: ${id}`),
      ),
      ...(statesFigure(said) && cited.length === 0
        ? [at('source-wanting', `${key} states a figure or a law and no source`)]
        : []),
      ...(/^slides\..*\.body$/.test(key) && isLongSlide(parsed.value)
        ? [at('slide-long', `${key} is too long for a wall`)]
        : []),
      ...toneOf(source, language, key, parsed.value).map(([code, text]) => at(code, text)),
    ];
  });
}

function isLongSlide(text: RichText): boolean {
  const lines = text.reduce((sum, part) => sum + (part.kind === 'list' ? part.points.length : 1), 0);
  return wordsOf(text).split(' ').length > mostOnSlide.words || lines > mostOnSlide.lines;
}

function toneOf(
  { workshop }: WorkshopSource,
  language: string,
  key: string,
  text: RichText,
): readonly (readonly [WorkshopFindingCode, string])[] {
  const avoided = avoidedWords[language];
  const excused = Object.hasOwn(workshop.reasons ?? {}, `${language}/${key}`);
  return [
    ...sentencesOf(text)
      .filter((sentence) => sentence.split(' ').length > mostWords)
      .map((sentence) => ['sentence-long', `more than ${String(mostWords)} words: ${sentence.slice(0, 40)}…`] as const),
    ...wordsSaid(wordsOf(text), avoided?.colours ?? [], true).map(
      (word) => ['colour-alone', `"${word}": who cannot see colours must find it too`] as const,
    ),
    ...(excused ? [] : wordsSaid(wordsOf(text), avoided?.tone ?? [])).map(
      (word) =>
        ['word-avoided', `"${word}": say it otherwise, or write the reason under reasons: ${language}/${key}`] as const,
    ),
  ];
}

/** What is heavy stands in parts that say so before. */
function heavySaid({ workshop }: WorkshopSource, words: Words, language: string): readonly WorkshopFinding[] {
  const heavy = avoidedWords[language]?.heavy ?? [];
  return workshop.parts.flatMap((part, index) => {
    if (part.heavy === true) return [];
    const said = keysShownIn(part).flatMap((key) => {
      const parsed = parsedTexts(words).get(key);
      return parsed?.ok === true ? wordsSaid(wordsOf(parsed.value), heavy) : [];
    });
    return said.length === 0
      ? []
      : [
          found(
            'heavy-missing',
            'workshop.yaml',
            ['parts', index],
            `it says "${said[0] ?? ''}" without a notice before it`,
          ),
        ];
  });
}

/** What participants of a part see and hear. */
function keysShownIn({ id, steps }: WorkshopPart): readonly string[] {
  return steps.flatMap((step) => [
    `parts.${id}.${step.id}.say`,
    ...(step.slide === undefined ? [] : [`slides.${step.slide}.title`, `slides.${step.slide}.body`]),
    ...(step.cards ?? []).flatMap((card) => [`cards.${card}.title`, `cards.${card}.body`]),
  ]);
}
