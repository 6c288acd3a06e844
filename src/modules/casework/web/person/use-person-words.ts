import { useLanguage, type LanguageChoice } from '#kernel/languages/web';
import { notTold } from '#modules/casework/client';
import { nameOfLanguage } from '../shared/languages-spoken.ts';
import type { FormValue } from '../shared/merge-values.ts';
import { rowsOfText } from '../shared/typed-rows.ts';
import { blankAddress, blankLanguage, blankName, blankNumber, genders, wordQuestions } from './person-values.ts';

const plain = ['names', 'called', 'birth', 'gender', 'stateless', 'languages', 'numbers', 'addresses'] as const;

/** The fields of a person as people read them, for when two people changed the same one. */
export function usePersonWords(): {
  readonly labels: Readonly<Record<string, string>>;
  readonly show: (field: string, value: FormValue) => string;
} {
  const choice = useLanguage();
  const { t } = choice;
  const labels: Record<string, string> = {};
  for (const name of [...plain, ...wordQuestions, 'birthBasis']) labels[name] = t(`casework.person.${name}`);
  for (const name of [...wordQuestions, 'birth'])
    labels[`${name}Why`] = t('casework.told.why', { question: t(`casework.person.${name}`) });
  return {
    labels,
    show: (field, value) => showTyped(choice, field, String(value)),
  };
}

/** Numbers and secret addresses stay covered here too. */
function showTyped({ t, language }: LanguageChoice, field: string, value: string): string {
  if (field === 'names') {
    return rowsOfText(value, blankName)
      .map(({ given, family }) => `${given} ${family}`.trim())
      .join('. ');
  }
  if (field === 'languages') {
    return rowsOfText(value, blankLanguage)
      .map((row) => `${nameOfLanguage(row.language, language)}, ${t(`casework.level.${row.level}`)}`)
      .join('. ');
  }
  if (field === 'numbers') {
    return rowsOfText(value, blankNumber)
      .map(({ kind, number }) => `${t(`casework.number.${kind}`)} ••••${number.slice(-2)}`)
      .join('. ');
  }
  if (field === 'addresses') {
    return rowsOfText(value, blankAddress)
      .map(({ words, secret }) => (secret === 'yes' ? '••••' : words))
      .join('. ');
  }
  if (genders.some((one) => one === value) && field === 'gender') return t(`casework.gender.${value}`);
  if (field === 'birthBasis') return t(`casework.birthBasis.${value}`);
  if (field === 'stateless' && (value === 'yes' || value === 'no')) return t(`casework.${value}`);
  return notTold.some((why) => why === value) ? t(`casework.notTold.${value}`) : value;
}
