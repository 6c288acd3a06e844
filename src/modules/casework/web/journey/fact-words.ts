import type { CivilDate } from '#platform/base';
import { factFormOf, type FormField, type Pack } from '#kernel/procedures';
import type { RecordedFact } from '#modules/casework/client';
import { engineDay } from '../shared/engine-day.ts';

/** The words of the page that a fact is said with. */
export interface FactSpeech {
  readonly language: string;
  readonly yes: string;
  readonly no: string;
  readonly onDay: string;
  readonly atTime: string;
  readonly notKnown: string;
  readonly day: (day: CivilDate) => string;
}

/** One thing a fact says, with its label. */
export interface FactDetail {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** The name of a fact in words; its code where no pack knows it. */
export function titleOfFact(packs: readonly Pack[], fact: string, language: string): string {
  return formOf(packs, fact, language)?.title ?? fact;
}

/** What a fact says besides its name and day, in the order of its form. */
export function detailsOfFact(packs: readonly Pack[], fact: RecordedFact, speech: FactSpeech): readonly FactDetail[] {
  const fields = formOf(packs, fact.fact, speech.language)?.fields ?? [];
  const at = fact.at === undefined ? [] : [{ name: 'at', label: speech.atTime, value: fact.at }];
  return [
    ...at,
    ...fields.flatMap((field) => {
      const value = fact[field.name];
      return value === undefined || value === ''
        ? []
        : [{ name: field.name, label: field.label, value: sayValue(field, value, speech) }];
    }),
  ];
}

/** What two records of one thing do not share: its day and every detail that came, went or changed. */
export function factDifference(
  packs: readonly Pack[],
  was: RecordedFact,
  is: RecordedFact,
  speech: FactSpeech,
): readonly { readonly label: string; readonly before: string; readonly after: string }[] {
  const [old, now] = [was, is].map((fact) => [
    { name: 'fact', label: '', value: titleOfFact(packs, fact.fact, speech.language) },
    { name: 'on', label: speech.onDay, value: speech.day(fact.on) },
    ...detailsOfFact(packs, fact, speech),
  ]);
  const names = [...new Set([...(old ?? []), ...(now ?? [])].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [before, after] = [old, now].map((details) => details?.find((detail) => detail.name === name));
    if (before?.value === after?.value) return [];
    const label = (after ?? before)?.label ?? '';
    return [{ label, before: before?.value ?? speech.notKnown, after: after?.value ?? speech.notKnown }];
  });
}

function formOf(packs: readonly Pack[], fact: string, language: string) {
  const pack = packs.find((one) => one.usesFacts.includes(fact));
  return pack ? factFormOf(pack, fact, language) : null;
}

function sayValue(field: FormField, value: string | boolean, { yes, no, day }: FactSpeech): string {
  if (typeof value === 'boolean') return value ? yes : no;
  if (field.kind === 'day') return day(engineDay(value));
  return field.choices.find((choice) => choice.value === value)?.label ?? value;
}
