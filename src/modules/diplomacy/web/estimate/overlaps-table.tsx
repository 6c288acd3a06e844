import type { Estimated } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import styles from '../abroad/abroad.module.css';

/** How many people two lists share, and what Chapman's formula makes of it. */
export function OverlapsTable({
  estimate: { overlaps, chapman },
}: {
  readonly estimate: Pick<Estimated['estimate'], 'overlaps' | 'chapman'>;
}) {
  const { t, formatNumber } = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls within itself is reached by keyboard
    <div className={styles['scroll']} role="region" aria-label={t('diplomacy.estimate.overlaps')} tabIndex={0}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{t('diplomacy.estimate.overlaps')}</caption>
        <thead>
          <tr>
            {(['pair', 'both', 'chapman'] as const).map((column) => (
              <th key={column} scope="col" className={styles[column === 'pair' ? '' : 'number']}>
                {t(`diplomacy.estimate.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(overlaps).map(([pair, both]) => (
            <tr key={pair}>
              <th scope="row">
                <bdi>{pair}</bdi>
              </th>
              <td className={styles['number']}>{formatNumber(both)}</td>
              <td className={styles['number']}>{formatNumber(Math.round(chapman[pair] ?? 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
