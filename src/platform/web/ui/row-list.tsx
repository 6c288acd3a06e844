import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './field.module.css';

/**
 * A list in a form: its rows, each with a way to take it out, and a way to add one. The focus goes to the first field of a row that was
 * added; of one that was taken out to what stands in its place, or before it.
 */
export function RowList<Row>({
  legend,
  rows,
  least = 0,
  nameOf,
  numbered = false,
  addLabel,
  removeLabel,
  onAdd,
  onRemove,
  children,
}: {
  readonly legend: string;
  readonly rows: readonly Row[];
  /** So many rows always stay. */
  readonly least?: number;
  /** What a row is called aloud: "Name 2". */
  readonly nameOf: (count: number) => string;
  /** Shows what each is called, where there are several. */
  readonly numbered?: boolean;
  readonly addLabel: string;
  readonly removeLabel: string;
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
  readonly children: (row: Row, at: number) => ReactNode;
}) {
  // A row that is taken out moves the others: each begins anew, so that what is covered stays covered.
  const [taken, setTaken] = useState(0);
  const [moved, setMoved] = useState<{ readonly to: number } | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (moved === null) return;
    const row = box.current?.querySelectorAll(':scope > [role="group"]')[moved.to];
    const field = row?.querySelector<HTMLElement>('input, select, textarea, button');
    (field ?? box.current?.querySelector<HTMLElement>(':scope > div:last-child button'))?.focus();
  }, [moved]);
  const remove = (at: number): void => {
    setTaken(taken + 1);
    setMoved({ to: Math.max(0, Math.min(at, rows.length - 2)) });
    onRemove(at);
  };
  const add = (): void => {
    setMoved({ to: rows.length });
    onAdd();
  };
  return (
    <fieldset ref={box} className={styles['rows']}>
      <legend className={styles['label']}>{legend}</legend>
      {rows.map((row, at) => (
        <div key={`${taken} ${at}`} role="group" aria-label={nameOf(at + 1)} className={styles['row']}>
          {numbered && rows.length > 1 && <div className={`${styles['hint']} ${styles['name']}`}>{nameOf(at + 1)}</div>}
          {children(row, at)}
          {rows.length > least && (
            <div>
              <Button kind="quiet" onClick={() => remove(at)}>
                {removeLabel}
                <span className="visually-hidden"> ({nameOf(at + 1)})</span>
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button onClick={add}>{addLabel}</Button>
      </div>
    </fieldset>
  );
}
