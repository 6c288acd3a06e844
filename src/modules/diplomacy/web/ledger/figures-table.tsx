import { groupsText, valueText, type LedgerFigure } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import styles from '../check/published-table.module.css';

/** Figures as they stand in the ledger, a row each. */
export function FiguresTable({
  figures,
  floor,
  label,
}: {
  readonly figures: readonly LedgerFigure[];
  readonly floor: number;
  readonly label: string;
}) {
  const { t } = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls within itself is reached by keyboard
    <div className={styles['scroll']} role="region" aria-label={label} tabIndex={0}>
      <table className={`${styles['table']} ${styles['figures']}`}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('diplomacy.ledger.group')}</th>
            <th scope="col">{t('diplomacy.ledger.number')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, at) => (
            <tr key={at}>
              <th scope="row">
                <bdi>{groupsText(figure.sets) || t('diplomacy.ledger.everybody')}</bdi>
              </th>
              <td className={figure.value === null ? styles['hidden'] : undefined}>
                {/* From right to left "<10" would read as its opposite. */}
                <bdi dir="ltr">{valueText(figure, floor)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
