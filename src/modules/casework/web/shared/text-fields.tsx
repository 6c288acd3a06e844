import { useLanguage } from '#kernel/languages/web';
import { Field, TextArea } from '#platform/web/ui';
import type { CaseForm } from './case-form.ts';
import type { FormValues } from './merge-values.ts';

/** A question answered in words: the name of the value, its label, how much it takes. */
export interface TextQuestion {
  readonly name: string;
  readonly label: string;
  readonly max: number;
  readonly long?: boolean;
  readonly needed?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
  /** A date or a number, for which a telephone shows digits. */
  readonly numeric?: boolean;
}

/** Questions of a form that are answered in words, one below the other. */
export function TextFields<Values extends FormValues>({
  form,
  questions,
}: {
  readonly form: CaseForm<Values>;
  readonly questions: readonly TextQuestion[];
}) {
  const { t } = useLanguage();
  return questions.map(({ name, label, max, long = false, needed = false, error, hint, numeric = false }) => {
    const props = {
      name,
      label: needed ? label : `${label} (${t('casework.optional')})`,
      error,
      hint,
      maxLength: max,
      value: String(form.values[name] ?? ''),
      // The names of the questions are names of the form's values.
      onChange: (event: { readonly target: { readonly value: string } }) =>
        form.set({ [name]: event.target.value } as Partial<Values>),
    };
    return long ? (
      <TextArea key={name} {...props} rows={4} />
    ) : (
      <Field key={name} {...props} dir="auto" inputMode={numeric ? 'numeric' : 'text'} />
    );
  });
}
