import type { ReactNode } from 'react';
import { Button } from '#platform/web/ui';
import styles from './form.module.css';

/** A list in a form: its rows, each with a way to take it out, and a way to add one. */
export function RowList<Row>({
  legend,
  rows,
  nameOf,
  addLabel,
  removeLabel,
  onAdd,
  onRemove,
  children,
}: {
  readonly legend: string;
  readonly rows: readonly Row[];
  /** What a row is called aloud: "Name 2". */
  readonly nameOf: (count: number) => string;
  readonly addLabel: string;
  readonly removeLabel: string;
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
  readonly children: (row: Row, at: number) => ReactNode;
}) {
  return (
    <fieldset className={styles['rows']}>
      <legend>{legend}</legend>
      {rows.map((row, at) => (
        <div key={at} role="group" aria-label={nameOf(at + 1)} className={styles['row']}>
          {children(row, at)}
          <div>
            <Button kind="quiet" onClick={() => onRemove(at)}>
              {removeLabel}
              <span className="visually-hidden"> ({nameOf(at + 1)})</span>
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button onClick={onAdd}>{addLabel}</Button>
      </div>
    </fieldset>
  );
}
