import type { CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { nextSafetyCheck, type OpenedCase, type RecordOf, type SafetyCheck } from '#modules/casework/client';
import { Disclosure, Rows, StateMark } from '#platform/web/ui';
import { safetyQuestions } from './safety-questions.ts';
import styles from '../shared/form.module.css';

const kinds = { now: 'late', soon: 'soon', steady: 'done' } as const;

/** Checks, newest first, with the day of the next; answers are read only when one is opened. */
export function SafetyList({
  opened,
  checks,
  today,
}: {
  readonly opened: OpenedCase;
  readonly checks: readonly RecordOf<'safety'>[];
  readonly today: CivilDate;
}) {
  const { t, formatShortDay } = useLanguage();
  const [newest] = checks;
  if (!newest) return <p>{t('casework.safety.none')}</p>;
  return (
    <>
      <p>
        {t('casework.safety.nextBy', {
          day: formatShortDay(nextSafetyCheck(opened.records, newest.content, today), today),
        })}
      </p>
      <Rows>
        {checks.map(({ id, content }) => (
          <li key={id}>
            <p className={styles['head']}>
              <strong>{formatShortDay(content.on, today)}</strong>
              <StateMark kind={kinds[content.result]}>{t(`casework.safety.result.${content.result}`)}</StateMark>
            </p>
            <Disclosure summary={t('casework.safety.answers')}>
              <Answers check={content} />
            </Disclosure>
          </li>
        ))}
      </Rows>
    </>
  );
}

function Answers({ check }: { readonly check: SafetyCheck }) {
  const { t, formatDay } = useLanguage();
  const { dateExpires } = check;
  return (
    <dl className={styles['answers']}>
      {safetyQuestions.map(([name]) => {
        const answer = check[name];
        return (
          <div key={name}>
            <dt>{t(`casework.safety.ask.${name}`)}</dt>
            <dd dir="auto">
              {'notTold' in answer
                ? t(`casework.notTold.${answer.notTold}`)
                : typeof answer.told === 'boolean'
                  ? t(answer.told ? 'casework.yes' : 'casework.no')
                  : answer.told}
            </dd>
          </div>
        );
      })}
      <div>
        <dt>{t('casework.safety.ask.dateExpires')}</dt>
        <dd>{'told' in dateExpires ? formatDay(dateExpires.told) : t(`casework.notTold.${dateExpires.notTold}`)}</dd>
      </div>
    </dl>
  );
}
