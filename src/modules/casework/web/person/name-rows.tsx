import { useLanguage } from '#kernel/languages/web';
import { Field, RowList, Select } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import { rowsOfText, textOfRows, withRow } from '../shared/typed-rows.ts';
import { blankName, nameUses, type TypedPerson } from './person-values.ts';
import { scriptOptions } from './scripts.ts';

/** Names as papers and people use them, each in its own script. */
export function NameRows({ form }: { readonly form: CaseForm<TypedPerson> }) {
  const { t, language } = useLanguage();
  const rows = rowsOfText(form.values.names, blankName);
  const set = (names: typeof rows): void => form.set({ names: textOfRows(names) });
  return (
    <RowList
      legend={t('casework.person.names')}
      rows={rows}
      nameOf={(count) => t('casework.person.nameCount', { count })}
      addLabel={t('casework.person.addName')}
      removeLabel={t('casework.takeOut')}
      onAdd={() => set([...rows, { ...blankName, use: 'called' }])}
      onRemove={(at) => set(rows.toSpliced(at, 1))}
    >
      {(row, at) => (
        <>
          {(['given', 'family'] as const).map((part) => (
            <Field
              key={part}
              label={t(`casework.person.${part}`)}
              dir="auto"
              name={`names.${at}.${part}`}
              maxLength={120}
              value={row[part]}
              onChange={(event) => set(withRow(rows, at, { [part]: event.target.value }))}
            />
          ))}
          <Select
            label={t('casework.person.nameUse')}
            value={row.use}
            onChange={(event) => set(withRow(rows, at, { use: event.target.value }))}
            options={nameUses.map((value) => ({ value, label: t(`casework.nameUse.${value}`) }))}
          />
          <Select
            label={t('casework.person.script')}
            value={row.script}
            onChange={(event) => set(withRow(rows, at, { script: event.target.value }))}
            options={scriptOptions(language, row.script)}
          />
        </>
      )}
    </RowList>
  );
}
