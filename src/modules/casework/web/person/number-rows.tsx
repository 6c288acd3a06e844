import { useLanguage } from '#kernel/languages/web';
import { RowList, Select } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import { CoveredField } from '../shared/covered-field.tsx';
import { rowsOfText, textOfRows, withRow } from '../shared/typed-rows.ts';
import { blankNumber, numberKinds, type TypedPerson } from './person-values.ts';

/** Numbers under which authorities know the person; none of a national identification. */
export function NumberRows({ form }: { readonly form: CaseForm<TypedPerson> }) {
  const { t } = useLanguage();
  const rows = rowsOfText(form.values.numbers, blankNumber);
  const set = (numbers: typeof rows): void => form.set({ numbers: textOfRows(numbers) });
  return (
    <RowList
      legend={t('casework.person.numbers')}
      rows={rows}
      nameOf={(count) => t('casework.person.numberCount', { count })}
      addLabel={t('casework.person.addNumber')}
      removeLabel={t('casework.takeOut')}
      onAdd={() => set([...rows, blankNumber])}
      onRemove={(at) => set(rows.toSpliced(at, 1))}
    >
      {(row, at) => (
        <>
          <Select
            label={t('casework.person.numberKind')}
            value={row.kind}
            onChange={(event) => set(withRow(rows, at, { kind: event.target.value }))}
            options={numberKinds.map((value) => ({ value, label: t(`casework.number.${value}`) }))}
          />
          <CoveredField
            label={t('casework.person.number')}
            name={`numbers.${at}`}
            max={60}
            covered
            value={row.number}
            onChange={(number) => set(withRow(rows, at, { number }))}
          />
        </>
      )}
    </RowList>
  );
}
