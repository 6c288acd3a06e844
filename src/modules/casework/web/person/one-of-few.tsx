import { useLanguage } from '#kernel/languages/web';
import { notTold } from '#modules/casework/client';
import { Choice } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import type { TypedPerson } from './person-values.ts';

/** A question with a few answers, or a reason why there is none. */
export function OneOfFew({
  form,
  name,
  answers,
}: {
  readonly form: CaseForm<TypedPerson>;
  readonly name: 'gender' | 'stateless';
  readonly answers: readonly (readonly [value: string, label: string])[];
}) {
  const { t } = useLanguage();
  return (
    <Choice
      legend={t(`casework.person.${name}`)}
      name={name}
      inline
      value={form.values[name]}
      onChange={(value) => form.set({ [name]: value })}
      options={[
        ...answers.map(([value, label]) => ({ value, label })),
        ...notTold.map((value) => ({ value, label: t(`casework.notTold.${value}`) })),
      ]}
    />
  );
}
