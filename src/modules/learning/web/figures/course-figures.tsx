import { useLanguage } from '#kernel/languages/web';
import { Card, Disclosure } from '#platform/web/ui';
import type { Measure } from '../../model/open/count/release-steps.ts';
import { sumSteps } from '../../model/open/count/sum-steps.ts';
import styles from '../organise/organise.module.css';
import figureStyles from './figures.module.css';
import { EffectPart } from './effect-part.tsx';
import { heldSpan, isKnown, nameOfRow, shownMeasures, type FigureWords } from './figures-table.ts';
import { LanguagesTable } from './languages-table.tsx';
import { RoutesNote } from './routes-note.tsx';
import { StepChart } from './step-chart.tsx';
import { StepsTable } from './steps-table.tsx';
import { TotalsTable } from './totals-table.tsx';
import type { CourseOfFigures, Figures } from './use-figures.ts';
import { WideTable } from './wide-table.tsx';
import { YearSentence } from './year-sentence.tsx';

/** Figures of one course in a year: one sentence, a picture of each organisation, and every number in tables. */
export function CourseFigures({
  course,
  title,
  year,
  figures,
  words,
}: {
  readonly course: CourseOfFigures;
  readonly title: string;
  readonly year: number;
  readonly figures: Figures;
  readonly words: FigureWords;
}) {
  const { t } = useLanguage();
  return (
    <Card title={<bdi>{title}</bdi>}>
      <YearSentence course={course} title={title} year={year} asOf={figures.asOf} />
      <Pictures course={course} year={year} closed={figures.closed} words={words} />
      <SumsTable course={course} words={words} />
      {course.organisations
        .filter((one) => one.steps.some(({ people, began }) => people !== 0 || began !== 0) || one.held)
        .map((organisation) => (
          <Disclosure
            key={`${organisation.name}-${organisation.route}`}
            quiet
            summary={t('learning.figures.monthsOf', { organisation: nameOfRow(organisation, t) })}
          >
            <StepsTable organisation={organisation} closed={figures.closed} words={words} />
          </Disclosure>
        ))}
      <TotalsTable course={course} words={words} />
      <RoutesNote course={course} />
      <LanguagesTable course={course} words={words} />
      {/* Only modules of ours have stories before and after. */}
      {course.title === null && <EffectPart course={course} words={words} />}
    </Card>
  );
}

function Pictures({
  course: { organisations },
  year,
  closed,
  words,
}: {
  readonly course: CourseOfFigures;
  readonly year: number;
  readonly closed: number;
  readonly words: FigureWords;
}) {
  const { t } = useLanguage();
  const drawn = organisations.filter((one) => sumSteps(one.steps, 'people').number > 0);
  const most = Math.max(
    1,
    ...drawn.flatMap(({ steps }) => steps.map(({ from, until, people }) => (people ?? 0) / (until - from + 1))),
  );
  if (drawn.length === 0) return null;
  return (
    <>
      <h3 className={figureStyles['part']}>{t('learning.figures.pictures', { year: String(year) })}</h3>
      <ul className={figureStyles['charts']}>
        {drawn.map((organisation) => (
          <li key={`${organisation.name}-${organisation.route}`}>
            <strong>
              <bdi>{nameOfRow(organisation, t)}</bdi>
            </strong>
            <StepChart
              organisation={organisation}
              closed={closed}
              most={most}
              words={words}
              summary={t('learning.figures.picture', {
                organisation: nameOfRow(organisation, t),
                people: sumSteps(organisation.steps, 'people').number,
              })}
            />
          </li>
        ))}
      </ul>
      {drawn.some((one) => heldSpan(one, closed) !== null) && (
        <p className={styles['small']}>{t('learning.figures.dashed')}</p>
      )}
    </>
  );
}

/** Each organisation over the year so far: sums of what is told, each with the month up to which it goes. */
function SumsTable({ course, words }: { readonly course: CourseOfFigures; readonly words: FigureWords }) {
  const { t, formatNumber } = useLanguage();
  return (
    <WideTable label={t('learning.figures.inAll')}>
      <thead>
        <tr>
          <th scope="col">{t('learning.figures.organisation')}</th>
          <th scope="col">{t('learning.figures.until')}</th>
          {shownMeasures.map((measure) => (
            <th key={measure} scope="col">
              {t(`learning.figures.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {course.organisations.map((one) => {
          const { name, route, steps, held } = one;
          const last = steps.at(-1)?.until ?? 0;
          return (
            <tr key={`${name}-${route}`}>
              <th scope="row">
                <bdi>{nameOfRow(one, t)}</bdi>
                {held && <span className={styles['small']}>{t('learning.figures.few')}</span>}
              </th>
              <td>{last === 0 ? t('learning.figures.nothing') : words.monthOf(last)}</td>
              {shownMeasures.map((measure) => {
                const { number, until } = sumSteps(steps, measure);
                if (!isKnown(route, measure)) return <td key={measure}>{t('learning.figures.unknown')}</td>;
                return (
                  <td key={measure}>
                    {until === 0 ? t('learning.figures.later') : formatNumber(number)}
                    {until > 0 && until < last && (
                      <span className={styles['small']}>
                        {t('learning.figures.upTo', { month: words.monthOf(until) })}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
        <SumOfAll course={course} />
      </tbody>
    </WideTable>
  );
}

/** All of it together: sums of what stands above, which can be taken apart into nothing else; where part of them follows later, none. */
function SumOfAll({ course: { organisations } }: { readonly course: CourseOfFigures }) {
  const { t, formatNumber } = useLanguage();
  const known = (measure: Measure) =>
    organisations.filter(({ route }) => isKnown(route, measure)).flatMap(({ steps }) => steps);
  const isWhole = (measure: Measure): boolean =>
    organisations.every(({ steps }) => sumSteps(steps, measure).until === (steps.at(-1)?.until ?? 0));
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {t('learning.figures.inAll')}
      </th>
      {shownMeasures.map((measure) => (
        <td key={measure}>
          {known(measure).length === 0 ? (
            t('learning.figures.unknown')
          ) : isWhole(measure) ? (
            <strong>{formatNumber(sumSteps(known(measure), measure).number)}</strong>
          ) : (
            t('learning.figures.later')
          )}
        </td>
      ))}
    </tr>
  );
}
