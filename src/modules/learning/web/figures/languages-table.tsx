import { useLanguage } from '#kernel/languages/web';
import styles from '../organise/organise.module.css';
import figureStyles from './figures.module.css';
import type { FigureWords } from './figures-table.ts';
import type { CourseOfFigures } from './use-figures.ts';

/** In which language people finished: ours, and all others together as far as it may be told. */
export function LanguagesTable({
  course: { ownLanguages, partnerLanguages },
  words,
}: {
  readonly course: CourseOfFigures;
  readonly words: FigureWords;
}) {
  const { t, formatNumber } = useLanguage();
  const { until, people } = partnerLanguages;
  const tags = [...new Set([...people, ...ownLanguages].map(({ language }) => language))];
  const numberOf = (of: CourseOfFigures['ownLanguages'], tag: string): string =>
    formatNumber(of.find(({ language }) => language === tag)?.people ?? 0);
  if (tags.length === 0) return null;
  return (
    <>
      <h3 className={figureStyles['part']}>{t('learning.figures.languages')}</h3>
      <table className={`${styles['table']} ${figureStyles['languages']}`}>
        <thead>
          <tr>
            <th scope="col">{t('learning.figures.language')}</th>
            <th scope="col">{t('learning.figures.own')}</th>
            <th scope="col">
              {until === 0
                ? t('learning.figures.othersNone')
                : t('learning.figures.others', { month: words.monthOf(until) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {tags.map((tag) => (
            <tr key={tag}>
              <th scope="row">{words.languageOf(tag)}</th>
              <td>{numberOf(ownLanguages, tag)}</td>
              <td>{until === 0 ? t('learning.figures.later') : numberOf(people, tag)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
