import { useState, type FormEvent } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { answerEntry, clockTime, type OpenedCase } from '#modules/casework/client';
import { TextArea } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { cleanText } from '../shared/typed-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../shared/form.module.css';

/** Answers what a colleague wrote; the answer goes to its author. */
export function ReplyForm({
  opened,
  entry,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly entry: RecordId;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const form = useCaseForm({ opened, form: `reply:${entry}`, read: emptyReply });
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isWrong = cleanText(form.values.words) === '';
    setWrong(isWrong);
    if (isWrong) return;
    const saved = await form.submit((own, current, { words }, id) =>
      answerEntry(own, current, { id, entry, words: cleanText(words), at: clockTime(session.clock.now()) }),
    );
    if (saved) onDone();
  };
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={form} />
      <TextArea
        label={t('casework.reply.words')}
        name="words"
        rows={3}
        maxLength={20_000}
        error={wrong ? t('casework.reply.needed') : undefined}
        value={form.values.words}
        onChange={(event) => form.set({ words: event.target.value })}
      />
      <SaveButtons form={form} save={t('casework.reply.send')} onDone={onDone} />
    </form>
  );
}

function emptyReply(): { words: string } {
  return { words: '' };
}
