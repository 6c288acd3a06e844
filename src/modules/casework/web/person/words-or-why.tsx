import { useLanguage } from '#kernel/languages/web';
import { Field, Stack, TextArea } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import type { TypedPerson, WordQuestion } from './person-values.ts';
import { WhyNot } from './why-not.tsx';

/** A question that is answered in words; while there are none, the reason stands below it. */
export function WordsOrWhy({
  form,
  name,
  hint,
  long,
}: {
  readonly form: CaseForm<TypedPerson>;
  readonly name: WordQuestion;
  readonly hint?: string;
  /** Most characters, when more than one line is asked. */
  readonly long?: number;
}) {
  const { t } = useLanguage();
  const label = t(`casework.person.${name}`);
  const field = {
    label,
    name,
    hint,
    value: form.values[name],
    onChange: (event: { readonly target: { readonly value: string } }) => form.set({ [name]: event.target.value }),
  };
  return (
    <Stack>
      {long === undefined ? (
        <Field {...field} dir="auto" maxLength={200} />
      ) : (
        <TextArea {...field} rows={2} maxLength={long} />
      )}
      {form.values[name].trim() === '' && (
        <WhyNot
          question={label}
          value={form.values[`${name}Why`]}
          onChange={(why) => form.set({ [`${name}Why`]: why })}
        />
      )}
    </Stack>
  );
}
