import { useState } from 'react';
import type { KnownEntry } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { Field, Select } from '#platform/web/ui';
import { knownWords } from '../../model/open/ledger/known-words.ts';
import styles from './ledger.module.css';

/** No population is called so: names are trimmed. */
const other = ' ';

/** Who is counted: one of those that the ledger knows, in its words, or others, who are named. */
export function PopulationField({
  known,
  value,
  onChange,
  error,
  id,
  withWords = false,
}: {
  readonly known: readonly KnownEntry[];
  readonly value: string;
  readonly onChange: (population: string) => void;
  readonly error: string | undefined;
  readonly id: string;
  /** Shows the words by which these people were divided so far. */
  readonly withWords?: boolean;
}) {
  const { t } = useLanguage();
  const populations = knownWords(known);
  const [isOther, setOther] = useState(false);
  const own = populations.find(({ population }) => population === value);
  const named = populations.length === 0 || isOther;
  const words = [...(own?.dimensions ?? [])].map(([name, categories]) => `${name}: ${categories.join(', ')}`);
  const choose = (chosen: string): void => {
    setOther(chosen === other);
    onChange(chosen === other ? '' : chosen);
  };
  return (
    <>
      {populations.length > 0 && (
        <Select
          id={named ? `${id}-choice` : id}
          label={t('diplomacy.note.population')}
          error={named ? undefined : error}
          options={[
            { value: '', label: t('diplomacy.note.choose') },
            ...populations.map(({ population }) => ({ value: population, label: population })),
            { value: other, label: t('diplomacy.note.other') },
          ]}
          value={isOther ? other : value}
          onChange={(event) => choose(event.target.value)}
        />
      )}
      {named && (
        <Field
          id={id}
          label={populations.length === 0 ? t('diplomacy.note.population') : t('diplomacy.note.populationNew')}
          hint={t('diplomacy.note.populationHint')}
          error={error}
          value={value}
          maxLength={300}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {withWords && words.length > 0 && (
        <p className={styles['small']}>{t('diplomacy.note.words', { words: words.join('; ') })}</p>
      )}
    </>
  );
}
