import { useState, type FormEvent } from 'react';
import type { UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { askColleague, clockTime, type OpenedCase, recordOf } from '#modules/casework/client';
import { Card, Select, TextArea } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { cleanText } from '../shared/typed-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { daysSilent } from './days-silent.ts';
import styles from '../shared/form.module.css';

/** Asks a colleague of the team something; after a silence the question is there already, to be changed or sent. */
export function QuestionForm({
  opened,
  silence = false,
  onDone,
}: {
  readonly opened: OpenedCase;
  /** Begins with a question about a silence. */
  readonly silence?: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { session, names, today } = useOpenWork();
  const colleagues = opened.members.filter(({ user, relation }) => user !== session.user && working.has(relation));
  const first = colleagues.toSorted((left, right) => rank(opened, left.user) - rank(opened, right.user))[0];
  const ready = silence
    ? t('casework.question.silence', {
        days: daysSilent(recordOf(opened, 'head')?.content ?? null, opened.open, today),
      })
    : '';
  const form = useCaseForm({ opened, form: 'question', read: () => ({ to: `${first?.user ?? ''}`, words: ready }) });
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const to = colleagues.find(({ user }) => user === form.values.to)?.user;
    const isWrong = !to || cleanText(form.values.words) === '';
    setWrong(isWrong);
    if (!to || isWrong) return;
    const saved = await form.submit((own, current, { words }, id) =>
      askColleague(own, current, { id, to, words: cleanText(words), at: clockTime(session.clock.now()) }),
    );
    if (saved) onDone();
  };
  return (
    <Card title={t('casework.question.ask')}>
      <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <FormNotices form={form} />
        <p>{t('casework.question.lead')}</p>
        <Select
          label={t('casework.question.to')}
          value={form.values.to}
          onChange={(event) => form.set({ to: event.target.value })}
          options={colleagues.map(({ user, relation }) => ({
            value: user,
            label: `${names.get(user) ?? t('casework.noName')}, ${t(`casework.relation.${relation}`)}`,
          }))}
        />
        <TextArea
          label={t('casework.question.words')}
          name="words"
          maxLength={20_000}
          error={wrong ? t('casework.question.needed') : undefined}
          value={form.values.words}
          onChange={(event) => form.set({ words: event.target.value })}
        />
        <SaveButtons form={form} save={t('casework.question.send')} onDone={onDone} />
      </form>
    </Card>
  );
}

/** Those who work on a case; the others read or comment and cannot be given an answer to write. */
const working: ReadonlySet<string> = new Set(['lead', 'second', 'coordinator']);

/** The lead is asked first, then a coordinator, then a second. */
function rank({ members, open }: OpenedCase, user: UserId): number {
  if (open.state.name === 'active' && open.state.lead === user) return 0;
  return members.some((one) => one.user === user && one.relation === 'coordinator') ? 1 : 2;
}
