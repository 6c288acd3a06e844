import { useLanguage } from '#kernel/languages/web';
import { Card } from '#platform/web/ui';
import styles from '../organise/organise.module.css';
import { heldSpan, nameOfPresence, type FigureWords } from './figures-table.ts';
import type { Figures } from './use-figures.ts';
import { WideTable } from './wide-table.tsx';

/** How many places at workshops were used in a year, of whom and when. */
export function WorkshopFiguresCard({ figures, words }: { readonly figures: Figures; readonly words: FigureWords }) {
  const { t, formatNumber } = useLanguage();
  const { workshops, closed } = figures;
  if (workshops.length === 0) return null;
  return (
    <Card title={t('learning.figures.workshops')}>
      <p>{t('learning.figures.workshopsLead')}</p>
      <WideTable label={t('learning.figures.workshops')}>
        <thead>
          <tr>
            <th scope="col">{t('learning.figures.organisation')}</th>
            <th scope="col">{t('learning.figures.months')}</th>
            <th scope="col">{t('learning.figures.presences')}</th>
          </tr>
        </thead>
        <tbody>
          {workshops.flatMap((one) => {
            const name = nameOfPresence(one, t);
            const held = heldSpan(one, closed);
            return [
              ...one.steps
                .filter(({ presences }) => presences > 0)
                .map((step) => (
                  <tr key={`${name}-${step.from}`}>
                    <th scope="row">
                      <bdi>{name}</bdi>
                    </th>
                    <td>{words.spanOf(step)}</td>
                    <td>{formatNumber(step.presences)}</td>
                  </tr>
                )),
              ...(held
                ? [
                    <tr key={`${name}-held`}>
                      <th scope="row">
                        <bdi>{name}</bdi>
                      </th>
                      <td>{words.spanOf(held)}</td>
                      <td className={styles['small']}>{t('learning.figures.few')}</td>
                    </tr>,
                  ]
                : []),
            ];
          })}
        </tbody>
      </WideTable>
      <p className={styles['small']}>{t('learning.figures.workshopsHow')}</p>
    </Card>
  );
}
