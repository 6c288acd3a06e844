import { useState, type ReactNode } from 'react';
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
  // A row that is taken out moves the others: each begins anew, so that what is covered stays covered.
  const [taken, setTaken] = useState(0);
  const remove = (at: number): void => {
    setTaken(taken + 1);
    onRemove(at);
  };
  return (
    <fieldset className={styles['rows']}>
      <legend>{legend}</legend>
      {rows.map((row, at) => (
        <div key={`${taken} ${at}`} role="group" aria-label={nameOf(at + 1)} className={styles['row']}>
          {children(row, at)}
          <div>
            <Button kind="quiet" onClick={() => remove(at)}>
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
