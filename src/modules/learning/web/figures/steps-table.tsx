import { useLanguage } from '#kernel/languages/web';
import { heldSpan, isKnown, nameOfRow, shownMeasures, type FigureWords } from './figures-table.ts';
import type { OrganisationOfFigures } from './use-figures.ts';
import { WideTable } from './wide-table.tsx';

/** Every number that is told of one organisation, month by month or by months that are told together. */
export function StepsTable({
  organisation,
  closed,
  words,
}: {
  readonly organisation: OrganisationOfFigures;
  readonly closed: number;
  readonly words: FigureWords;
}) {
  const { t, formatNumber } = useLanguage();
  const held = heldSpan(organisation, closed);
  const label = t('learning.figures.monthsOf', { organisation: nameOfRow(organisation, t) });
  return (
    <WideTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('learning.figures.months')}</th>
          {shownMeasures.map((measure) => (
            <th key={measure} scope="col">
              {t(`learning.figures.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {organisation.steps.map((step) => (
          <tr key={step.from}>
            <th scope="row">{words.spanOf(step)}</th>
            {shownMeasures.map((measure) => {
              const number = step[measure];
              if (!isKnown(organisation.route, measure)) return <td key={measure}>{t('learning.figures.unknown')}</td>;
              return <td key={measure}>{number === null ? t('learning.figures.later') : formatNumber(number)}</td>;
            })}
          </tr>
        ))}
        {held && (
          <tr>
            <th scope="row">{words.spanOf(held)}</th>
            <td colSpan={shownMeasures.length}>{t('learning.figures.few')}</td>
          </tr>
        )}
      </tbody>
    </WideTable>
  );
}
