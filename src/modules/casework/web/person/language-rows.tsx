import { useLanguage } from '#kernel/languages/web';
import { Check, RowList, Select } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import { languageOptions } from '../shared/languages-spoken.ts';
import { rowsOfText, textOfRows, withRow } from '../shared/typed-rows.ts';
import { blankLanguage, levels, type TypedPerson } from './person-values.ts';

/** Languages that the person speaks, how well, and whether they read them. */
export function LanguageRows({ form }: { readonly form: CaseForm<TypedPerson> }) {
  const { t, language } = useLanguage();
  const rows = rowsOfText(form.values.languages, blankLanguage);
  const set = (languages: typeof rows): void => form.set({ languages: textOfRows(languages) });
  return (
    <RowList
      legend={t('casework.person.languages')}
      rows={rows}
      nameOf={(count) => t('casework.person.languageCount', { count })}
      addLabel={t('casework.person.addLanguage')}
      removeLabel={t('casework.takeOut')}
      onAdd={() => set([...rows, blankLanguage])}
      onRemove={(at) => set(rows.toSpliced(at, 1))}
    >
      {(row, at) => (
        <>
          <Select
            label={t('casework.person.language')}
            value={row.language}
            onChange={(event) => set(withRow(rows, at, { language: event.target.value }))}
            options={[{ value: '', label: t('casework.fact.choose') }, ...languageOptions(language, row.language)]}
          />
          <Select
            label={t('casework.person.level')}
            value={row.level}
            onChange={(event) => set(withRow(rows, at, { level: event.target.value }))}
            options={levels.map((value) => ({ value, label: t(`casework.level.${value}`) }))}
          />
          <Check
            label={t('casework.person.reads')}
            checked={row.reads === 'yes'}
            onChange={(reads) => set(withRow(rows, at, { reads: reads ? 'yes' : '' }))}
          />
        </>
      )}
    </RowList>
  );
}
