import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { FactWriting } from '#modules/casework/client';
import type { FactChange } from './fact-lines.ts';
import styles from './fact-row.module.css';
import { factDifference } from './fact-words.ts';
import { useFactSpeech } from './use-fact-speech.ts';

/** What a fact said before: each putting right with its day, author and reason, old beside new. */
export function FactChanges({
  changes,
  packs,
}: {
  readonly changes: readonly FactChange[];
  readonly packs: readonly Pack[];
}) {
  const { t } = useLanguage();
  const speech = useFactSpeech();
  if (changes.length === 0) return null;
  return (
    <ul className={styles['changes']} aria-label={t('casework.facts.changes')}>
      {changes.map(({ was, is, writing }) => (
        <li key={is.id}>
          <WhoAndWhy what="putRight" writing={writing} />
          {factDifference(packs, was, is, speech).map(({ label, before, after }) => (
            <p key={label}>
              {label !== '' && `${label}: `}
              <s>
                <span className="visually-hidden">{t('casework.facts.before')} </span>
                <bdi>{before}</bdi>
              </s>{' '}
              <span aria-hidden className={styles['arrow']}>
                →
              </span>{' '}
              <span className="visually-hidden">{t('casework.facts.after')} </span>
              <bdi>{after}</bdi>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** "Put right on DAY by WHO: reason"; says so where nobody noted who, or why. */
export function WhoAndWhy({
  what,
  writing,
}: {
  readonly what: 'putRight' | 'takenOut';
  readonly writing: FactWriting | null;
}) {
  const { t, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  if (!writing) return <p>{t(`casework.facts.${what}.unknown`)}</p>;
  const { on, at, by, why } = writing;
  const day = formatShortDay(on, today);
  return (
    <p>
      {t(`casework.facts.${what}.by`, {
        day: at === null ? day : `${day}, ${at}`,
        name: names.get(by) ?? t('casework.noName'),
      })}{' '}
      {why === '' ? t('casework.facts.noReason') : <q dir="auto">{why}</q>}
    </p>
  );
}
