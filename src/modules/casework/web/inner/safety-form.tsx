import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { addToCase, type OpenedCase, type SafetyCheck } from '#modules/casework/client';
import { Choice, ErrorSummary, fromTypedDate, noDate, Notice, type TypedDate } from '#platform/web/ui';
import { DayField } from '../shared/day-field.tsx';
import { FormButtons } from '../shared/form-buttons.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { ToldWords, ToldYesNo } from '../shared/told-words.tsx';
import { useCaseAct } from '../shared/use-case-act.ts';
import { emptySafety, fromTypedSafety, safetyQuestions } from './safety-questions.ts';
import styles from '../shared/form.module.css';

const results = ['now', 'soon', 'steady'] as const;

/** A safety check of today. Every question may be left; the result is chosen in words, there is no score. */
export function SafetyForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const [typed, setTyped] = useState(emptySafety);
  const [expires, setExpires] = useState<TypedDate>(noDate);
  const [result, setResult] = useState<SafetyCheck['result'] | null>(null);
  const [errors, setErrors] = useState<readonly ('result' | 'expires')[]>([]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const day = fromTypedDate(expires);
    const wrong: ('result' | 'expires')[] = [];
    if (day !== '' && parseCivilDate(day) === null) wrong.push('expires');
    if (result === null) wrong.push('result');
    setErrors(wrong);
    if (result === null || wrong.length > 0) return;
    const content = fromTypedSafety(typed, day, result, today);
    if (await act.run((session) => addToCase(session, opened, { puts: [{ kind: 'safety', content }] }))) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        title={t('casework.problem')}
        errors={errors.map((error) => ({ field: `safety-${error}`, message: t(`casework.safety.error.${error}`) }))}
      />
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <p>{t('casework.safety.lead')}</p>
      {safetyQuestions.map(([name, form]) => {
        const props = {
          label: t(`casework.safety.ask.${name}`),
          value: typed[name],
          onChange: (value: (typeof typed)[typeof name]) => setTyped({ ...typed, [name]: value }),
        };
        return form === 'words' ? (
          <ToldWords key={name} {...props} />
        ) : (
          <ToldYesNo key={name} name={`safety-${name}`} {...props} />
        );
      })}
      <DayField
        id="safety-expires"
        optional
        legend={t('casework.safety.ask.dateExpires')}
        error={errors.includes('expires') ? t('casework.safety.error.expires') : undefined}
        value={expires}
        onChange={setExpires}
      />
      <Choice
        id="safety-result"
        legend={t('casework.safety.result')}
        name="safety-result"
        error={errors.includes('result') ? t('casework.safety.error.result') : undefined}
        value={result}
        onChange={(value) => setResult(results.find((one) => one === value) ?? null)}
        options={results.map((value) => ({
          value,
          label: t(`casework.safety.result.${value}`),
          hint: t(`casework.safety.means.${value}`),
        }))}
      />
      <FormButtons act={act} onCancel={onDone} />
    </form>
  );
}
