import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { leaveOut, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Disclosure, EmptyState, Notice, Select } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useStationery } from '../stationery/stationery-store.ts';
import styles from './applications.module.css';
import type { ApplicationView } from './application-view.ts';
import { FilledList } from './filled-list.tsx';
import { filledValues } from './filled-values.ts';
import { fillOfficialForm, type FilledOfficialForm } from './fill-official-form.ts';
import { LeftOutList } from './left-out-list.tsx';
import { MadeFile } from './made-file.tsx';
import { useApplicationAct } from './use-application-act.ts';
import { useLetterGround } from './use-letter-ground.ts';

/** The official form, when the organisation supplied one: filled from the case, what is left out listed. */
export function OfficialFormCard({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const { stationery, files } = useStationery();
  const act = useApplicationAct(opened, view);
  const ground = useLetterGround(opened, view);
  const [filled, setFilled] = useState<FilledOfficialForm | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { content, form } = view;
  const offered = (stationery?.forms ?? []).filter((one) => !one.content.retired || one.id === content.form);
  const blank = form ? files.get(form.content.file.document) : undefined;
  const choose = (value: string): void => {
    setFilled(null);
    const chosen = offered.find(({ id }) => id === value)?.id ?? null;
    void act.save((now) => {
      const { order, turned } = now.form === null ? now : leaveOut(now, now.form);
      return { form: chosen, order: chosen === null ? order : [chosen, ...order], turned };
    });
  };
  const fill = async (): Promise<void> => {
    if (!form || !blank || !ground) return;
    setBusy(true);
    const made = await fillOfficialForm(t, form.content, blank, content, ground);
    setBusy(false);
    setFilled(made.ok ? made.value : null);
    setWrong(made.ok ? null : made.message);
  };
  return (
    <Card title={t('casework.officialForm.title')}>
      <div className={styles['form']}>
        {offered.length === 0 ? (
          <EmptyState>{t('casework.officialForm.none')}</EmptyState>
        ) : (
          <Select
            label={t('casework.officialForm.choose')}
            value={content.form ?? ''}
            onChange={(event) => choose(event.target.value)}
            options={[
              { value: '', label: t('casework.officialForm.noForm') },
              ...offered.map(({ id, content: { map } }) => ({ value: id, label: `${map.title}, ${map.edition}` })),
            ]}
          />
        )}
        {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
        {form && ground && (
          <FormFields
            rows={filledValues(
              form.content.map.fields.map(({ from }) => from),
              ground.values,
            )}
          />
        )}
        {form && !blank && <Notice tone="late">{t('casework.stationery.fileUnfit')}</Notice>}
        {form && blank && (
          <div className={styles['actions']}>
            <Button busy={busy && t('casework.officialForm.filling')} onClick={() => void fill()}>
              {t('casework.officialForm.fill')}
            </Button>
          </div>
        )}
        {wrong && <Notice tone="late">{wrong}</Notice>}
        {filled && (
          <>
            <LeftOutList filled={filled} />
            <MadeFile
              title={t('casework.officialForm.title')}
              name={form?.content.map.id ?? 'form'}
              shown={{ bytes: filled.flattened, kind: 'pdf' }}
              saved={[
                { bytes: filled.editable, kind: 'pdf', label: t('casework.officialForm.saveEditable') },
                { bytes: filled.flattened, kind: 'pdf', label: t('casework.officialForm.saveFixed') },
              ]}
            />
          </>
        )}
      </div>
    </Card>
  );
}

function FormFields({ rows }: { readonly rows: Parameters<typeof FilledList>[0]['rows'] }) {
  const { t } = useLanguage();
  const missing = rows.filter(({ value }) => value === null).length;
  return (
    <Disclosure summary={t('casework.letter.fields', { count: rows.length, missing })}>
      <FilledList rows={rows} />
    </Disclosure>
  );
}
