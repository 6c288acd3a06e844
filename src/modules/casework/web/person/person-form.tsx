import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, saveRecord, type OpenedCase } from '#modules/casework/client';
import { Button, ErrorSummary, Field } from '#platform/web/ui';
import { emptyPerson } from '../shared/empty-records.ts';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { useCaseForm } from '../shared/use-case-form.ts';
import { AddressRows } from './address-rows.tsx';
import { BirthFields } from './birth-fields.tsx';
import { LanguageRows } from './language-rows.tsx';
import { NameRows } from './name-rows.tsx';
import { NumberRows } from './number-rows.tsx';
import { OneOfFew } from './one-of-few.tsx';
import {
  fromTypedPerson,
  genders,
  mistakesInPerson,
  toTypedPerson,
  type PersonMistake,
  type TypedPerson,
} from './person-values.ts';
import { usePersonWords } from './use-person-words.ts';
import { WordsOrWhy } from './words-or-why.tsx';
import styles from '../shared/form.module.css';

/** Who the person is. A question without an answer says why: not asked, does not want to say, not known. */
export function PersonForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const words = usePersonWords();
  const form = useCaseForm<TypedPerson>({
    opened,
    form: 'person',
    of: (current) => recordOf(current, 'person'),
    read: (current) => toTypedPerson(recordOf(current, 'person')?.content ?? emptyPerson),
  });
  const [mistakes, setMistakes] = useState<readonly PersonMistake[]>([]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = mistakesInPerson(form.values);
    setMistakes(found);
    if (found.length > 0) return;
    const saved = await form.submit((session, current, values, id) => {
      const before = recordOf(current, 'person');
      const content = fromTypedPerson(values, before?.content ?? emptyPerson, today);
      return saveRecord(session, current, { kind: 'person', content, id: before?.id ?? id });
    });
    if (saved) onDone();
  };
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        title={t('casework.problem')}
        errors={mistakes.map((one) => ({ field: `person-${one}`, message: t(`casework.person.wrong.${one}`) }))}
      />
      <FormNotices form={form} labels={words.labels} show={words.show} />
      <p>{t('casework.person.lead')}</p>
      <NameRows form={form} />
      <Field
        label={t('casework.person.called')}
        dir="auto"
        name="called"
        maxLength={120}
        value={form.values.called}
        onChange={(event) => form.set({ called: event.target.value })}
      />
      <BirthFields form={form} wrong={mistakes.includes('birth')} />
      <OneOfFew form={form} name="gender" answers={genders.map((one) => [one, t(`casework.gender.${one}`)])} />
      <WordsOrWhy form={form} name="nationality" hint={t('casework.person.nationalityHint')} />
      <OneOfFew
        form={form}
        name="stateless"
        answers={[
          ['yes', t('casework.yes')],
          ['no', t('casework.no')],
        ]}
      />
      <LanguageRows form={form} />
      <WordsOrWhy form={form} name="interpreter" long={2_000} />
      <NumberRows form={form} />
      <AddressRows form={form} wrong={mistakes.includes('address')} />
      <WordsOrWhy form={form} name="guardian" />
      <WordsOrWhy form={form} name="needs" long={4_000} />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
          {t('casework.save')}
        </Button>
        <CancelButton form={form} onDone={onDone} />
      </div>
    </form>
  );
}
