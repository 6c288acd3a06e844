import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import type { RecordedFact } from '#modules/casework/client';
import { Button, Rows } from '#platform/web/ui';
import type { FactLine } from './fact-lines.ts';
import { detailsOfFact, titleOfFact } from './fact-words.ts';
import { StandingWords } from './standing-words.tsx';
import { useFactSpeech } from './use-fact-speech.ts';
import styles from './what-if.module.css';

/** What is supposed, the newest day first: how it would stand, the way to drop it, and the way to say that it happened. */
export function SupposedList({
  lines,
  packs,
  onRemove,
  onHappened,
}: {
  readonly lines: readonly FactLine[];
  readonly packs: readonly Pack[];
  readonly onRemove: (id: string) => void;
  readonly onHappened: (fact: RecordedFact) => void;
}) {
  const { t, language, formatDay } = useLanguage();
  const speech = useFactSpeech();
  return (
    <section>
      <h3>{t('casework.whatIf.supposed')}</h3>
      <Rows>
        {lines.map((line) => {
          const { fact } = line;
          const title = titleOfFact(packs, fact.fact, language);
          const details = detailsOfFact(packs, fact, speech).map(({ label, value }) => `${label}: ${value}`);
          return (
            <li key={fact.id}>
              <p>
                <strong>{title}</strong>, {formatDay(fact.on)}{' '}
                <span className={styles['muted']}>{details.join(', ')}</span>
              </p>
              <StandingWords line={line} packs={packs} />
              <div className={styles['acts']}>
                <Button kind="link" onClick={() => onRemove(fact.id)}>
                  {t('casework.whatIf.drop')}
                  <span className="visually-hidden">: {title}</span>
                </Button>
                {fact.replaces === undefined && (
                  <Button kind="link" onClick={() => onHappened(fact)}>
                    {t('casework.whatIf.happened')}
                    <span className="visually-hidden">: {title}</span>
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </Rows>
    </section>
  );
}
