import { countText, type CheckedTable } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { shownColumns } from './published-rows.ts';
import styles from './published-table.module.css';

/** A checked table as it may be published; under each number what a stranger can prove of the true one. */
export function PublishedTable({ checked }: { readonly checked: CheckedTable }) {
  const { t } = useLanguage();
  const { table, published, audit } = checked;
  const all = t('diplomacy.check.all');
  const names = shownColumns(table, { all, number: t('diplomacy.ledger.number') });
  return (
    <>
      <p>
        {t('diplomacy.check.rule')} {t('diplomacy.check.proof')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls within itself is reached by keyboard */}
      <div className={styles['scroll']} role="region" aria-label={t('diplomacy.check.published')} tabIndex={0}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{t('diplomacy.check.published')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('diplomacy.check.group')}</th>
              {names.map((name, index) => (
                <th key={`${String(index)} ${name}`} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {published.map((row, index) => (
              <tr key={`${String(index)} ${table.rows[index] ?? all}`}>
                <th scope="row">
                  <bdi>{table.rows[index] ?? all}</bdi>
                </th>
                {row.slice(0, names.length).map((count, column) => {
                  const range = audit.ranges[index]?.[column];
                  return (
                    <td
                      key={`${String(column)} ${table.columns[column] ?? all}`}
                      className={count === null ? styles['hidden'] : undefined}
                    >
                      {/* From right to left "<10" would read as its opposite. */}
                      <bdi dir="ltr">{countText(count)}</bdi>
                      <small>
                        {t('diplomacy.check.between', { low: String(range?.low ?? 0), high: String(range?.high ?? 0) })}
                      </small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
