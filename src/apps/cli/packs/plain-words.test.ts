import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainWordsFor, releasedPacks, wordedKey, type Pack } from '#kernel/procedures';
import { plainWordsText, readPlainWords } from './read-plain-words.ts';

const root = join(import.meta.dirname, '../../../../packs');
const words = readPlainWords(root);
const packs = releasedPacks.map((pack) => [`${pack.id} ${pack.version}`, pack] as const);
const languages = ['en', 'nl'];

/** What a paper that somebody finds must not say, of what happened or of who helps. */
const telling =
  /traffick|mensenhandel|victim|slachtoffer|exploit|uitbuit|police|politie|prosecut|justitie|witness|getuige|aangifte|crim|misdrijf|delict|strafzaak|prostitut|smuggl|smokkel|threat|dreiging|baken|cross|kruis|comensha|programme|programma/i;

test('what browsers import is what the files say', () => {
  expect(readFileSync(join(root, 'plain/released/words.json'), 'utf8')).toBe(plainWordsText(root));
});

test.each(packs)('every answer of %s has plain words in English and Dutch', (_, pack) => {
  const missing = languages.flatMap((language) => {
    const found = plainWordsFor(pack.country, language);
    return keysOf(pack).filter((key) => found.find(key)?.language !== language);
  });
  expect(missing).toEqual([]);
});

describe.each(Object.keys(words))('the plain words of %s', (country) => {
  const all = words[country] ?? {};

  test('have no sentence in one language only, and the same places in each', () => {
    const places = (tag: string): readonly string[] =>
      Object.entries(all[tag] ?? {})
        .map(([key, text]) => `${key} ${[...text.matchAll(/\{\w+\}/g)].join(' ')}`)
        .toSorted();
    for (const tag of Object.keys(all))
      expect(places(tag).filter((place) => !places('en').includes(place))).toEqual([]);
    expect(places('nl')).toEqual(places('en'));
  });

  test('name neither what happened nor who helps', () => {
    const texts = Object.values(all).flatMap((one) => Object.values(one));
    expect(texts.filter((text) => telling.test(text))).toEqual([]);
  });

  test('are short sentences', () => {
    const sentences = Object.values(all).flatMap((one) =>
      Object.values(one).flatMap((text) => text.split(/(?<=[.?:]) /)),
    );
    expect(sentences.filter((sentence) => sentence.split(' ').length > 20)).toEqual([]);
  });
});

/** Every key that an answer of the pack can bring up. A stage in which nothing began is not told. */
function keysOf(pack: Pack): readonly string[] {
  return [
    ...pack.tracks.flatMap((track) => [
      `track.${track.id}`,
      ...track.stages
        .filter(({ id }) => id !== 'none' && (id !== track.initial || track.sinceFirstFact === true))
        .map(({ id }) => `stage.${track.id}.${id}`),
    ]),
    ...pack.deadlines.map(({ ref, words: own }) => wordedKey(`date.${ref}`, own)),
    ...pack.next.map(({ by }) => `step.${by}`),
    ...pack.rights.map(({ id, allowed, words: own }) =>
      wordedKey(`right.${id}${allowed === false ? '.not' : ''}`, own),
    ),
    ...pack.obligations.map(({ id, words: own }) => wordedKey(`duty.${id}`, own)),
  ];
}
