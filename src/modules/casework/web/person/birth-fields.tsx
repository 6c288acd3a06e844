import { useLanguage } from '#kernel/languages/web';
import { Field, Select, Stack } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import { birthBases, type TypedPerson } from './person-values.ts';
import { WhyNot } from './why-not.tsx';

/** When the person was born, as far as it is known, and who says so. */
export function BirthFields({ form, wrong }: { readonly form: CaseForm<TypedPerson>; readonly wrong: boolean }) {
  const { t } = useLanguage();
  const { birth, birthBasis, birthWhy } = form.values;
  return (
    <Stack>
      <Field
        id="person-birth"
        label={t('casework.person.birth')}
        hint={t('casework.person.birthHint')}
        error={wrong ? t('casework.person.wrong.birth') : undefined}
        inputMode="numeric"
        name="birth"
        maxLength={10}
        value={birth}
        onChange={(event) => form.set({ birth: event.target.value })}
      />
      {birth.trim() === '' ? (
        <WhyNot
          question={t('casework.person.birth')}
          value={birthWhy}
          onChange={(why) => form.set({ birthWhy: why })}
        />
      ) : (
        <Select
          label={t('casework.person.birthBasis')}
          value={birthBasis}
          onChange={(event) => form.set({ birthBasis: event.target.value })}
          options={birthBases.map((value) => ({ value, label: t(`casework.birthBasis.${value}`) }))}
        />
      )}
    </Stack>
  );
}
