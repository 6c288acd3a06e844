import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { agreeAccount, recordsOf, saveRecord, type OpenedCase, type RecordOf } from '#modules/casework/client';
import { Field, fromTypedDate, Notice, Select, toTypedDate } from '#platform/web/ui';
import { DayField } from '../shared/day-field.tsx';
import { FormNotices } from '../shared/form-notices.tsx';
import { languageOptions } from '../shared/languages-spoken.ts';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import { cleanText, textOrNull } from '../shared/typed-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../shared/form.module.css';

/** How the words were read back, and that the person agreed: from then on they stand as they are. */
export function AgreeForm({
  opened,
  account,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly account: RecordOf<'account'>;
  readonly onDone: () => void;
}) {
  const { t, language } = useLanguage();
  const { today } = useOpenWork();
  const find = (current: OpenedCase) => recordsOf(current, 'account').find(({ id }) => id === account.id) ?? null;
  const first = textOfDate(toTypedDate(today));
  const form = useCaseForm({
    opened,
    form: `account-agree:${account.id}`,
    of: find,
    read: () => ({ spoken: '', interpreter: '', readBack: first, agreed: first }),
  });
  const [wrong, setWrong] = useState(false);
  const { spoken, interpreter, readBack, agreed } = form.values;
  const dayOf = (text: string) => parseCivilDate(fromTypedDate(dateOfText(text)));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const readBackOn = dayOf(readBack);
    const agreedOn = dayOf(agreed);
    const isWrong = readBackOn === null || agreedOn === null || agreedOn < readBackOn || agreedOn > today || !spoken;
    setWrong(isWrong);
    if (readBackOn === null || agreedOn === null || isWrong) return;
    const saved = await form.submit(async (session, current, typed) => {
      const agreement = { language: cleanText(typed.spoken), interpreter: textOrNull(typed.interpreter) };
      const next = agreeAccount(find(current)?.content ?? account.content, { ...agreement, readBackOn, agreedOn });
      if (!next.ok) return next;
      return saveRecord(session, current, { kind: 'account', content: next.value, id: account.id });
    });
    if (saved) onDone();
  };
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={form} />
      {wrong && <Notice tone="late">{t('casework.account.agreeWrong')}</Notice>}
      <p>{t('casework.account.agreeLead')}</p>
      <p dir="auto" className={styles['told']}>
        {account.content.words}
      </p>
      <Select
        label={t('casework.account.language')}
        value={spoken}
        onChange={(event) => form.set({ spoken: event.target.value })}
        options={[{ value: '', label: t('casework.fact.choose') }, ...languageOptions(language, spoken)]}
      />
      <Field
        label={`${t('casework.account.interpreter')} (${t('casework.optional')})`}
        dir="auto"
        name="interpreter"
        maxLength={200}
        value={interpreter}
        onChange={(event) => form.set({ interpreter: event.target.value })}
      />
      <DayField
        legend={t('casework.account.readBackOn')}
        value={dateOfText(readBack)}
        onChange={(date) => form.set({ readBack: textOfDate(date) })}
      />
      <DayField
        legend={t('casework.account.agreedOn')}
        value={dateOfText(agreed)}
        onChange={(date) => form.set({ agreed: textOfDate(date) })}
      />
      <SaveButtons form={form} save={t('casework.account.agreeSave')} onDone={onDone} />
    </form>
  );
}
