import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { recordsOf, type OpenedCase, type RecordOf } from '#modules/casework/client';
import { FormNotices } from '../shared/form-notices.tsx';
import { putRecord } from '../shared/put-record.ts';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { TextFields } from '../shared/text-fields.tsx';
import { cleanText, textOrNull } from '../shared/typed-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { RecordList } from './record-list.tsx';
import styles from '../shared/form.module.css';

/** Who is a danger, in what role, where, and how far they reach. */
export function ThreatsPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  return (
    <RecordList
      records={recordsOf(opened, 'threat')}
      none={t('casework.inner.none')}
      add={t('casework.threat.add')}
      nameOf={({ content }) => content.who}
      row={({ content }) => (
        <>
          <strong>
            <bdi>{content.who}</bdi>
          </strong>
          {[content.role, content.where].map((part, at) => part && <bdi key={at}>, {part}</bdi>)}
          {content.words && <p dir="auto">{content.words}</p>}
          {content.reach && (
            <p dir="auto" className={styles['muted']}>
              {t('casework.threat.reach')}: {content.reach}
            </p>
          )}
        </>
      )}
      form={(before, onDone) => <ThreatForm opened={opened} before={before} onDone={onDone} />}
    />
  );
}

function ThreatForm({
  opened,
  before,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly before: RecordOf<'threat'> | null;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const find = (current: OpenedCase) => recordsOf(current, 'threat').find(({ id }) => id === before?.id) ?? null;
  const form = useCaseForm({
    opened,
    form: `threat:${before?.id ?? 'new'}`,
    of: find,
    read: (current) => {
      const threat = find(current)?.content;
      return {
        ...{ who: threat?.who ?? '', role: threat?.role ?? '', where: threat?.where ?? '' },
        ...{ reach: threat?.reach ?? '', words: threat?.words ?? '' },
      };
    },
  });
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isBlank = cleanText(form.values.who) === '';
    setWrong(isBlank);
    if (isBlank) return;
    const saved = await form.submit((session, current, typed, id) => {
      const content = {
        who: cleanText(typed.who),
        role: textOrNull(typed.role),
        where: textOrNull(typed.where),
        reach: cleanText(typed.reach),
        words: cleanText(typed.words),
      };
      return putRecord(session, current, { kind: 'threat', content, id: before?.id ?? id }, before === null);
    });
    if (saved) onDone();
  };
  const ask = (name: string) => t(`casework.threat.${name}`);
  const error = wrong ? ask('whoNeeded') : undefined;
  const labels = Object.fromEntries(['who', 'role', 'where', 'reach', 'words'].map((name) => [name, ask(name)]));
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={form} labels={labels} />
      <TextFields
        form={form}
        questions={[
          { name: 'who', label: ask('who'), max: 200, needed: true, error },
          { name: 'role', label: ask('role'), max: 120 },
          { name: 'where', label: ask('where'), max: 200 },
          { name: 'reach', label: ask('reach'), max: 2_000, long: true },
          { name: 'words', label: ask('words'), max: 20_000, long: true },
        ]}
      />
      <SaveButtons form={form} onDone={onDone} />
    </form>
  );
}
