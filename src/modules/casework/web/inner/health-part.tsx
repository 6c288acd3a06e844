import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, saveRecord, type OpenedCase } from '#modules/casework/client';
import { Button, Choice, Notice } from '#platform/web/ui';
import { FormButtons } from '../shared/form-buttons.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { ToldWords } from '../shared/told-words.tsx';
import { notAskedYet, toldWords, toTypedTold } from '../shared/typed-told.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import styles from '../shared/form.module.css';

const cares = ['not-asked', 'none-needed', 'wanted', 'arranged', 'running'] as const;

/** Health as far as the person told, and whether care is wanted or runs. */
export function HealthPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const [editing, setEditing] = useState(false);
  const health = recordOf(opened, 'health')?.content;
  return (
    <>
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
    </>
  );
}

function HealthForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const before = recordOf(opened, 'health');
  const [words, setWords] = useState(before ? toTypedTold(before.content.words) : notAskedYet);
  const [care, setCare] = useState<(typeof cares)[number]>(before?.content.care ?? 'not-asked');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const content = { words: toldWords(words, today), practitioners: before?.content.practitioners ?? [], care };
    const put = { kind: 'health' as const, content, ...(before ? { id: before.id } : {}) };
    if (await act.run((session) => saveRecord(session, opened, put))) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <ToldWords label={t('casework.health.words')} value={words} onChange={setWords} />
      <Choice
        legend={t('casework.health.care')}
        name="care"
        inline
        value={care}
        onChange={(value) => setCare(cares.find((one) => one === value) ?? 'not-asked')}
        options={cares.map((value) => ({ value, label: t(`casework.health.care.${value}`) }))}
      />
      <FormButtons act={act} onCancel={onDone} />
    </form>
  );
}
