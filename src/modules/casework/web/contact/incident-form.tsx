import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { addEntry, clockTime, incidentKinds, type OpenedCase } from '#modules/casework/client';
import { Card, Check, Notice, Select } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { TextFields } from '../shared/text-fields.tsx';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from '../shared/form.module.css';

/** Something went wrong: what, what was done, whether the coordinator knows. A safety check is due the day after. */
export function IncidentForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today, session } = useOpenWork();
  const form = useCaseForm({
    opened,
    form: 'incident',
    read: emptyIncident,
  });
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const kind = incidentKinds.find((one) => one === form.values.kind);
    setWrong(!kind);
    if (!kind) return;
    const saved = await form.submit((own, current, { words, done, told }, id) => {
      const content = { on: today, at: clockTime(session.clock.now()), kind, words, done, coordinatorTold: told };
      return addEntry(own, current, 'incident', content, id);
    });
    if (saved) onDone();
  };
  return (
    <Card title={t('casework.incident.add')}>
      <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <FormNotices form={form} />
        <Notice tone="soon">{t('casework.incident.lead')}</Notice>
        <Select
          label={t('casework.incident.what')}
          error={wrong ? t('casework.incident.whatNeeded') : undefined}
          value={form.values.kind}
          onChange={(event) => form.set({ kind: event.target.value })}
          options={[
            { value: '', label: t('casework.fact.choose') },
            ...incidentKinds.map((value) => ({ value, label: t(`casework.incidentKind.${value}`) })),
          ]}
        />
        <TextFields
          form={form}
          questions={[
            { name: 'words', label: t('casework.incident.words'), max: 20_000, long: true },
            { name: 'done', label: t('casework.incident.done'), max: 20_000, long: true },
          ]}
        />
        <Check label={t('casework.incident.told')} checked={form.values.told} onChange={(told) => form.set({ told })} />
        <SaveButtons form={form} onDone={onDone} />
      </form>
    </Card>
  );
}

function emptyIncident(): {
  readonly kind: string;
  readonly words: string;
  readonly done: string;
  readonly told: boolean;
} {
  return { kind: '', words: '', done: '', told: false };
}
