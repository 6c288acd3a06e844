import { Link } from '@tanstack/react-router';
import { dateAnchor, describeDeadline, type Deadline, type DescribedLine, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Disclosure, StateMark } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import { SignOffLine } from '../procedures/sign-off-line.tsx';
import { SourceName } from './source-name.tsx';
import styles from './why-this-date.module.css';

/** How a date came about: fact, rule, article, counting, result; and how sure the rule is. */
export function WhyThisDate({
  deadline,
  pack,
  open,
  correct = false,
  presumed = false,
}: {
  readonly deadline: Deadline;
  readonly pack: Pack;
  readonly open?: boolean;
  /** Shows the way to the facts below, for putting one right. */
  readonly correct?: boolean;
  /** The day it rests on is a receipt that is not proved yet. */
  readonly presumed?: boolean;
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
          {(why.confidence === 'GK' || why.confidence === 'C') && (
            <span className={styles['doubt']}>
              <StateMark kind="unchecked">{t(`casework.why.doubt.${why.confidence}`)}</StateMark>
            </span>
          )}
        </>
      }
    >
      <ol className={styles['lines']}>
        {why.lines.map((line, at) => (
          <WhyLine key={at} line={line} sources={line.code === 'rule' ? why.sources : []} />
        ))}
      </ol>
      <div className={styles['foot']}>
        {presumed && <p>{t('casework.why.presumed')}</p>}
        <p>
          {t('casework.why.pack', { pack: why.pack, version: why.version })}{' '}
          {why.checkedOn && t('casework.why.checked', { day: formatDay(engineDay(why.checkedOn)) })}
        </p>
        <p>{t(`casework.why.confidence.${why.confidence}`)}</p>
        <SignOffLine pack={pack} />
        <ul>
          {why.sources.map((source) => (
            <li key={`${source.id}:${source.article}`}>
              <SourceName title={source.title} article={source.article} />
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
        <p>
          <Link
            to="/procedures/$pack/$version"
            params={{ pack: pack.id, version: pack.version }}
            search={{ rule: dateAnchor(pack, deadline) }}
          >
            {t('casework.procedures.rule')}
          </Link>
        </p>
        {correct && (
          <p>
            <a href="#facts">{t('casework.why.correct')}</a>
          </p>
        )}
      </div>
    </Disclosure>
  );
}

/** Steps whose sentence is only about their day: that day stands at the end of the line instead. */
const shortSteps = ['start', 'start-back', 'count', 'end', 'end-from'] as const;

function WhyLine({
  line,
  sources,
}: {
  readonly line: DescribedLine;
  readonly sources: ReturnType<typeof describeDeadline>['sources'];
}) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const step = shortSteps.find((code) => code === line.code);
  const words = line.words ?? (step && step !== 'count' ? t(`casework.why.step.${step}`) : null);
  return (
    <li>
      <span>
        {words ?? line.text}{' '}
        {sources.map((source) => (
          <span key={`${source.id}:${source.article}`} className={styles['source']}>
            <SourceName title={source.title} article={source.article} />.{' '}
          </span>
        ))}
        {sources.length === 0 && line.source && <span className={styles['source']}>{line.source}</span>}
      </span>
      {words !== null && line.day && (
        <span className={styles['day']}>
          {formatShortDay(engineDay(line.day), today)}
          {line.day.length > 10 && `, ${line.day.slice(11, 16)}`}
        </span>
      )}
    </li>
  );
}
