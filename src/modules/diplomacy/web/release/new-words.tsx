import { useEffect, useRef } from 'react';
import { keyOfWord, type NewWord } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { Check, Stack } from '#platform/web/ui';
import styles from '../ledger/ledger.module.css';

/** Words that the ledger did not have, each beside those that it has. Somebody confirms that they mean something else. */
export function NewWords({
  words,
  confirmed,
  onConfirm,
  asked = 0,
}: {
  readonly words: readonly NewWord[];
  readonly confirmed: readonly string[];
  readonly onConfirm: (confirmed: readonly string[]) => void;
  /** How often somebody tried to go on before: the focus goes to the first word that is not confirmed. */
  readonly asked?: number;
}) {
  const { t } = useLanguage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.querySelector<HTMLElement>('input:not(:checked)')?.focus();
  }, [asked]);
  if (words.length === 0) return null;
  return (
    <section ref={box} className={styles['words']} aria-label={t('diplomacy.words.title')}>
      <Stack>
        <h3>{t('diplomacy.words.title')}</h3>
        <p>{t('diplomacy.words.lead')}</p>
        {words.map((one) => {
          const { kind, word, of, known } = one;
          const key = keyOfWord(one);
          return (
            <div key={key}>
              <p>{t(`diplomacy.words.${kind}`, { word, of: of ?? '', known: known.join(', ') })}</p>
              <Check
                label={t('diplomacy.words.confirm', { word })}
                checked={confirmed.includes(key)}
                onChange={(checked) =>
                  onConfirm(checked ? [...confirmed, key] : confirmed.filter((other) => other !== key))
                }
              />
            </div>
          );
        })}
      </Stack>
    </section>
  );
}
