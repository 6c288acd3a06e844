import { useId, useState } from 'react';
import { documentRefusalMessage, type DocumentRefusal } from '#kernel/documents/web';
import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import styles from './published-table.module.css';
import { readTableFile, type TableFile } from './read-table-file.ts';

/** Chooses a file of text or a workbook; what it holds is given on as text, and which sheet it was is said. */
export function OpenTableFile({ onRead }: { readonly onRead: (text: string) => void }) {
  const { t } = useLanguage();
  const [refused, setRefused] = useState<DocumentRefusal | null>(null);
  const [sheet, setSheet] = useState<TableFile['sheet']>(null);
  const id = useId();
  const open = async (file: File): Promise<void> => {
    const read = await readTableFile(file);
    setRefused(read.ok ? null : read.refusal);
    setSheet(read.ok ? read.value.sheet : null);
    if (read.ok) onRead(read.value.text);
  };
  return (
    <div>
      <label htmlFor={id}>{t('diplomacy.check.open')}</label>{' '}
      <input
        id={id}
        className={styles['file']}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void open(file);
          event.target.value = '';
        }}
      />
      {refused !== null && <Notice tone="late">{documentRefusalMessage(t, refused)}</Notice>}
      {sheet !== null && <Notice>{t('diplomacy.check.sheet', { title: sheet.title, count: sheet.of })}</Notice>}
    </div>
  );
}
