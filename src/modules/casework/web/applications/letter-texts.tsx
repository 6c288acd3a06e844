import { useState } from 'react';
import { ok, type RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import {
  blocksOfText,
  recordsOf,
  saveTexts,
  textOfBlocks,
  type OpenedCase,
  type TextPurpose,
} from '#modules/casework/client';
import { Button, Disclosure, TextArea } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import type { FormRecord } from '../shared/case-form.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './applications.module.css';
import type { ApplicationView } from './application-view.ts';

const more = ['opening', 'request', 'closing', 'statement'] as const satisfies readonly TextPurpose[];
const purposes = ['reasons', ...more] as const;
type Texts = Readonly<Record<(typeof purposes)[number], string>>;

/** The words people write themselves: the reasons first, the rest of the letter when it is wanted. */
export function LetterTexts({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const kept = textsOf(opened, view.id);
  const form = useCaseForm<Texts>({
    opened,
    form: `letter:${view.id}`,
    of: (current) => newestText(current, view.id),
    read: (current) => textsOf(current, view.id),
  });
  const texts = form.values;
  const [openFirst] = useState(() => more.some((purpose) => texts[purpose] !== ''));
  const changed = purposes.filter((purpose) => texts[purpose] !== kept[purpose]);
  const save = (): void => {
    void form.submit((session, current, values) => {
      const before = textsOf(current, view.id);
      const written = purposes
        .filter((purpose) => values[purpose] !== before[purpose])
        .map((purpose) => ({
          purpose,
          title: t(`casework.letter.text.${purpose}`),
          language: view.content.letter.language,
          blocks: [...blocksOfText(values[purpose])],
        }));
      return written.length === 0 ? Promise.resolve(ok(current)) : saveTexts(session, current, view.id, written);
    });
  };
  const area = (purpose: keyof Texts, rows: number) => (
    <TextArea
      key={purpose}
      label={t(`casework.letter.text.${purpose}`)}
      hint={purpose === 'reasons' ? t('casework.letter.textHint') : undefined}
      rows={rows}
      name={purpose}
      maxLength={18_000}
      value={texts[purpose]}
      onChange={(event) => form.set({ [purpose]: event.target.value })}
    />
  );
  const labels = Object.fromEntries(purposes.map((purpose) => [purpose, t(`casework.letter.text.${purpose}`)]));
  return (
    <form
      {...form.props}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormNotices form={form} labels={labels} />
      {area('reasons', 8)}
      <Disclosure summary={t('casework.letter.moreTexts')} open={openFirst}>
        <div className={`${styles['form']} ${styles['inset']}`}>{more.map((purpose) => area(purpose, 4))}</div>
      </Disclosure>
      <div className={styles['actions']}>
        <Button type="submit" busy={form.busy && t('casework.saving')}>
          {t('casework.letter.saveTexts')}
        </Button>
        <span role="status" className={styles['muted']}>
          {changed.length > 0 ? t('casework.letter.unsaved') : ''}
        </span>
      </div>
    </form>
  );
}

function textsOf(opened: OpenedCase, application: RecordId): Texts {
  const textOf = (purpose: TextPurpose): string => {
    const found = recordsOf(opened, 'text').findLast(
      ({ content }) => content.application === application && content.purpose === purpose,
    );
    return found ? textOfBlocks(found.content.blocks) : '';
  };
  return {
    reasons: textOf('reasons'),
    opening: textOf('opening'),
    request: textOf('request'),
    closing: textOf('closing'),
    statement: textOf('statement'),
  };
}

/** The texts of a letter are edited together: named by their application, as new as the newest of them. */
function newestText(opened: OpenedCase, application: RecordId): FormRecord | null {
  const newest = recordsOf(opened, 'text').findLast(({ content }) => content.application === application);
  const base = newest ?? recordsOf(opened, 'application').find(({ id }) => id === application);
  return base ? { id: application, version: newest?.seq ?? 0, author: base.author, time: base.time } : null;
}
