import type { LedgerAudit } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { Notice, Rows } from '#platform/web/ui';
import { useLedgerWords } from '../ledger/use-ledger-words.ts';
import styles from '../ledger/ledger.module.css';

/** How a stranger, or somebody inside, would work it out: step by step from published numbers alone. */
export function Findings({
  audit: { why, more = 0, leftOut },
  numberOf,
}: {
  readonly audit: LedgerAudit;
  readonly numberOf: (id: string) => number;
}) {
  const { t } = useLanguage();
  const { stepsOf } = useLedgerWords();
  return (
    <>
      {why.length > 0 && (
        <Rows label={t('diplomacy.release.how')}>
          {why.map((finding, at) => {
            const steps = stepsOf(finding);
            return (
              <li key={at}>
                {steps.length === 1 ? (
                  <p>{steps[0]}</p>
                ) : (
                  <ol className={styles['steps']}>
                    {steps.map((step) => (
                      <li key={step}>{step}</li>
                    ))}
                  </ol>
                )}
              </li>
            );
          })}
        </Rows>
      )}
      {more > 0 && <p>{t('diplomacy.release.more', { count: more })}</p>}
      {leftOut.length > 0 && (
        <Notice tone="soon">
          {t('diplomacy.release.leftOut', { entries: leftOut.map((id) => String(numberOf(id))).join(', ') })}
        </Notice>
      )}
    </>
  );
}
