import { useState } from 'react';
import type { FormMap } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import type { OfficialForm, StationeryItem } from '#modules/casework/client';
import { Button, Field, Notice } from '#platform/web/ui';
import { FormMapForm } from './form-map-form.tsx';
import { judgeFormFile, readMapFile, type ReadForm } from './judge-form-file.ts';
import styles from './stationery.module.css';

/** Takes a blank official form: it is checked here, then its fields are joined with those of the case. */
export function FormUpload({
  onDone,
  replaces,
}: {
  readonly onDone: () => void;
  readonly replaces?: StationeryItem<OfficialForm>;
}) {
  const { t } = useLanguage();
  // As it was when this was opened: another version that comes in meanwhile is not what was seen.
  const [seen] = useState(replaces);
  const [read, setRead] = useState<ReadForm | null>(null);
  const [map, setMap] = useState<FormMap | null>(replaces?.content.map ?? null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const choose = async (file: File | undefined): Promise<void> => {
    setRead(null);
    setWrong(null);
    if (!file) return;
    setChecking(true);
    const judged = await judgeFormFile(t, file);
    setChecking(false);
    if (judged.ok) setRead(judged.value);
    else setWrong(judged.refusal.message);
  };
  const chooseMap = async (file: File | undefined): Promise<void> => {
    setWrong(null);
    if (!file || !read) return;
    const judged = await readMapFile(t, file, read);
    if (judged.ok) setMap(judged.value);
    else setWrong(judged.refusal.message);
  };
  return (
    <div className={styles['form']}>
      <Field
        label={t('casework.officialForm.file')}
        hint={t('casework.officialForm.fileHint')}
        type="file"
        accept=".pdf"
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {checking && <p role="status">{t('casework.stationery.checking')}</p>}
      {read && (
        <>
          <Notice>{t('casework.officialForm.good', { count: read.fields.length })}</Notice>
          <Field
            label={`${t('casework.officialForm.mapFile')} (${t('casework.optional')})`}
            hint={t('casework.officialForm.mapFileHint')}
            type="file"
            accept=".yaml,.yml"
            onChange={(event) => void chooseMap(event.target.files?.[0])}
          />
        </>
      )}
      {wrong && <Notice tone="late">{wrong}</Notice>}
      {read ? (
        <FormMapForm
          key={`${read.sha256}:${map?.id ?? ''}:${map?.checkedOn ?? ''}`}
          read={read}
          map={map}
          onDone={onDone}
          {...(seen ? { replaces: seen } : {})}
        />
      ) : (
        <div>
          <Button onClick={onDone}>{t('casework.cancel')}</Button>
        </div>
      )}
    </div>
  );
}
