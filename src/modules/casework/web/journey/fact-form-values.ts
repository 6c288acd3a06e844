import { parseCivilDate } from '#platform/base';
import { factFormOf, type FactForm, type Pack } from '#kernel/procedures';
import type { NewFact, RecordedFact } from '#modules/casework/client';
import { fromTypedDate, toTypedDate } from '#platform/web/ui';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';

/** What a form of a fact holds: `fact`, `on` and one value per further field under `field-` and its name. */
export type FactValues = Readonly<Record<string, string | boolean>>;

/** Why a form does not give a fact; each has its words under `casework.fact` or is about a field of the fact. */
export interface FactFlaw {
  readonly field: string;
  readonly what: 'whichNeeded' | 'dayNeeded' | 'noSuchDay' | 'fieldNeeded' | 'reasonNeeded';
  /** The label of the field that it is about. */
  readonly label?: string;
}

const envelope: ReadonlySet<string> = new Set(['fact', 'on', 'id', 'recorded', 'replaces', 'void', 'note']);

/** What the form shows before anybody types: nothing, or the fact that is put right. */
export function valuesOfFact(fact?: RecordedFact): FactValues {
  if (!fact) return { fact: '', on: '' };
  const fields = Object.entries(fact).flatMap(([name, value]): [string, string | boolean][] =>
    value === undefined || envelope.has(name) ? [] : [[`field-${name}`, value]],
  );
  return { ...Object.fromEntries(fields), fact: fact.fact, on: textOfDate(toTypedDate(fact.on)) };
}

/** What a form asks of the fact that is chosen in it; null before one is. */
export function formOfValues(packs: readonly Pack[], { fact }: FactValues, language: string): FactForm | null {
  const name = String(fact ?? '');
  const pack = packs.find((one) => one.usesFacts.includes(name)) ?? packs[0];
  return pack && name !== '' ? factFormOf(pack, name, language) : null;
}

/** Whether the form asks the time: a term in hours runs from the fact, or a time was recorded and must not be lost. */
export function asksTime(form: FactForm | null, corrects?: Pick<RecordedFact, 'at'>): boolean {
  return form?.timed === true || corrects?.at !== undefined;
}

/** The fact that the values give, or what is wrong with them. Values of fields that the fact does not have are left out. */
export function factOfValues(
  values: FactValues,
  form: FactForm | null,
  timed: boolean,
): { readonly fact: NewFact } | { readonly flaws: readonly FactFlaw[] } {
  const typed = fromTypedDate(dateOfText(String(values['on'] ?? '')));
  const on = parseCivilDate(typed);
  const flaws: FactFlaw[] = [];
  if (!form) flaws.push({ field: 'fact', what: 'whichNeeded' });
  if (on === null) flaws.push({ field: 'fact-on', what: typed === '' ? 'dayNeeded' : 'noSuchDay' });
  const fields: Record<string, string | boolean> = {};
  for (const { name, label, required, kind } of form?.fields ?? []) {
    const value = values[`field-${name}`];
    if (required && !value) flaws.push({ field: `field-${name}`, what: 'fieldNeeded', label });
    if (kind === 'day' && typeof value === 'string' && value !== '' && parseCivilDate(value) === null)
      flaws.push({ field: `field-${name}`, what: 'noSuchDay', label });
    if (value !== undefined && value !== '') fields[name] = value;
  }
  if (!form || on === null || flaws.length > 0) return { flaws };
  const at = values['field-at'];
  return { fact: { ...fields, ...(timed && at ? { at: String(at) } : {}), fact: form.fact, on } };
}
