import type { CivilDate } from '#platform/base';
import { notTold, toldValue, type Person, type Told } from '#modules/casework/client';
import type { FormValues } from '../shared/merge-values.ts';
import { isPartDate } from '../shared/part-date.ts';
import { rowsOfText, textOfRows } from '../shared/typed-rows.ts';
import { cleanText, textOrNull } from '../shared/typed-text.ts';

export const nameUses = ['legal', 'called', 'former'] as const;
export const levels = ['little', 'good', 'mother-tongue'] as const;
export const numberKinds = ['aliens', 'file', 'police', 'prosecutor', 'fund'] as const;
export const birthBases = ['person', 'paper', 'estimate', 'authority'] as const;
export const genders = ['woman', 'man', 'other'] as const;

export const blankName = { given: '', family: '', script: 'Latn', use: 'legal' };
export const blankLanguage = { language: '', level: 'mother-tongue', reads: 'yes' };
export const blankNumber = { kind: 'aliens', number: '' };
export const blankAddress = { words: '', from: '', to: '', secret: '' };

/** Questions that are answered in words; beside each stands `…Why` for when there is no answer. */
export const wordQuestions = ['nationality', 'interpreter', 'guardian', 'needs'] as const;
export type WordQuestion = (typeof wordQuestions)[number];

/** What the form holds of a person. A question without an answer holds why there is none. */
export interface TypedPerson extends FormValues {
  readonly names: string;
  readonly called: string;
  readonly birth: string;
  readonly birthBasis: string;
  readonly birthWhy: string;
  readonly gender: string;
  readonly nationality: string;
  readonly nationalityWhy: string;
  readonly stateless: string;
  readonly languages: string;
  readonly interpreter: string;
  readonly interpreterWhy: string;
  readonly numbers: string;
  readonly addresses: string;
  readonly guardian: string;
  readonly guardianWhy: string;
  readonly needs: string;
  readonly needsWhy: string;
}

const notAsked = 'not-asked';
const whyOf = (answer: Told<unknown>): string => ('notTold' in answer ? answer.notTold : notAsked);

/** What the form shows of a person; of nobody yet, a first empty name and nothing asked. */
export function toTypedPerson(person: Person): TypedPerson {
  const { birth, gender, stateless } = person;
  return {
    names: textOfRows(
      person.names.length === 0
        ? [blankName]
        : person.names.map((name) => ({ ...name, given: name.given ?? '', family: name.family ?? '' })),
    ),
    called: person.calledName ?? '',
    birth: toldValue(birth)?.date ?? '',
    birthBasis: toldValue(birth)?.basis ?? 'person',
    birthWhy: whyOf(birth),
    gender: toldValue(gender) ?? whyOf(gender),
    nationality: toldValue(person.nationalities)?.join(', ') ?? '',
    nationalityWhy: whyOf(person.nationalities),
    stateless: 'told' in stateless ? (stateless.told ? 'yes' : 'no') : stateless.notTold,
    languages: textOfRows(person.languages.map((spoken) => ({ ...spoken, reads: spoken.reads ? 'yes' : '' }))),
    interpreter: toldValue(person.interpreterWishes) ?? '',
    interpreterWhy: whyOf(person.interpreterWishes),
    numbers: textOfRows(person.numbers),
    addresses: textOfRows(
      person.addresses.map(({ words, from, to, secret }) => ({
        ...{ words, from: from ?? '', to: to ?? '' },
        secret: secret ? 'yes' : '',
      })),
    ),
    guardian: toldValue(person.guardian) ?? '',
    guardianWhy: whyOf(person.guardian),
    needs: toldValue(person.needs) ?? '',
    needsWhy: whyOf(person.needs),
  };
}

export type PersonMistake = 'birth' | 'address';

/** What is typed as a date and is none. */
export function mistakesInPerson(typed: TypedPerson): readonly PersonMistake[] {
  const isDateOrBlank = (text: string): boolean => cleanText(text) === '' || isPartDate(cleanText(text));
  const addresses = rowsOfText(typed.addresses, blankAddress);
  return [
    ...(isDateOrBlank(typed.birth) ? [] : (['birth'] as const)),
    ...(addresses.every(({ from, to }) => isDateOrBlank(from) && isDateOrBlank(to)) ? [] : (['address'] as const)),
  ];
}

/** The person as typed on a day. An answer that nobody changed keeps its source and its day. */
export function fromTypedPerson(typed: TypedPerson, before: Person, on: CivilDate): Person {
  const words = (name: WordQuestion, was: Told<string>) =>
    answered(textOrNull(typed[name]), typed[`${name}Why`], was, on);
  const basis = birthBases.find((one) => one === typed.birthBasis) ?? 'person';
  const birth = cleanText(typed.birth) === '' ? null : { date: cleanText(typed.birth), basis };
  const nationalities = typed.nationality.split(',').map(cleanText).filter(Boolean);
  const yesNo = typed.stateless === 'yes' ? true : typed.stateless === 'no' ? false : null;
  return {
    names: namesOf(typed),
    calledName: textOrNull(typed.called),
    birth: answered(birth, typed.birthWhy, before.birth, on),
    gender: answered(genders.find((one) => one === typed.gender) ?? null, typed.gender, before.gender, on),
    nationalities: answered(
      nationalities.length > 0 ? nationalities : null,
      typed.nationalityWhy,
      before.nationalities,
      on,
    ),
    stateless: answered(yesNo, typed.stateless, before.stateless, on),
    languages: rowsOfText(typed.languages, blankLanguage)
      .filter(({ language }) => language !== '')
      .map(({ language, level, reads }) => ({
        language,
        level: levels.find((one) => one === level) ?? 'good',
        reads: reads === 'yes',
      })),
    interpreterWishes: words('interpreter', before.interpreterWishes),
    ...numbersAndAddresses(typed),
    guardian: words('guardian', before.guardian),
    needs: words('needs', before.needs),
  };
}

function namesOf({ names }: TypedPerson): Person['names'] {
  return rowsOfText(names, blankName)
    .map(({ given, family, script, use }) => ({
      ...{ given: textOrNull(given), family: textOrNull(family), script },
      use: nameUses.find((one) => one === use) ?? 'legal',
    }))
    .filter(({ given, family }) => given !== null || family !== null);
}

function numbersAndAddresses({ numbers, addresses }: TypedPerson): Pick<Person, 'numbers' | 'addresses'> {
  return {
    numbers: rowsOfText(numbers, blankNumber)
      .map(({ kind, number }) => ({
        kind: numberKinds.find((one) => one === kind) ?? 'file',
        number: cleanText(number),
      }))
      .filter(({ number }) => number !== ''),
    addresses: rowsOfText(addresses, blankAddress)
      .map(({ words, from, to, secret }) => ({
        words: cleanText(words),
        from: textOrNull(from),
        to: textOrNull(to),
        secret: secret === 'yes',
      }))
      .filter(({ words }) => words !== ''),
  };
}

function answered<Value>(value: Value | null, why: string, before: Told<Value>, on: CivilDate): Told<Value> {
  if (value === null) return { notTold: notTold.find((one) => one === why) ?? notAsked };
  const isSame = 'told' in before && JSON.stringify(before.told) === JSON.stringify(value);
  return isSame ? before : { told: value, source: 'person', on };
}
