import type { FieldKind, Pack } from '../pack.ts';
import { say, textsOf } from '../say.ts';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Values with their words, for choices, periods and documents. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly default: string | boolean | null;
}

export interface FactForm {
  readonly fact: string;
  readonly title: string;
  readonly group: string;
  readonly groupTitle: string;
  readonly mayRepeat: boolean;
  /** Whether a term in hours runs from it, so that the time of day is asked too. */
  readonly timed: boolean;
  readonly fields: readonly FormField[];
}

/** The names of the facts a pack reads, in vocabulary order. */
export function factNames(pack: Pack): readonly string[] {
  return pack.usesFacts;
}

/** What a form asks for a fact besides its day; null for a fact the country does not know. */
export function factFormOf(pack: Pack, fact: string, language = 'en'): FactForm | null {
  const rule = pack.facts.find(({ name }) => name === fact);
  if (rule === undefined) return null;
  const texts = textsOf(pack, language);
  return {
    fact,
    group: rule.group,
    mayRepeat: rule.repeats === true,
    timed: pack.deadlines.some(
      ({ trigger }) => 'fact' in trigger && trigger.timed === true && trigger.fact.some(({ name }) => name === fact),
    ),
    title: say(texts, `fact.${fact}`),
    groupTitle: say(texts, `group.${rule.group}`),
    fields: rule.fields.map((field) => {
      const values = field.kind === 'document' ? pack.documentIds : (field.choices ?? []);
      const words = field.kind === 'document' ? 'document' : 'choice';
      return {
        name: field.name,
        label: say(texts, `field.${field.name}`),
        kind: field.kind,
        required: field.required === true,
        choices: values.map((value) => ({ value, label: say(texts, `${words}.${value}`) })),
        default: field.default ?? null,
      };
    }),
  };
}
