import { useLanguage } from '#kernel/languages/web';
import { Check, Field, Notice, RowList } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import { CoveredField } from '../shared/covered-field.tsx';
import { rowsOfText, textOfRows, withRow } from '../shared/typed-rows.ts';
import { blankAddress, type TypedPerson } from './person-values.ts';

/** Where the person lived and lives. A secret address stays covered. */
export function AddressRows({ form, wrong }: { readonly form: CaseForm<TypedPerson>; readonly wrong: boolean }) {
  const { t } = useLanguage();
  const rows = rowsOfText(form.values.addresses, blankAddress);
  const set = (addresses: typeof rows): void => form.set({ addresses: textOfRows(addresses) });
  return (
    <div id="person-address" tabIndex={-1}>
      {wrong && <Notice tone="late">{t('casework.person.wrong.address')}</Notice>}
      <RowList
        legend={t('casework.person.addresses')}
        rows={rows}
        nameOf={(count) => t('casework.person.addressCount', { count })}
        addLabel={t('casework.person.addAddress')}
        removeLabel={t('casework.takeOut')}
        onAdd={() => set([...rows, blankAddress])}
        onRemove={(at) => set(rows.toSpliced(at, 1))}
      >
        {(row, at) => (
          <>
            <CoveredField
              label={t('casework.person.address')}
              name={`addresses.${at}`}
              max={300}
              covered={row.secret === 'yes'}
              value={row.words}
              onChange={(words) => set(withRow(rows, at, { words }))}
            />
            {(['from', 'to'] as const).map((part) => (
              <Field
                key={part}
                label={t(`casework.person.address.${part}`)}
                hint={t('casework.person.partDateHint')}
                inputMode="numeric"
                name={`addresses.${at}.${part}`}
                maxLength={10}
                value={row[part]}
                onChange={(event) => set(withRow(rows, at, { [part]: event.target.value }))}
              />
            ))}
            <Check
              label={t('casework.person.address.secret')}
              checked={row.secret === 'yes'}
              onChange={(secret) => set(withRow(rows, at, { secret: secret ? 'yes' : '' }))}
            />
          </>
        )}
      </RowList>
    </div>
  );
}
