import { useId, type ClipboardEvent, type ReactNode } from 'react';
import styles from './field.module.css';

/** Day, month and year as typed; turned into a day by the form, so that wrong input is kept and explained. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** An empty date field. */
export const noDate: TypedDate = { day: '', month: '', year: '' };

/** The typed date of a day `YYYY-MM-DD`. */
export function toTypedDate(day: string): TypedDate {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}

/** `YYYY-MM-DD` of what was typed, whether or not such a day exists; empty when nothing was. */
export function fromTypedDate({ day, month, year }: TypedDate): string {
  if (day.trim() === '' && month.trim() === '' && year.trim() === '') return '';
  return `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
}

/** Three boxes that also take a pasted date; no calendar to click through. */
export function DateField({
  legend,
  hint,
  error,
  value,
  onChange,
  words,
  id,
}: {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly value: TypedDate;
  readonly onChange: (value: TypedDate) => void;
  readonly words: { readonly day: string; readonly month: string; readonly year: string };
  readonly id?: string;
}) {
  const made = useId();
  const group = id ?? made;
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const found = readPasted(event.clipboardData.getData('text'));
    if (!found) return;
    event.preventDefault();
    onChange(found);
  };
  return (
    <fieldset
      className={styles['field']}
      aria-describedby={
        [hint ? `${group}-hint` : '', error ? `${group}-error` : ''].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className={styles['label']}>{legend}</legend>
      {hint && (
        <div className={styles['hint']} id={`${group}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className={styles['error']} id={`${group}-error`}>
          {error}
        </div>
      )}
      <div className={styles['boxes']}>
        {(['day', 'month', 'year'] as const).map((part) => (
          <label key={part}>
            {words[part]}
            <input
              id={part === 'day' ? group : undefined}
              className={`${styles['input']} ${part === 'year' ? styles['year'] : styles['box']}`}
              inputMode="numeric"
              autoComplete="off"
              aria-invalid={error ? true : undefined}
              value={value[part]}
              onPaste={paste}
              onChange={(event) => onChange({ ...value, [part]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Reads 27-11-2026, 27/11/2026, 27.11.2026, 27 11 2026 and 2026-11-27. */
function readPasted(text: string): TypedDate | null {
  const parts = text.trim().split(/[-/. ]+/);
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [first = '', second = '', third = ''] = parts;
  if (first.length === 4) return { day: String(Number(third)), month: String(Number(second)), year: first };
  return third.length === 4 ? { day: String(Number(first)), month: String(Number(second)), year: third } : null;
}
