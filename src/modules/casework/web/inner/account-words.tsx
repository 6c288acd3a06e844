import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { addToAccount, recordsOf, rewordAccount, type OpenedCase, type RecordOf } from '#modules/casework/client';
import { FormNotices } from '../shared/form-notices.tsx';
import { putRecord } from '../shared/put-record.ts';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { TextFields } from '../shared/text-fields.tsx';
import { cleanText } from '../shared/typed-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../shared/form.module.css';

/** Writes what the person told, or adds below what they agreed to. */
export function AccountWords({
  opened,
  account,
  act,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly account: RecordOf<'account'> | null;
  readonly act: 'write' | 'add';
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const find = (current: OpenedCase) => recordsOf(current, 'account').find(({ id }) => id === account?.id) ?? null;
  const form = useCaseForm({
    opened,
    form: `account-${act}:${account?.id ?? 'new'}`,
    of: find,
    read: (current) => ({ words: act === 'write' ? (find(current)?.content.words ?? '') : '' }),
  });
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isBlank = cleanText(form.values.words) === '';
    setWrong(isBlank);
    if (isBlank) return;
    const saved = await form.submit(async (session, current, typed, id) => {
      const words = cleanText(typed.words);
      const before = find(current)?.content ?? { words: '', statement: null };
      const next = act === 'write' ? rewordAccount(before, words) : addToAccount(before, words, today);
      if (!next.ok) return next;
      const put = { kind: 'account' as const, content: next.value, id: account?.id ?? id };
      return putRecord(session, current, put, account === null);
    });
    if (saved) onDone();
  };
  const label = t(act === 'write' ? 'casework.account.words' : 'casework.account.addedWords');
  const error = wrong ? t('casework.account.wordsNeeded') : undefined;
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={form} labels={{ words: label }} />
      <TextFields form={form} questions={[{ name: 'words', label, max: 20_000, long: true, needed: true, error }]} />
      <SaveButtons form={form} onDone={onDone} />
    </form>
  );
}
