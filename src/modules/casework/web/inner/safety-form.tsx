import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { Choice, ErrorSummary, fromTypedDate } from '#platform/web/ui';
import { DayField } from '../shared/day-field.tsx';
import { FormNotices } from '../shared/form-notices.tsx';
import { putRecord } from '../shared/put-record.ts';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { ToldWords, ToldYesNo } from '../shared/told-words.tsx';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import type { TypedTold } from '../shared/typed-told.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { answerOf, emptySafety, fromTypedSafety, safetyQuestions, withAnswer } from './safety-questions.ts';
import styles from '../shared/form.module.css';

const results = ['now', 'soon', 'steady'] as const;

/** A safety check of today. Every question may be left; the result is chosen in words, there is no score. */
export function SafetyForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const form = useCaseForm({ opened, form: 'safety', read: emptySafety });
  const [errors, setErrors] = useState<readonly ('result' | 'expires')[]>([]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const day = fromTypedDate(dateOfText(form.values.expires));
    const result = results.find((one) => one === form.values.result);
    const wrong: ('result' | 'expires')[] = [];
    if (day !== '' && parseCivilDate(day) === null) wrong.push('expires');
    if (!result) wrong.push('result');
    setErrors(wrong);
    if (!result || wrong.length > 0) return;
    const saved = await form.submit((session, current, typed, id) => {
      const content = fromTypedSafety(typed, day, result, today);
      return putRecord(session, current, { kind: 'safety', content, id }, true);
    });
    if (saved) onDone();
  };
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        title={t('casework.problem')}
        errors={errors.map((error) => ({ field: `safety-${error}`, message: t(`casework.safety.error.${error}`) }))}
      />
      <FormNotices form={form} />
      <p>{t('casework.safety.lead')}</p>
      {safetyQuestions.map(([name, kind]) => {
        const props = {
          label: t(`casework.safety.ask.${name}`),
          value: answerOf(form.values, name),
          onChange: (value: TypedTold) => form.set(withAnswer(name, value)),
        };
        return kind === 'words' ? (
          <ToldWords key={name} name={name} {...props} />
        ) : (
          <ToldYesNo key={name} name={`safety-${name}`} {...props} />
        );
      })}
      <DayField
        id="safety-expires"
        optional
        legend={t('casework.safety.ask.dateExpires')}
        error={errors.includes('expires') ? t('casework.safety.error.expires') : undefined}
        value={dateOfText(form.values.expires)}
        onChange={(value) => form.set({ expires: textOfDate(value) })}
      />
      <Choice
        id="safety-result"
        legend={t('casework.safety.result')}
        name="safety-result"
        error={errors.includes('result') ? t('casework.safety.error.result') : undefined}
        value={results.find((one) => one === form.values.result) ?? null}
        onChange={(value) => form.set({ result: value })}
        options={results.map((value) => ({
          value,
          label: t(`casework.safety.result.${value}`),
          hint: t(`casework.safety.means.${value}`),
        }))}
      />
      <SaveButtons form={form} onDone={onDone} />
    </form>
  );
}
