import type { FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { addEntry, type OpenedCase } from '#modules/casework/client';
import { Card, TextArea } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../shared/form.module.css';

/** A note for the team. */
export function NoteForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const form = useCaseForm({ opened, form: 'note', read: emptyNote });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (form.values.words.trim() === '') return;
    const saved = await form.submit((session, current, { words }, id) =>
      addEntry(session, current, 'note', { on: today, at: null, title: null, words, audience: 'team' }, id),
    );
    if (saved) onDone();
  };
  return (
    <Card title={t('casework.note.add')}>
      <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
        <FormNotices form={form} />
        <TextArea
          label={t('casework.note.words')}
          name="words"
          required
          value={form.values.words}
          onChange={(event) => form.set({ words: event.target.value })}
        />
        <SaveButtons form={form} onDone={onDone} />
      </form>
    </Card>
  );
}

function emptyNote(): { words: string } {
  return { words: '' };
}
