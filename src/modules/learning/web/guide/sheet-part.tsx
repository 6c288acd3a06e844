import { useLanguage } from '#kernel/languages/web';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import type { GuidePartProps } from './guide-part-props.ts';

const marks = [1, 2, 3, 4, 5] as const;

/** What every participant gets: the sheet, and the questions of the end on a page of their own, without a name. */
export function SheetPart({ guide }: GuidePartProps) {
  const { t } = useLanguage();
  const asked = guide.evaluation.slice(0, -1);
  const open = guide.evaluation.at(-1);
  return (
    <div className={styles['sheets']}>
      {guide.pages
        .filter(({ kind }) => kind === 'sheet')
        .map(({ id, title, body }) => (
          <section key={id} className={styles['sheet']} aria-label={title}>
            <h2>{title}</h2>
            <GuideText guide={guide} text={body} />
          </section>
        ))}
      <section className={styles['sheet']} aria-label={t('learning.guide.evaluation')}>
        <h2>{t('learning.guide.evaluation')}</h2>
        <p>{t('learning.guide.evaluationLead')}</p>
        <ol className={styles['asked']}>
          {asked.map(({ id, text }) => (
            <li key={id}>
              {text}
              <span className={styles['boxes']} aria-hidden>
                {marks.map((mark) => (
                  <span key={mark}>{mark}</span>
                ))}
              </span>
            </li>
          ))}
          {open && (
            <li>
              {open.text}
              <span className={styles['room']} aria-hidden />
            </li>
          )}
        </ol>
      </section>
    </div>
  );
}
