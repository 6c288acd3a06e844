import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { Reach } from '#modules/casework/client';
import { nameOfLanguage } from '../shared/languages-spoken.ts';
import styles from './reaching.module.css';

/** The rest of the plan, as it was agreed; nothing that was left open takes a line. */
export function ReachPlan({ plan }: { readonly plan: Reach }) {
  const { t, language, formatDay, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const { ifNotReached, letters } = plan;
  const lines: Readonly<Record<string, readonly (string | null)[]>> = {
    when: plan.windows.map(
      ({ days, from, until }) => `${days.map((day) => t(`casework.weekday.${day}`)).join(', ')}, ${from} – ${until}`,
    ),
    ifAnother: [plan.ifAnotherAnswers],
    nameWeUse: [plan.nameWeUse],
    nameTheyUse: [plan.nameTheyUse],
    safeSign: [plan.safeSign],
    stopSign: [plan.stopSign],
    letters: letters ? [letters.to, letters.plainEnvelope ? t('casework.reach.plain') : null] : [],
    neverDo: plan.never,
    language: [plan.language && nameOfLanguage(plan.language, language)],
    interpreter: [plan.interpreter ? t('casework.yes') : null],
    ifNot: ifNotReached
      ? [`${t('casework.reach.afterDays', { count: ifNotReached.days })}: ${ifNotReached.whom}`, ifNotReached.what]
      : [],
    quiet: [plan.quietUntil && plan.quietUntil > today ? formatDay(plan.quietUntil) : null],
    every: [plan.everyDays === null ? null : t('casework.reach.everyDays', { count: plan.everyDays })],
  };
  return (
    <>
      <dl className={styles['facts']}>
        {Object.entries(lines)
          .map(([name, values]) => ({ name, values: values.filter((value) => value) }))
          .filter(({ values }) => values.length > 0)
          .map(({ name, values }) => (
            <div key={name}>
              <dt>{t(`casework.reach.${name}`)}</dt>
              <dd dir="auto">
                {values.map((value) => (
                  <div key={value}>{value}</div>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      <p className={styles['muted']}>
        {t('casework.reach.agreed', { day: formatShortDay(plan.agreedOn, today) })}.{' '}
        {t('casework.reach.review', { day: formatShortDay(plan.reviewBy, today) })}
      </p>
    </>
  );
}
