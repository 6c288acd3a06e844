import { useLanguage } from '#kernel/languages/web';
import styles from '../organise/organise.module.css';
import figureStyles from './figures.module.css';
import type { FigureWords } from './figures-table.ts';
import type { CourseOfFigures } from './use-figures.ts';
import { WideTable } from './wide-table.tsx';

/** Sums that organisations told, apart from what we counted and marked as such. */
export function TotalsTable({
  course: { totals },
  words,
}: {
  readonly course: CourseOfFigures;
  readonly words: FigureWords;
}) {
  const { t, formatNumber } = useLanguage();
  if (totals.length === 0) return null;
  const shown = (number: number | null): string => (number === null ? t('learning.totals.few') : formatNumber(number));
  return (
    <>
      <h3 className={figureStyles['part']}>{t('learning.totals.told')}</h3>
      <WideTable label={t('learning.totals.told')}>
        <thead>
          <tr>
            {['figures.organisation', 'figures.months', 'figures.people', 'figures.completions', 'totals.basis'].map(
              (name) => (
                <th key={name} scope="col">
                  {t(`learning.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {totals.flatMap(({ name, spans }) =>
            spans.map((span) => (
              <tr key={`${name}-${span.from}`}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>
                  {words.spanOf(span)}
                  {span.corrected && <span className={styles['small']}>{t('learning.totals.corrected')}</span>}
                  {span.waiting && <span className={styles['small']}>{t('learning.totals.waiting')}</span>}
                </td>
                <td>{shown(span.people)}</td>
                <td>{shown(span.completions)}</td>
                <td>{t(`learning.totals.basis.${span.basis}`)}</td>
              </tr>
            )),
          )}
        </tbody>
      </WideTable>
      <p className={styles['small']}>{t('learning.totals.notIn')}</p>
    </>
  );
}
