import { useId, type ClipboardEvent, type ReactNode } from 'react';
import styles from './field.module.css';
import { readPastedDate, type TypedDate } from './typed-date.ts';

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
    const found = readPastedDate(event.clipboardData.getData('text'));
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
