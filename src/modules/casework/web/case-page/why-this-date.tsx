import { describeDeadline, type Deadline, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { Disclosure } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import styles from './why-this-date.module.css';

/** How a date came about: fact, rule, article, counting, result; and how sure the rule is. */
export function WhyThisDate({
  deadline,
  pack,
  open,
}: {
  readonly deadline: Deadline;
  readonly pack: Pack;
  readonly open?: boolean;
}) {
  const { t, language, formatDay } = useLanguage();
  const why = describeDeadline(deadline, pack, language);
  return (
    <Disclosure
      open={open ?? false}
      summary={
        <>
          {t('casework.why.title')}
          <span className="visually-hidden">: {why.due}</span>
        </>
      }
    >
      <ol className={styles['lines']}>
        {why.lines.map((line, at) => (
          <li key={at}>
            <span>
              {line.text} {line.source && <span className={styles['source']}>{line.source}</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles['foot']}>
        <p>
          {t('casework.why.pack', { pack: why.pack, version: why.version })}{' '}
          {why.checkedOn && t('casework.why.checked', { day: formatDay(engineDay(why.checkedOn)) })}
        </p>
        <p>{t(`casework.why.confidence.${why.confidence}`)}</p>
        <ul>
          {why.sources.map((source) => (
            <li key={`${source.id}:${source.article}`}>
              {source.title}, {source.article}
              {source.address.startsWith('https://') && (
                <>
                  {' '}
                  <a href={source.address} target="_blank" rel="noreferrer">
                    {t('casework.why.text')}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
