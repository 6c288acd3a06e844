import { createMessages, type Messages } from '#kernel/languages';
import { en } from '../../../messages/en.ts';
import { nl } from '../../../messages/nl.ts';
import type { FactPattern, Pack, PackTexts } from '../../pack.ts';
import { say, sayDay, sayPeriod, textsOf } from '../../say.ts';
import type { PackSentence } from './pack-document.ts';

/** How several names are joined: with "or" or with "and". */
export type Joining = 'or' | 'and';

/**
 * What turns the names of a pack into words of one language. Whatever the pack has words for is quoted; what it has none for
 * is said to have none, so that no name of the code stands in a sentence.
 */
export interface PackTeller {
  readonly pack: Pack;
  readonly language: 'en' | 'nl';
  /** The kernel's own connecting words. */
  readonly t: Messages;
  /** The pack's own words. */
  readonly texts: PackTexts;
}

const connecting = { en: createMessages('en', [en]), nl: createMessages('nl', [nl]) } as const;

/** The words for a pack: Dutch, or English for every other language. */
export function tellerOf(pack: Pack, language: string): PackTeller {
  const spoken = language === 'nl' ? 'nl' : 'en';
  return { pack, language: spoken, t: connecting[spoken], texts: textsOf(pack, spoken) };
}

/** The connecting words themselves, for those who show a document: headings, and how to sign. */
export function packWords(language: string): Messages {
  return connecting[language === 'nl' ? 'nl' : 'en'];
}

/** The pack's text of a key, quoted; says that there are no words where it has none. */
export function quoted(teller: PackTeller, key: string): string {
  return teller.texts[key] === undefined
    ? teller.t('procedures.noName')
    : teller.t('procedures.quoted', { text: say(teller.texts, key) });
}

/** The pack's text of a key without quotation marks, as a title. */
export function named(teller: PackTeller, key: string): string {
  const text = teller.texts[key] === undefined ? teller.t('procedures.noName') : say(teller.texts, key);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "A, B or C". */
export function listed({ language }: PackTeller, items: readonly string[], joining: Joining): string {
  const type = joining === 'or' ? 'disjunction' : 'conjunction';
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nl-NL', { type }).format(items);
}

/** A kind of fact: its name, and what its fields must be. */
export function factOf(teller: PackTeller, { name, where, permit }: FactPattern): string {
  const asked = Object.entries(where ?? {}).map(([field, values]) => askedField(teller, field, values));
  const { permits } = teller.pack;
  if (permit !== undefined && permits !== undefined) asked.push(askedField(teller, permits.kindField, permit));
  const title = quoted(teller, `fact.${name}`);
  return asked.length === 0 ? title : `${title} (${asked.join('; ')})`;
}

function askedField(teller: PackTeller, field: string, values: readonly (string | boolean)[]): string {
  return `${named(teller, `field.${field}`)}: ${listed(
    teller,
    values.map((value) => valueOf(teller, value)),
    'or',
  )}`;
}

/** Kinds of facts in one list. */
export function factsOf(teller: PackTeller, patterns: readonly FactPattern[], joining: Joining): string {
  return listed(
    teller,
    patterns.map((pattern) => factOf(teller, pattern)),
    joining,
  );
}

/** A value of a field or parameter, as the pack writes it. */
export function valueOf({ t, texts }: PackTeller, value: string | boolean): string {
  if (typeof value === 'boolean') return t(value ? 'procedures.yes' : 'procedures.no');
  return texts[`choice.${value}`] ?? t('procedures.noName');
}

/** Kinds of permits by the words of the field that names them. */
export function kindsOf(teller: PackTeller, kinds: readonly string[]): string {
  const words = kinds.map((kind) => teller.t('procedures.quoted', { text: valueOf(teller, kind) }));
  return listed(teller, words, 'or');
}

/** A stage of a track; where the track has none of that name, that of another: a step may lead beside its own track. */
export function stageOf(teller: PackTeller, track: string, stage: string): string {
  const own = `stage.${track}.${stage}`;
  const other = teller.pack.tracks.find(({ id }) => teller.texts[`stage.${id}.${stage}`] !== undefined);
  return quoted(teller, teller.texts[own] === undefined && other ? `stage.${other.id}.${stage}` : own);
}

/** Stages of a track in one list. */
export function stagesOf(teller: PackTeller, track: string, stages: readonly string[]): string {
  return listed(
    teller,
    stages.map((stage) => stageOf(teller, track, stage)),
    'or',
  );
}

/** What a track is called: by the pack, else by the kernel's own word for it, else by its number. */
export function trackOf({ pack, texts, t }: PackTeller, track: string): string {
  const own = texts[`track.${track}`];
  if (own !== undefined) return own;
  const known = Object.hasOwn(en, `procedures.track.${track}`);
  if (known && track !== 'other') return t(`procedures.track.${track}`);
  return t('procedures.track.other', { number: pack.tracks.findIndex(({ id }) => id === track) + 1 });
}

/** Dated rules by name, in one list. */
export function datesOf(teller: PackTeller, refs: readonly string[]): string {
  return listed(
    teller,
    refs.map((ref) => quoted(teller, `deadline.${ref}`)),
    'or',
  );
}

/** Fields in order of preference; the day of the fact is left out. */
export function fieldsOf(teller: PackTeller, fields: readonly string[]): string {
  return listed(
    teller,
    fields.filter((field) => field !== 'on').map((field) => quoted(teller, `field.${field}`)),
    'or',
  );
}

/** What a guard asks, as it is called in answers. */
export function guardOf(teller: PackTeller, id: string): string {
  const guard = teller.pack.guards.find((one) => one.id === id);
  return quoted(teller, `guard.${guard?.name ?? id}`);
}

/** "4 weeks". */
export function periodOf({ texts }: PackTeller, period: string): string {
  return sayPeriod(texts, period);
}

/** "Friday 25 December 2026". */
export function dayOf({ texts }: PackTeller, day: string): string {
  return sayDay(texts, day);
}

/** One line of a list. */
export function itemsOf(texts: readonly string[]): readonly PackSentence[] {
  return texts.map((text) => ({ text }));
}

/** One sentence without anything below it. */
export function sentence(text: string): PackSentence {
  return { text: text.charAt(0).toUpperCase() + text.slice(1) };
}
