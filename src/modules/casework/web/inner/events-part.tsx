import { useState, type FormEvent } from 'react';
import { formatPartDate } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { eventParts, recordsOf, type OpenedCase, type RecordOf } from '#modules/casework/client';
import { Select } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import { isPartDate } from '../shared/part-date.ts';
import { putRecord } from '../shared/put-record.ts';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { TextFields } from '../shared/text-fields.tsx';
import { cleanText, textOrNull } from '../shared/typed-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { RecordList } from './record-list.tsx';
import styles from '../shared/form.module.css';

/** What happened, piece by piece, as far as the person told. */
export function EventsPart({ opened }: { readonly opened: OpenedCase }) {
  const { t, language } = useLanguage();
  const say = (part: string | null): string => (part === null ? '' : formatPartDate(part, language));
  return (
    <RecordList
      records={recordsOf(opened, 'event').toSorted((left, right) =>
        (left.content.from ?? '') < (right.content.from ?? '') ? -1 : 1,
      )}
      none={t('casework.inner.none')}
      add={t('casework.event.add')}
      nameOf={({ content }) => `${t(`casework.eventPart.${content.part}`)} ${say(content.from)}`}
      row={({ content }) => (
        <>
          <strong>{t(`casework.eventPart.${content.part}`)}</strong>{' '}
          {[content.from, content.to].filter(Boolean).map(say).join(' – ')}
          {content.place && (
            <>
              {', '}
              <bdi>{content.place}</bdi>
            </>
          )}
          <p dir="auto">{content.words}</p>
          {content.means && (
            <p dir="auto" className={styles['muted']}>
              {t('casework.event.means')}: {content.means}
            </p>
          )}
        </>
      )}
      form={(before, onDone) => <EventForm opened={opened} before={before} onDone={onDone} />}
    />
  );
}

function EventForm({
  opened,
  before,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly before: RecordOf<'event'> | null;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const find = (current: OpenedCase) => recordsOf(current, 'event').find(({ id }) => id === before?.id) ?? null;
  const form = useCaseForm({
    opened,
    form: `event:${before?.id ?? 'new'}`,
    of: find,
    read: (current) => {
      const event = find(current)?.content;
      return {
        ...{ part: event?.part ?? 'other', from: event?.from ?? '', to: event?.to ?? '' },
        ...{ place: event?.place ?? '', means: event?.means ?? '', words: event?.words ?? '' },
      };
    },
  });
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const dates = [form.values.from, form.values.to].map(cleanText);
    const isWrong = dates.some((date) => date !== '' && !isPartDate(date));
    setWrong(isWrong);
    if (isWrong) return;
    const saved = await form.submit((session, current, typed, id) => {
      const content = {
        part: eventParts.find((one) => one === typed.part) ?? 'other',
        from: textOrNull(typed.from),
        to: textOrNull(typed.to),
        place: textOrNull(typed.place),
        means: cleanText(typed.means),
        words: cleanText(typed.words),
      };
      return putRecord(session, current, { kind: 'event', content, id: before?.id ?? id }, before === null);
    });
    if (saved) onDone();
  };
  const error = wrong ? t('casework.event.wrong') : undefined;
  const hint = t('casework.person.partDateHint');
  const ask = (name: string) => t(`casework.event.${name}`);
  const labels = Object.fromEntries(['part', 'from', 'to', 'place', 'means', 'words'].map((name) => [name, ask(name)]));
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={form} labels={labels} />
      <Select
        label={ask('part')}
        value={form.values.part}
        onChange={(event) => form.set({ part: eventParts.find((one) => one === event.target.value) ?? 'other' })}
        options={eventParts.map((value) => ({ value, label: t(`casework.eventPart.${value}`) }))}
      />
      <TextFields
        form={form}
        questions={[
          { name: 'from', label: ask('from'), max: 10, numeric: true, hint, error },
          { name: 'to', label: ask('to'), max: 10, numeric: true, hint },
          { name: 'place', label: ask('place'), max: 300 },
          { name: 'words', label: ask('words'), max: 20_000, long: true },
          { name: 'means', label: ask('means'), max: 4_000, long: true },
        ]}
      />
      <SaveButtons form={form} onDone={onDone} />
    </form>
  );
}
