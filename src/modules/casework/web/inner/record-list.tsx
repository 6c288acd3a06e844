import { useState, type ReactNode } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { Button, Rows } from '#platform/web/ui';
import styles from '../shared/form.module.css';

/** Records of one kind, one of which can be open in its form. */
export function RecordList<Listed extends { readonly id: RecordId }>({
  records,
  none,
  add,
  nameOf,
  row,
  form,
}: {
  readonly records: readonly Listed[];
  readonly none: string;
  readonly add: string;
  readonly nameOf: (record: Listed) => string;
  readonly row: (record: Listed) => ReactNode;
  readonly form: (before: Listed | null, onDone: () => void) => ReactNode;
}) {
  const { t } = useLanguage();
  const [editing, setEditing] = useState<RecordId | 'new' | null>(null);
  const stop = (): void => setEditing(null);
  return (
    <>
      {records.length === 0 && <p>{none}</p>}
      {records.length > 0 && (
        <Rows>
          {records.map((record) => (
            <li key={record.id}>
              {editing === record.id ? (
                form(record, stop)
              ) : (
                <>
                  {row(record)}
                  <Button kind="quiet" onClick={() => setEditing(record.id)}>
                    {t('casework.change')}
                    <span className="visually-hidden"> {nameOf(record)}</span>
                  </Button>
                </>
              )}
            </li>
          ))}
        </Rows>
      )}
      {editing === 'new' ? (
        form(null, stop)
      ) : (
        <div className={styles['actions']}>
          <Button onClick={() => setEditing('new')}>{add}</Button>
        </div>
      )}
    </>
  );
}
