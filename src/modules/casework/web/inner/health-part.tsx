import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, recordOf, saveRecord, type OpenedCase, type SealedContent } from '#modules/casework/client';
import { Button, Choice } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { ToldWords } from '../shared/told-words.tsx';
import { keptTold, notAskedYet, toTypedTold, whyOf } from '../shared/typed-told.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../shared/form.module.css';

const cares = ['not-asked', 'none-needed', 'wanted', 'arranged', 'running'] as const;

/** Health as far as the person told, and whether care is wanted or runs. */
export function HealthPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const [editing, setEditing] = useState(() => draftOf(opened, session, 'health') !== null);
  const health = recordOf(opened, 'health')?.content;
  return (
    <section className={styles['form']}>
      <h3>{t('casework.health.title')}</h3>
      {editing ? (
        <HealthForm opened={opened} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p dir="auto">
            {health && 'told' in health.words
              ? health.words.told
              : t(`casework.notTold.${health && 'notTold' in health.words ? health.words.notTold : 'not-asked'}`)}
          </p>
          {health && <p className={styles['muted']}>{t(`casework.health.care.${health.care}`)}</p>}
          <div className={styles['actions']}>
            <Button onClick={() => setEditing(true)}>{t('casework.health.write')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function HealthForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const form = useCaseForm({
    opened,
    form: 'health',
    of: (current) => recordOf(current, 'health'),
    read: (current) => typedHealth(recordOf(current, 'health')?.content ?? null),
  });
  const { words, why, care } = form.values;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const saved = await form.submit((session, current, typed, id) => {
      const before = recordOf(current, 'health');
      const content = {
        words: keptTold(before?.content.words, { words: typed.words, why: whyOf(typed.why) }, today),
        practitioners: before?.content.practitioners ?? [],
        care: careOf(typed.care),
      };
      return saveRecord(session, current, { kind: 'health', content, id: before?.id ?? id });
    });
    if (saved) onDone();
  };
  const labels = {
    words: t('casework.health.words'),
    why: t('casework.told.why', { question: t('casework.health.words') }),
    care: t('casework.health.care'),
  };
  const show = (field: string, value: string | boolean): string => {
    if (field === 'care') return t(`casework.health.care.${careOf(String(value))}`);
    return field === 'why' ? t(`casework.notTold.${whyOf(String(value))}`) : String(value);
  };
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
      <FormNotices form={form} labels={labels} show={show} />
      <ToldWords
        name="words"
        label={labels.words}
        value={{ words, why: whyOf(why) }}
        onChange={(value) => form.set({ words: value.words, why: value.why })}
      />
      <Choice
        legend={labels.care}
        name="care"
        inline
        value={care}
        onChange={(value) => form.set({ care: value })}
        options={cares.map((value) => ({ value, label: t(`casework.health.care.${value}`) }))}
      />
      <SaveButtons form={form} onDone={onDone} />
    </form>
  );
}

function typedHealth(health: SealedContent<'health'> | null): {
  readonly words: string;
  readonly why: string;
  readonly care: string;
} {
  return { ...(health ? toTypedTold(health.words) : notAskedYet), care: health?.care ?? 'not-asked' };
}

function careOf(typed: string): (typeof cares)[number] {
  return cares.find((one) => one === typed) ?? 'not-asked';
}
