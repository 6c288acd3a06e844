import type { WarningRule, WarningValue } from '../../pack.ts';
import { say } from '../../say.ts';
import { factsOf, fieldsOf, quoted, type PackTeller } from './pack-teller.ts';

/** A warning as it is said, quoted; what a case fills in stands in square brackets. */
export function warningText(teller: PackTeller, code: string, values: WarningRule['values'] = {}): string {
  return teller.t('procedures.quoted', { text: warningWords(teller, code, values) });
}

/** The same without quotation marks. */
export function warningWords(teller: PackTeller, code: string, values: WarningRule['values'] = {}): string {
  const message = teller.texts[`warning.${code}`];
  if (message === undefined) return teller.t('procedures.noName');
  const gap = teller.pack.permits?.gapWarning === code;
  const places = [...message.matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '');
  const filled = Object.fromEntries(
    places.map((place) => {
      const value = values[place];
      return [place, value === undefined ? placeOf(teller, place, gap) : valueText(teller, value)];
    }),
  );
  return say(teller.texts, `warning.${code}`, filled);
}

function placeOf({ t }: PackTeller, place: string, gap: boolean): string {
  if (place === 'on') return t('procedures.place.on');
  if (place === 'fact') return t('procedures.place.fact');
  if (place === 'guard') return t('procedures.place.guard');
  if (place === 'ref') return t('procedures.place.ref');
  return t(gap && place === 'from' ? 'procedures.place.gap' : 'procedures.place.other');
}

function valueText(teller: PackTeller, value: WarningValue): string {
  const { t } = teller;
  if ('text' in value) return quoted(teller, `rule.${value.text}`);
  if ('permit' in value) return t(`procedures.place.${value.permit}`);
  if ('dayOf' in value) return t('procedures.place.dayOf', { facts: factsOf(teller, value.dayOf, 'or') });
  return t('procedures.place.field', { fields: fieldsOf(teller, value.field) });
}
