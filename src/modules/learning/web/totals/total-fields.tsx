import { useLanguage } from '#kernel/languages/web';
import { Field, Select } from '#platform/web/ui';
import type { FigureWords } from '../figures/figures-table.ts';
import type { TotalValues } from './total-values.ts';

interface Fields {
  readonly values: TotalValues;
  readonly set: (changed: Partial<TotalValues>) => void;
}

/** Of which months, where they may be chosen; how many people, and how often. */
export function TotalFields({ values, set, words }: Fields & { readonly words: FigureWords | null }) {
  return (
    <>
      {words && <MonthFields values={values} set={set} words={words} />}
      <NumberFields values={values} set={set} />
    </>
  );
}

function MonthFields({ values, set, words }: Fields & { readonly words: FigureWords }) {
  const { t } = useLanguage();
  const months = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: words.monthOf(at + 1) }));
  return (
    <>
      <Select
        label={t('learning.totals.from')}
        options={months}
        value={values.from}
        onChange={(event) => set({ from: event.target.value })}
      />
      <Select
        label={t('learning.totals.until')}
        hint={t('learning.totals.untilHint')}
        options={months}
        value={values.until}
        onChange={(event) => set({ until: event.target.value })}
      />
    </>
  );
}

function NumberFields({ values, set }: Fields) {
  const { t } = useLanguage();
  return (
    <>
      <Field
        label={t('learning.figures.people')}
        hint={t('learning.totals.peopleHint')}
        inputMode="numeric"
        value={values.people}
        onChange={(event) => set({ people: event.target.value })}
      />
      <Field
        label={t('learning.figures.completions')}
        hint={t('learning.totals.completionsHint')}
        inputMode="numeric"
        value={values.completions}
        onChange={(event) => set({ completions: event.target.value })}
      />
    </>
  );
}
