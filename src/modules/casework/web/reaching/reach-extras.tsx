import { useLanguage } from '#kernel/languages/web';
import { Check, Field, Select, TextArea } from '#platform/web/ui';
import type { CaseForm } from '../shared/case-form.ts';
import { languageOptions } from '../shared/languages-spoken.ts';
import type { ReachMistake, TypedReach } from './reach-values.ts';
import { useReachWords } from './use-reach-words.ts';
import styles from './reaching.module.css';

const signs = ['nameWeUse', 'nameTheyUse', 'safeSign', 'stopSign'] as const;

/** What is said and what is never done, letters, language, and what happens when the person is not reached. */
export function ReachExtras({
  form,
  mistakes,
}: {
  readonly form: CaseForm<TypedReach>;
  readonly mistakes: readonly ReachMistake[];
}) {
  const { t, language } = useLanguage();
  const { labels } = useReachWords();
  const { values, set } = form;
  const wrong = (mistake: ReachMistake): string | undefined =>
    mistakes.includes(mistake) ? t(`casework.reach.wrong.${mistake}`) : undefined;
  const line = (name: 'nameWeUse' | 'nameTheyUse' | 'safeSign' | 'stopSign' | 'notReachedWhom') => (
    <Field
      key={name}
      label={labels[name]}
      dir="auto"
      name={name}
      maxLength={name.startsWith('name') ? 120 : 200}
      value={values[name]}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <TextArea
        label={labels['another']}
        rows={2}
        name="another"
        maxLength={1_000}
        value={values.another}
        onChange={(event) => set({ another: event.target.value })}
      />
      {signs.map(line)}
      <Field
        label={labels['lettersTo']}
        dir="auto"
        name="lettersTo"
        maxLength={300}
        value={values.lettersTo}
        onChange={(event) => set({ lettersTo: event.target.value })}
      />
      <Check
        label={labels['plainEnvelope']}
        checked={values.plainEnvelope}
        onChange={(plainEnvelope) => set({ plainEnvelope })}
      />
      <TextArea
        label={labels['never']}
        hint={t('casework.reach.neverHint')}
        rows={2}
        name="never"
        maxLength={2_000}
        value={values.never}
        onChange={(event) => set({ never: event.target.value })}
      />
      <Select
        label={labels['language']}
        value={values.language}
        onChange={(event) => set({ language: event.target.value })}
        options={[{ value: '', label: t('casework.notTold.not-asked') }, ...languageOptions(language, values.language)]}
      />
      <Check
        label={labels['interpreter']}
        checked={values.interpreter}
        onChange={(interpreter) => set({ interpreter })}
      />
      <Field
        label={labels['everyDays']}
        hint={t('casework.reach.everyHint')}
        inputMode="numeric"
        id="reach-every-days"
        error={wrong('every-days')}
        maxLength={3}
        value={values.everyDays}
        onChange={(event) => set({ everyDays: event.target.value })}
      />
      <fieldset className={styles['rows']}>
        <legend>{t('casework.reach.ifNot')}</legend>
        <Field
          label={labels['notReachedDays']}
          inputMode="numeric"
          id="reach-not-reached"
          error={wrong('not-reached')}
          maxLength={3}
          value={values.notReachedDays}
          onChange={(event) => set({ notReachedDays: event.target.value })}
        />
        {line('notReachedWhom')}
        <TextArea
          label={labels['notReachedWhat']}
          rows={2}
          name="notReachedWhat"
          maxLength={1_000}
          value={values.notReachedWhat}
          onChange={(event) => set({ notReachedWhat: event.target.value })}
        />
      </fieldset>
    </>
  );
}
